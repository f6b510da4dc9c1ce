import { DeadlineRules } from '../appeals/index.js';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import { localDay, type Day } from '../shared/day.js';
import { ANCHOR_COORDINATOR, ANCHOR_MODERATORS, ANCHOR_REGION } from './anchors.js';
import { spokenName, type DemoDeputy } from './directory.js';
import { Deadlines } from './deadlines.js';
import { LocalTime, type LocalMinute } from './local-time.js';
import { drawPerson } from './names/person.js';
import { townsOf } from './names/towns.js';
import { chance, int, normal, seeded } from './random.js';
import { planRollout, type RegionRollout } from './rollout-plan.js';

/** One seed, one world. */
export const SEED = 'voter-deputy-1';

/** A region as the simulation needs it. */
export interface DemoRegion {
  readonly code: string;
  /** Two digits, the first part of numbers. */
  readonly number: string;
  readonly name: string;
  readonly centre: string;
  readonly towns: readonly string[];
  readonly time: LocalTime;
  /** What the region's wall clock shows at loading; nothing happens later. */
  readonly now: LocalMinute;
  readonly moderators: readonly string[];
  readonly coordinator: string;
  /** Office minutes that a letter usually waits for a moderator. */
  readonly lag: number;
  readonly rollout: RegionRollout;
  readonly deputies: DemoDeputy[];
}

export interface World {
  readonly seed: string;
  readonly now: Date;
  /** The day of loading in Moscow, from which everything is reckoned. */
  readonly today: Day;
  readonly rules: DeadlineRules;
  readonly deadlines: Deadlines;
  readonly regions: ReadonlyMap<string, DemoRegion>;
  readonly topics: readonly string[];
}

/** The world before anybody wrote: reference data of the database and the roll-out of the demonstration. */
export async function readWorld(orm: Orm, now: Date): Promise<World> {
  const db = rowsFor(orm, SYSTEM);
  const [regions, topics, rules] = await Promise.all([
    db.selectFrom('region').select(['code', 'number', 'name_ru', 'time_zone', 'administrative_centre']).orderBy('code').execute(),
    db.selectFrom('topic').select('code').orderBy('position').execute(),
    DeadlineRules.load(orm),
  ]);
  const today = localDay(now, 'Europe/Moscow');
  const times = new Map<string, LocalTime>();
  const known = new Map(regions.map((region) => [region.code, region]));
  return {
    seed: SEED, now, today, rules, deadlines: new Deadlines(rules), topics: topics.map(({ code }) => code),
    regions: new Map(planRollout(SEED, today).map((rollout): [string, DemoRegion] => {
      const row = known.get(rollout.code);
      if (!row) throw new Error(`В справочнике нет субъекта ${rollout.code}: сначала загрузите справочники`);
      const time = times.get(row.time_zone) ?? new LocalTime(row.time_zone, rules.calendar);
      times.set(row.time_zone, time);
      return [rollout.code, {
        code: rollout.code, number: row.number, name: row.name_ru, centre: row.administrative_centre, towns: townsOf(rollout.code), time,
          now: time.local(now), rollout,
        ...staffOf(rollout.code), deputies: [],
      }];
    })),
  };
}

function staffOf(code: string): Pick<DemoRegion, 'moderators' | 'coordinator' | 'lag'> {
  const random = seeded(`${SEED}:staff:${code}`);
  const somebody = (): string => spokenName(drawPerson(random, code, chance(random, 0.75) ? 'f' : 'm'));
  const moderators = Array.from({ length: int(random, 2, 4) }, somebody);
  const coordinator = somebody();
  const lag = 150 * Math.exp(normal(random, 0, 0.45));
  return code === ANCHOR_REGION ? { moderators: ANCHOR_MODERATORS, coordinator: ANCHOR_COORDINATOR, lag } : { moderators, coordinator,
    lag };
}
