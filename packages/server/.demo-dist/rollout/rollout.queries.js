import { sql } from 'kysely';
import { localDay } from '../shared/day.js';
import { ROLLOUT_STAGES } from './rollout-stage.entity.js';
/** The page is public and counts every appeal: within a minute it is counted once. */
const FRESH_MS = 60_000;
const counted = new WeakMap();
/** From the least to the furthest; SUSPENDED stands before what has begun, so that one open level shows. */
const RANK = ['CLOSED', 'SUSPENDED', 'SELF_ENROLMENT', 'PILOT', 'ACTIVE'];
/** Reads of the roll-out of appeals: all figures are counted from the data. */
export class RolloutQueries {
    db;
    reference;
    clock;
    locale;
    constructor(db, reference, clock, locale) {
        this.db = db;
        this.reference = reference;
        this.clock = clock;
        this.locale = locale;
    }
    /** Plan against fact. Three statements at most once a minute. */
    async overview() {
        const now = this.clock.now();
        const { planned, connected, appeals } = await this.counts(now);
        const sum = (of) => connected.reduce((total, row) => total + (of(row) ? row.count : 0), 0);
        const total = [...planned.values()].reduce((all, one) => all + one, 0);
        const regions = this.reference.regions(this.locale).map((region) => {
            const { stage, since } = furthest(this.reference.stagesOf(region.code, now)) ?? { stage: 'CLOSED', since: this.firstDay(region.code) };
            return {
                region, stage, since, planned: planned.get(region.code) ?? 0, connected: sum((row) => row.region === region.code), appeals: appeals.get(region.code) ?? 0,
            };
        });
        const stages = ROLLOUT_STAGES.map((stage) => ({ stage, regions: regions.filter((row) => row.stage === stage).length }));
        const at = (stage) => stages.find((row) => row.stage === stage).regions;
        return {
            plannedDeputies: total, connectedDeputies: sum(() => true), pilotDeputies: sum((row) => row.joining === 'PILOT'),
            selfEnrolledDeputies: sum((row) => row.joining === 'SELF_ENROLLED'), pilotRegions: at('PILOT'), selfEnrolmentRegions: at('SELF_ENROLMENT'),
            stages, regions, progress: growth(connected, total),
        };
    }
    counts(now) {
        const known = counted.get(this.reference);
        const age = now.getTime() - (known?.at ?? -Infinity);
        if (known && age >= 0 && age < FRESH_MS)
            return known.counts;
        const counts = this.count(now);
        counted.set(this.reference, { at: now.getTime(), counts });
        counts.catch(() => counted.delete(this.reference));
        return counts;
    }
    async count(now) {
        const [planned, connected, appeals] = await Promise.all([
            sql `select region_code as region, sum(planned_deputies)::int as count from representative_body group by 1`.execute(this.db),
            sql `
        select d.region_code as region, m.joining, m.joined_on as day, count(*)::int as count
        from mandate m join deputy d on d.id = m.deputy_id join region r on r.code = d.region_code
        where m.is_current and m.joined_on <= (${now}::timestamptz at time zone r.time_zone)::date group by 1, 2, 3`.execute(this.db),
            sql `select region_code as region, count(*)::int as count from appeal group by 1`.execute(this.db),
        ]);
        const byRegion = (rows) => new Map(rows.map((row) => [row.region, row.count]));
        return { planned: byRegion(planned.rows), connected: connected.rows, appeals: byRegion(appeals.rows) };
    }
    /** A region without a row of its own has been closed from the beginning. */
    firstDay(regionCode) {
        return localDay(new Date(0), this.reference.timeZone(regionCode));
    }
}
function furthest(stages) {
    return stages.filter((row) => row.service === 'APPEALS')
        .reduce((best, row) => (best && RANK.indexOf(best.stage) >= RANK.indexOf(row.stage) ? best : row), undefined);
}
function growth(connected, planned) {
    const byDay = new Map();
    for (const { day, count } of connected)
        byDay.set(day, (byDay.get(day) ?? 0) + count);
    let total = 0;
    return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, planned, connected: (total += count) }));
}
