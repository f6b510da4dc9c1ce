/** How many appeals each deputy gets in nine months, and on which days and at which hours people write. */
import { dayOfEpoch, daysBetween, epochDay, weekday } from '../shared/day.js';
import { DAY } from './local-time.js';
import { chance, int, normal, seeded, shuffle, weighted } from './random.js';
import { pilotStart, shareOut } from './rollout-plan.js';
/** Shares of the whole: pilot deputies whom everybody writes to, the other pilot deputies, and those who enrolled themselves. */
const BUSY_SHARE = 0.66;
const QUIET_PILOT_SHARE = 0.15;
/** Appeals of a full demonstration, more than are promised, so that 150 deputies have enough of them to stand in a league. */
export const DEMO_APPEALS = 34_000;
/** How readily a region writes; 1 when left out. */
const EAGERNESS = {
    'RU-NVS': 1.35, 'RU-ROS': 1.3, 'RU-TA': 1.3, 'RU-KDA': 1.35, 'RU-RYA': 0.9, 'RU-PSK': 0.9, 'RU-ULY': 0.8, 'RU-TYU': 0.9, 'RU-CE': 0.7, 'RU-MAG': 0.5,
    'RU-MOS': 2, 'RU-MOW': 1.8, 'RU-SVE': 1.8, 'RU-CHE': 1.7, 'RU-SAM': 1.6, 'RU-SPE': 1.5, 'RU-NIZ': 1.5, 'RU-BA': 1.4, 'RU-VOR': 1.4, 'RU-KYA': 1.4, 'RU-STA': 1.3,
    'RU-TY': 0.05, 'RU-KL': 0.1, 'RU-KC': 0.08, 'RU-AD': 0.12, 'RU-KK': 0.2, 'RU-YAN': 0.15, 'RU-NGR': 0.3, 'RU-ME': 0.35,
};
/** Of the pilot's deputies this part is busy: 170 of 460. */
const BUSY_PART = 0.37;
/** Appeals per deputy, adding up to `total`; those without a confirmed contact get none. */
export function appealsPerDeputy(seed, total, deputies, rollout, today) {
    const stageOf = new Map(rollout.map(({ code, stage }) => [code, stage]));
    const random = seeded(`${seed}:load`);
    const scale = total / DEMO_APPEALS;
    const counts = new Map();
    const reachable = deputies.filter((deputy) => deputy.reachable && !deputy.anchor);
    for (const { id, anchor } of deputies)
        counts.set(id, anchor ? Math.round(anchor.appeals * Math.max(scale, 0.25)) : 0);
    const pilot = shuffle(random, reachable.filter(({ regionCode }) => stageOf.get(regionCode) === 'PILOT'));
    const eager = [...pilot].sort((a, b) => willing(b) - willing(a));
    const busy = eager.slice(0, Math.round(460 * BUSY_PART));
    const quiet = eager.slice(busy.length);
    const enrolled = reachable.filter(({ regionCode }) => stageOf.get(regionCode) === 'SELF_ENROLMENT');
    const anchored = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const left = total - anchored;
    give(counts, busy, left * BUSY_SHARE, () => 116 + 44 * random() ** 1.6);
    give(counts, quiet, left * QUIET_PILOT_SHARE, () => (chance(random, 0.34) ? 34 + 18 * random() : 2 + 9 * random()));
    give(counts, enrolled, left * (1 - BUSY_SHARE - QUIET_PILOT_SHARE), (deputy) => known(deputy) * daysBetween(deputy.joinedOn, today));
    return counts;
    function willing(deputy) {
        return Math.sqrt(eagerness(deputy)) * (0.6 + seeded(`${seed}:busy:${deputy.id}`)());
    }
    /** A few of those who enrolled themselves became known; most get a letter or two. */
    function known(deputy) {
        return chance(random, 0.035) ? 22 : Math.exp(normal(random, -0.2, 0.8)) * eagerness(deputy);
    }
}
const eagerness = ({ regionCode }) => EAGERNESS[regionCode] ?? 1;
function give(counts, deputies, total, weight) {
    shareOut(Math.round(total), deputies.map(weight)).forEach((count, i) => counts.set(deputies[i].id, count));
}
/** Monday is loud, Sunday is silent. */
const WEEKDAYS = [1.28, 1.18, 1.1, 1.08, 0.98, 0.55, 0.52];
/** The days of the nine months with how much is written on each, as growing sums for one throw. */
export class DayCurve {
    first;
    sums = [];
    constructor(seed, today, calendar) {
        this.first = epochDay(pilotStart(today));
        const last = epochDay(today);
        const random = seeded(`${seed}:days`);
        let sum = 0;
        for (let day = this.first; day <= last; day += 1) {
            const growth = 0.88 + 0.26 * ((day - this.first) / (last - this.first));
            const name = dayOfEpoch(day);
            const festive = calendar.isDayOff(name) && weekday(name) < 5 ? 0.5 : 1;
            this.sums.push((sum += growth * (WEEKDAYS[weekday(name)] ?? 1) * festive * Math.exp(normal(random, 0, 0.12))));
        }
    }
    /** A day (its number) from `from` on. */
    draw(random, from) {
        const start = this.sums[from - this.first - 1] ?? 0;
        const end = this.sums.at(-1) ?? 0;
        const thrown = start + random() * (end - start);
        let low = 0;
        let high = this.sums.length - 1;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.sums[middle] ?? 0) > thrown)
                high = middle;
            else
                low = middle + 1;
        }
        return this.first + low;
    }
}
/** People write in the late morning and in the evening, a few at night. */
const HOURS = [0.35, 0.2, 0.1, 0.08, 0.08, 0.15, 0.5, 1.3, 2.6, 4.4, 5.6, 5.4, 4.6, 4.1, 4.3, 4.2, 3.9, 3.6, 3.5, 4.1, 4.6, 4.3, 2.7, 1.1];
/** A moment of the day, in local minutes. */
export function momentOf(random, day) {
    const hour = weighted(random, HOURS_OF_DAY, (h) => HOURS[h] ?? 0);
    return day * DAY + hour * 60 + int(random, 0, 59) + random();
}
const HOURS_OF_DAY = HOURS.map((_, hour) => hour);
