import { sql, type Expression, type SqlBool } from 'kysely';
import type { Db } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import { Finder, type Asked, type Found, type Taken, type Understood } from '../search/index.js';
import type { Clock } from '../shared/clock.js';
import type { Day } from '../shared/day.js';
import { badInput } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { AT_RISK_DAYS, todays } from './appeals.filter.js';
import type { AppealFilter } from './appeal.inputs.js';

const MAX_SEARCH = 300;
/** Farther than any deadline. */
const EVER = 100_000;
/** How many appeals of a search are counted: a number below is exact, this one means so many or more. */
export const MAX_COUNTED = 500;

/** How a search was read: what stands beside its results. */
export interface SearchReading {
  /** How many appeals have every word as it was typed; ten or more are not counted further here. */
  exact: number;
  taken: readonly Taken[];
  /** A total of so many means so many or more. */
  countedUpTo: number;
}

/** The words of one request's filters, each looked for once however often list and count ask. */
export class AppealsSearch {
  private readonly finder: Finder;
  private readonly known = new Map<string, Promise<Found>>();
  private readonly byLine = new Map<string, Promise<Found>>();

  constructor(db: Db, private readonly clock: Clock, private readonly reference: Reference, private readonly todayIn: (regionCode: string) => Day) {
    this.finder = new Finder(db);
  }

  /** What the words of a filter come to; null where it has none. @throws BAD_USER_INPUT when they are too long or hold what no text may */
  async of(filter: AppealFilter | null | undefined, id?: string): Promise<Found | null> {
    const line = filter?.search?.trim();
    if (!line) return null;
    if (line.length > MAX_SEARCH) throw badInput('filter.search', 'TEXT_TOO_LONG', { max: MAX_SEARCH, length: line.length });
    // PostgreSQL keeps no NUL, so nothing could have it.
    if (line.includes('\0')) throw badInput('filter.search', 'VALUE_OUT_OF_RANGE');
    const asked = this.asked(filter, id);
    const key = JSON.stringify([filter!.search, asked]);
    let found = this.known.get(key);
    if (!found) this.known.set(key, (found = this.finder.find(filter!.search!.trimStart(), asked, this.clock.now())));
    if (!this.byLine.has(line)) this.byLine.set(line, found);
    return found;
  }

  /** How a line was read when the list was asked for it, else how it is read by itself; null where it names an appeal or nothing. */
  async understoodOf(line: string): Promise<Understood | null> {
    const known = this.byLine.get(line.trim()) ?? this.of({ search: line });
    const found = await known;
    return found && found.number === null ? found.understood : null;
  }

  /** The same as a condition over `appeal as a`. */
  condition(found: Found, filter: AppealFilter, id?: string): Expression<SqlBool> {
    if (found.number !== null) return sql<SqlBool>`a.number = ${found.number}`;
    if (!found.understood) return sql<SqlBool>`false`;
    return sql<SqlBool>`a.id in (${this.finder.idsFound(found.understood, this.asked(filter, id))})`;
  }

  /** How many a search finds, counted up to MAX_COUNTED. @param ranked whether for a list by relevance, which has what only resembles the words too */
  count(found: Found & { number: null }, filter: AppealFilter, ranked: boolean): Promise<number> {
    return found.understood ? this.finder.count(found.understood, this.asked(filter), MAX_COUNTED, ranked) : Promise.resolve(0);
  }

  /** Whether the doors of the database know all of a filter; else what they count is more than the list has. */
  knows(filter: AppealFilter): boolean {
    return !filter.firstReactionMissed;
  }

  /** The filter as the doors of the database read it; the conditions of the list say the same once more. */
  private asked(filter: AppealFilter | null | undefined, id?: string): Asked {
    const asked: Record<string, unknown> = id ? { id } : {};
    const { search: _words, deadline, awaitingModeration, registrationOverdue, firstReactionMissed, ...plain } = filter ?? {};
    for (const [key, value] of Object.entries(plain)) if (value !== null && value !== undefined) asked[key] = value;
    if (plain.deputyId) asked['deputyId'] = asId(plain.deputyId, 'filter.deputyId');
    // The doors know the status alone that this is within; the list's own condition does the rest.
    if (firstReactionMissed && !plain.status) asked['status'] = ['REGISTERED'];
    if (awaitingModeration) asked['awaitingModeration'] = true;
    if (registrationOverdue) asked['registrationOverdue'] = todays(this.todayIn, this.reference);
    if (deadline) asked['daysLeft'] = { ...DAYS_LEFT[deadline], ...todays(this.todayIn, this.reference) };
    return asked;
  }
}

const DAYS_LEFT: Record<NonNullable<AppealFilter['deadline']>, { from: number; to: number }> = {
  LATE: { from: -EVER, to: -1 }, TODAY: { from: 0, to: 0 }, AT_RISK: { from: 1, to: AT_RISK_DAYS }, IN_TIME: { from: AT_RISK_DAYS + 1, to: EVER },
};
