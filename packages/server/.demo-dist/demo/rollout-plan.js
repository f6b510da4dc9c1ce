import { addDays, daysBetween } from '../shared/day.js';
import { wednesdayBefore } from './local-time.js';
import { BODY_NAMES } from './names/bodies.js';
import { int, seeded } from './random.js';
/** Deputies that joined in the pilot: [legislature, council]. Their sum is the plan, 460. */
const PILOT_DEPUTIES = {
    'RU-NVS': [38, 30], 'RU-ROS': [34, 24], 'RU-TA': [40, 22], 'RU-KDA': [38, 26], 'RU-RYA': [24, 20],
    'RU-PSK': [20, 14], 'RU-ULY': [18, 16], 'RU-TYU': [24, 18], 'RU-CE': [20, 14], 'RU-MAG': [11, 9],
};
/** Deputies outside the pilot who enrolled themselves. */
export const SELF_ENROLLED_DEPUTIES = 2255;
/** Regions that have not begun. */
const CLOSED = new Set([
    'RU-LEN', 'RU-AL', 'RU-CHU', 'RU-NEN', 'RU-YEV', 'RU-IN', 'RU-KAM', 'RU-SAK', 'RU-MUR', 'RU-KGD', 'RU-ORL', 'RU-IVA', 'RU-KGN', 'RU-TOM', 'RU-LIP',
]);
/** Where «Нацпроекты глазами людей» was opened first, and how many days before the day of loading. */
export const NATIONAL_PROJECTS_REGIONS = ['RU-RYA', 'RU-MAG', 'RU-NVS', 'RU-PSK', 'RU-ROS', 'RU-ULY', 'RU-TYU', 'RU-CE'];
export const NATIONAL_PROJECTS_OPENED_DAYS_AGO = 16;
/** The day on which the pilot began. */
export const pilotStart = (today) => wednesdayBefore(addDays(today, -272));
/** Self-enrolment was opened region by region, beginning so many days after the pilot and ending so many days before today. */
const ENROLMENT_AFTER = 24;
const ENROLMENT_BEFORE_TODAY = 50;
/** Stage, first day and number of deputies of every region. */
export function planRollout(seed, today) {
    const start = pilotStart(today);
    const codes = [...new Set(BODY_NAMES.map(({ regionCode }) => regionCode))];
    const enrolling = codes.filter((code) => !PILOT_DEPUTIES[code] && !CLOSED.has(code));
    const shares = shareOut(SELF_ENROLLED_DEPUTIES, enrolling.flatMap((code) => {
        const random = seeded(`${seed}:enrolled:${code}`);
        return BODY_NAMES.filter((body) => body.regionCode === code).map((body) => body.seats * (0.55 + 0.4 * random()));
    }));
    const span = daysBetween(start, today) - ENROLMENT_AFTER - ENROLMENT_BEFORE_TODAY;
    return codes.map((code) => {
        const pilot = PILOT_DEPUTIES[code];
        if (pilot)
            return { code, stage: 'PILOT', since: start, deputies: { REGIONAL: pilot[0], MUNICIPAL: pilot[1] } };
        if (CLOSED.has(code))
            return { code, stage: 'CLOSED', since: addDays(start, -30), deputies: { REGIONAL: 0, MUNICIPAL: 0 } };
        const at = enrolling.indexOf(code);
        const random = seeded(`${seed}:opened:${code}`);
        // The square draws openings together at the beginning: most regions followed soon, the last ones late.
        const since = addDays(start, ENROLMENT_AFTER + Math.floor(span * random() ** 1.6));
        return { code, stage: 'SELF_ENROLMENT', since, deputies: { REGIONAL: shares[at * 2] ?? 0, MUNICIPAL: shares[at * 2 + 1] ?? 0 } };
    });
}
/** Whole numbers in proportion to the weights that add up to `total` exactly (largest remainders). */
export function shareOut(total, weights) {
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const exact = weights.map((weight) => (total * weight) / sum);
    const shares = exact.map(Math.floor);
    const order = exact.map((value, i) => [value - Math.floor(value), i]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    const left = total - shares.reduce((all, share) => all + share, 0);
    for (const [, i] of order.slice(0, left))
        shares[i] = (shares[i] ?? 0) + 1;
    return shares;
}
/** When a deputy joined: pilot deputies within two weeks, the others soon after their region opened or over the months that followed. */
export function joinDay({ stage, since }, today, random) {
    if (stage === 'PILOT')
        return addDays(since, Math.min(13, Math.floor(14 * random() ** 1.4)));
    const days = daysBetween(since, today);
    // A wave at the opening, then those who hear of it from colleagues.
    const after = random() < 0.45 ? int(random, 0, Math.min(21, days)) : Math.floor(days * random() ** 1.25);
    return addDays(since, Math.min(after, days - 1));
}
