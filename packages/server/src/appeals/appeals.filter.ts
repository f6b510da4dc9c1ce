import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Reference } from '../regions/index.js';
import type { Day } from '../shared/day.js';
import { badInput } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import type { AppealFilter } from './appeal.inputs.js';

/** Days before the deadline from which an appeal counts as at risk. */
export const AT_RISK_DAYS = 5;
/** Registered and still open: its deadline runs. */
export const RUNNING = sql<SqlBool>`(a.status in ('REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED') and not a.forwarded_outside)`;
const AWAITING_MODERATION = sql<SqlBool>`a.status = 'SUBMITTED'`;
const MAX_VALUES = 100;
const MAX_SEARCH = 300;

/** The conditions of a filter over `appeal as a`, without the walls. */
export function conditionsOf(filter: AppealFilter | null | undefined, todayIn: (regionCode: string) => Day, reference: Reference): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [];
  if (!filter) return where;
  const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | null | undefined, name: string): void => {
    if (!values) return;
    if (values.length > MAX_VALUES) throw badInput(`filter.${name}`, 'FILTER_TOO_LONG', { max: MAX_VALUES });
    where.push(values.length === 1 ? sql<SqlBool>`${column} = ${values[0]}` : sql<SqlBool>`${column} = any(${[...values]})`);
  };
  oneOf(sql`a.status`, filter.status, 'status');
  oneOf(sql`a.region_code`, filter.regionCode, 'regionCode');
  oneOf(sql`a.topic_code`, filter.topicCode, 'topicCode');
  oneOf(sql`a.kind`, filter.kind, 'kind');
  oneOf(sql`a.channel`, filter.channel, 'channel');
  if (filter.deputyId) where.push(sql<SqlBool>`a.deputy_id = ${asId(filter.deputyId, 'filter.deputyId')}`);
  if (filter.submittedFrom) where.push(sql<SqlBool>`a.submitted_at >= ${filter.submittedFrom}::date::timestamptz`);
  if (filter.submittedTo) where.push(sql<SqlBool>`a.submitted_at < (${filter.submittedTo}::date + 1)::timestamptz`);
  if (filter.awaitingModeration) where.push(AWAITING_MODERATION);
  if (filter.registrationOverdue) where.push(AWAITING_MODERATION, sql<SqlBool>`a.register_by < ${todayOf(todayIn, reference)}`);
  if (filter.deadline) where.push(RUNNING, deadlineIs(filter.deadline, todayIn, reference));
  if (typeof filter.urgent === 'boolean') where.push(sql<SqlBool>`a.urgent = ${filter.urgent}`);
  if (filter.search?.trim()) where.push(matches(filter.search.trim()));
  return where;
}

function deadlineIs(state: NonNullable<AppealFilter['deadline']>, todayIn: (regionCode: string) => Day, reference: Reference): Expression<SqlBool> {
  const today = todayOf(todayIn, reference);
  switch (state) {
    case 'LATE': return sql<SqlBool>`a.due_on < ${today}`;
    case 'TODAY': return sql<SqlBool>`a.due_on = ${today}`;
    case 'AT_RISK': return sql<SqlBool>`a.due_on > ${today} and a.due_on <= ${today} + ${AT_RISK_DAYS}::int`;
    case 'IN_TIME': return sql<SqlBool>`a.due_on > ${today} + ${AT_RISK_DAYS}::int`;
  }
}

/** Today in the appeal's region: over eleven time zones the country has at most two days at once. */
export function todayOf(todayIn: (regionCode: string) => Day, reference: Reference): RawBuilder<string> {
  const days = new Map<Day, string[]>();
  for (const { code } of reference.regions('ru')) {
    const day = todayIn(code);
    days.set(day, [...(days.get(day) ?? []), code]);
  }
  const [main, ...others] = [...days].sort(([, a], [, b]) => b.length - a.length);
  if (!main) throw new Error('no regions are known');
  const [first] = main;
  if (others.length === 0) return sql<string>`${first}::date`;
  const cases = others.map(([day, codes]) => sql`when a.region_code = any(${codes}) then ${day}::date`);
  return sql<string>`(case ${sql.join(cases, sql` `)} else ${first}::date end)`;
}

function matches(search: string): Expression<SqlBool> {
  if (search.length > MAX_SEARCH) throw badInput('filter.search', 'TEXT_TOO_LONG', { max: MAX_SEARCH, length: search.length });
  const number = search.replace(/[–—−\s]+/g, '-');
  if (/^\d{2}-\d{4}-\d{1,6}$/.test(number)) return sql<SqlBool>`a.number = ${number.replace(/\d+$/, (digits) => digits.padStart(6, '0'))}`;
  // The index of the full text lies behind a door of the database (db/walls/functions.ts).
  return sql<SqlBool>`a.id in (select appeals_found(${search}))`;
}
