import { sql } from 'kysely';
import type { Db } from '../db/orm.js';
import type { Joining } from '../deputies/deputy.entity.js';
import type { Reference, RegionRow, StageRow } from '../regions/index.js';
import type { Clock } from '../shared/clock.js';
import { localDay, type Day } from '../shared/day.js';
import type { Locale } from '../shared/locale.js';
import { ROLLOUT_STAGES, type RolloutStage } from './rollout-stage.entity.js';

/** The roll-out as the API shows it. */
export interface RolloutRow {
  plannedDeputies: number;
  connectedDeputies: number;
  pilotDeputies: number;
  selfEnrolledDeputies: number;
  pilotRegions: number;
  selfEnrolmentRegions: number;
  stages: { stage: RolloutStage; regions: number }[];
  regions: { region: RegionRow; stage: RolloutStage; since: Day; planned: number; connected: number; appeals: number }[];
  progress: { day: Day; planned: number; connected: number }[];
}

/** What is counted over whole tables, without names and stages, which are in memory anyway. */
interface Counts {
  planned: Map<string, number>;
  connected: { region: string; joining: Joining; day: Day; count: number }[];
  appeals: Map<string, number>;
}

/** The page is public and counts every appeal: within a minute it is counted once. */
const FRESH_MS = 60_000;
const counted = new WeakMap<Reference, { at: number; counts: Promise<Counts> }>();

/** From the least to the furthest; SUSPENDED stands before what has begun, so that one open level shows. */
const RANK: readonly RolloutStage[] = ['CLOSED', 'SUSPENDED', 'SELF_ENROLMENT', 'PILOT', 'ACTIVE'];

/** Reads of the roll-out of appeals: all figures are counted from the data. */
export class RolloutQueries {
  constructor(private readonly db: Db, private readonly reference: Reference, private readonly clock: Clock, private readonly locale: Locale) {}

  /** Plan against fact. Three statements at most once a minute. */
  async overview(): Promise<RolloutRow> {
    const now = this.clock.now();
    const { planned, connected, appeals } = await this.counts(now);
    const sum = (of: (row: Counts['connected'][number]) => boolean): number => connected.reduce((total, row) => total + (of(row) ? row.count : 0), 0);
    const total = [...planned.values()].reduce((all, one) => all + one, 0);
    const regions = this.reference.regions(this.locale).map((region) => {
      const { stage, since } = furthest(this.reference.stagesOf(region.code, now)) ?? { stage: 'CLOSED' as const, since: this.firstDay(region.code) };
      return {
        region, stage, since, planned: planned.get(region.code) ?? 0, connected: sum((row) => row.region === region.code), appeals: appeals.get(region.code) ?? 0,
      };
    });
    const stages = ROLLOUT_STAGES.map((stage) => ({ stage, regions: regions.filter((row) => row.stage === stage).length }));
    const at = (stage: RolloutStage): number => stages.find((row) => row.stage === stage)!.regions;
    return {
      plannedDeputies: total, connectedDeputies: sum(() => true), pilotDeputies: sum((row) => row.joining === 'PILOT'),
      selfEnrolledDeputies: sum((row) => row.joining === 'SELF_ENROLLED'), pilotRegions: at('PILOT'), selfEnrolmentRegions: at('SELF_ENROLMENT'),
      stages, regions, progress: growth(connected, total),
    };
  }

  private counts(now: Date): Promise<Counts> {
    const known = counted.get(this.reference);
    const age = now.getTime() - (known?.at ?? -Infinity);
    if (known && age >= 0 && age < FRESH_MS) return known.counts;
    const counts = this.count(now);
    counted.set(this.reference, { at: now.getTime(), counts });
    counts.catch(() => counted.delete(this.reference));
    return counts;
  }

  private async count(now: Date): Promise<Counts> {
    const [planned, connected, appeals] = await Promise.all([
      sql<{ region: string; count: number }>`select region_code as region, sum(planned_deputies)::int as count from representative_body group by 1`.execute(this.db),
      sql<Counts['connected'][number]>`
        select d.region_code as region, m.joining, m.joined_on as day, count(*)::int as count
        from mandate m join deputy d on d.id = m.deputy_id join region r on r.code = d.region_code
        where m.is_current and m.joined_on <= (${now}::timestamptz at time zone r.time_zone)::date group by 1, 2, 3`.execute(this.db),
      sql<{ region: string; count: number }>`select region_code as region, count(*)::int as count from appeal group by 1`.execute(this.db),
    ]);
    const byRegion = (rows: { region: string; count: number }[]): Map<string, number> => new Map(rows.map((row) => [row.region, row.count]));
    return { planned: byRegion(planned.rows), connected: connected.rows, appeals: byRegion(appeals.rows) };
  }

  /** A region without a row of its own has been closed from the beginning. */
  private firstDay(regionCode: string): Day {
    return localDay(new Date(0), this.reference.timeZone(regionCode));
  }
}

function furthest(stages: readonly StageRow[]): StageRow | undefined {
  return stages.filter((row) => row.service === 'APPEALS')
    .reduce<StageRow | undefined>((best, row) => (best && RANK.indexOf(best.stage) >= RANK.indexOf(row.stage) ? best : row), undefined);
}

function growth(connected: Counts['connected'], planned: number): RolloutRow['progress'] {
  const byDay = new Map<Day, number>();
  for (const { day, count } of connected) byDay.set(day, (byDay.get(day) ?? 0) + count);
  let total = 0;
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, planned, connected: (total += count) }));
}
