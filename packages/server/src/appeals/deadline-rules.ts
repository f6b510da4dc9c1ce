import { rowsFor } from '../db/acting.js';
import type { Db, Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import { addDays, type Day } from '../shared/day.js';
import type { DeadlinePolicy } from './deadline.js';
import { WorkCalendar } from './work-calendar.js';

export interface PolicyRow {
  id: string;
  regionCode: string | null;
  validFrom: Day;
  terms: DeadlinePolicy;
}

/** The policies and the calendar of days off, held in memory: they change with a decree. */
export class DeadlineRules {
  private policies: PolicyRow[] = [];
  private days = new WorkCalendar([]);

  private constructor(private readonly db: Db) {}

  static async load(orm: Orm): Promise<DeadlineRules> {
    const rules = new DeadlineRules(rowsFor(orm, SYSTEM));
    await rules.refresh();
    return rules;
  }

  async refresh(): Promise<void> {
    const policies = await this.db.selectFrom('deadline_policy').selectAll().orderBy('valid_from').execute();
    const days = await this.db.selectFrom('calendar_day').selectAll().execute();
    this.policies = policies.map(({ id, region_code, valid_from, terms }) => ({
      id, regionCode: region_code ?? null, validFrom: valid_from, terms: terms as unknown as DeadlinePolicy,
    }));
    this.days = new WorkCalendar(days.map(({ day, kind, name }) => ({ day, kind, ...(name ? { name } : {}) })));
  }

  get calendar(): WorkCalendar {
    return this.days;
  }

  /** Every policy that appeals may have been registered under. */
  all(): readonly PolicyRow[] {
    return this.policies;
  }

  /** A day of registration after the clock stood still for so many days; never on a day off. */
  afterPause(day: Day, pausedDays: number): Day {
    const moved = addDays(day, pausedDays);
    return this.days.isDayOff(moved) ? this.days.nextWorkingDay(moved) : moved;
  }

  /** The policy in force in a region on a day: the region's own before the country's, the newest that has begun. */
  policyFor(regionCode: string, on: Day): PolicyRow {
    const begun = this.policies.filter((row) => row.validFrom <= on);
    const found = begun.filter((row) => row.regionCode === regionCode).at(-1) ?? begun.filter((row) => row.regionCode === null).at(-1);
    if (!found) throw new Error(`no deadline policy for ${regionCode} on ${on}`);
    return found;
  }

  policy(id: string): DeadlinePolicy {
    const found = this.policies.find((row) => row.id === id);
    if (!found) throw new Error(`no deadline policy ${id}`);
    return found.terms;
  }
}
