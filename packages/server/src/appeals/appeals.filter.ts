import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Reference } from '../regions/index.js';
import type { Day } from '../shared/day.js';
import { badInput } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import type { AppealFilter } from './appeal.inputs.js';
import { lastLateForFirstReaction } from './deadline.js';
import type { DeadlineRules } from './deadline-rules.js';

/** Days before the deadline from which an appeal counts as at risk. */
export const AT_RISK_DAYS = 5;
/** Registered and still open: its deadline runs. */
export const RUNNING = sql<SqlBool>`(a.status in ('REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED') and not a.forwarded_outside)`;
const AWAITING_MODERATION = sql<SqlBool>`a.status = 'SUBMITTED'`;
const MAX_VALUES = 100;

/** The conditions of a filter over `appeal as a`, without the walls and without the words of a search (appeals.search.ts). */
export function conditionsOf(filter: AppealFilter | null | undefined, todayIn: (regionCode: string) => Day, reference: Reference, rules: DeadlineRules): Expression<SqlBool>[] {
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
  if (filter.firstReactionMissed) where.push(firstReactionMissed(todayIn, reference, rules));
  if (filter.campaignId) {
    where.push(sql<SqlBool>`exists (select from campaign_member cm where cm.appeal_id = a.id and cm.campaign_id = ${asId(filter.campaignId, 'filter.campaignId')})`);
  }
  if (filter.oneOfEachCampaign) {
    where.push(sql<SqlBool>`not exists (select from campaign_member cm join campaign_member other on other.campaign_id = cm.campaign_id join appeal o on o.id = other.appeal_id
      where cm.appeal_id = a.id and o.status = 'SUBMITTED' and (o.submitted_at, o.id) < (a.submitted_at, a.id))`);
  }
  if (typeof filter.urgent === 'boolean') where.push(sql<SqlBool>`a.urgent = ${filter.urgent}`);
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

/** Given to a deputy who has not acted within the own target of rules §2; how late is known from the day of registration alone. */
export function firstReactionMissed(todayIn: (regionCode: string) => Day, reference: Reference, rules: DeadlineRules): Expression<SqlBool> {
  const overdue = rules.all().map(({ id, terms }) =>
    sql<SqlBool>`(a.policy_id = ${id} and a.registered_on <= ${byToday(todayIn, reference, (today) => lastLateForFirstReaction(today, terms, rules.calendar))})`);
  return sql<SqlBool>`(a.status = 'REGISTERED' and a.first_reaction_at is null and (${sql.join(overdue, sql` or `)}))`;
}

/** Today in the appeal's region. */
export const todayOf = (todayIn: (regionCode: string) => Day, reference: Reference): RawBuilder<string> => byToday(todayIn, reference, (today) => today);

/** Today where most regions are, and the other day with those where it is another. */
export function todays(todayIn: (regionCode: string) => Day, reference: Reference): { today: Day; otherDay: Day; elsewhere: string[] } {
  const days = new Map<Day, string[]>();
  for (const { code } of reference.regions('ru')) {
    const day = todayIn(code);
    days.set(day, [...(days.get(day) ?? []), code]);
  }
  const [main, other] = [...days].sort(([, a], [, b]) => b.length - a.length);
  if (!main) throw new Error('no regions are known');
  return { today: main[0], otherDay: other?.[0] ?? main[0], elsewhere: other?.[1] ?? [] };
}

/** A day that follows from today in the appeal's region: over eleven time zones the country has at most two days at once. */
function byToday(todayIn: (regionCode: string) => Day, reference: Reference, dayOf: (today: Day) => Day): RawBuilder<string> {
  const { today, otherDay, elsewhere } = todays(todayIn, reference);
  if (elsewhere.length === 0) return sql<string>`${dayOf(today)}::date`;
  return sql<string>`(case when a.region_code = any(${elsewhere}) then ${dayOf(otherDay)}::date else ${dayOf(today)}::date end)`;
}
