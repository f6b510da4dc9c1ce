/** Which appeals are «due in the period», and which of them do not count, each with its reason (rules §4): told in this one place. */
import { sql, type RawBuilder } from 'kysely';
import type { Locale } from '../shared/locale.js';
import { ROLLING, type Period } from './period.js';

/** Why an appeal that falls into the period does not count. An answered one always counts. */
export const EXCLUSIONS = ['WITH_MODERATION', 'REJECTED', 'WITHDRAWN_IN_TIME', 'FORWARDED_OUTSIDE_IN_TIME', 'NOT_DUE_YET'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

const TEXTS: Record<Exclusion, Record<Locale, string>> = {
  WITH_MODERATION: { ru: 'Обращение вернулось к модератору: у депутата его сейчас нет.', en: 'The appeal is back with the moderator: the deputy does not have it.' },
  REJECTED: { ru: 'Обращение отклонено модератором.', en: 'The appeal was rejected by the moderator.' },
  WITHDRAWN_IN_TIME: { ru: 'Заявитель отозвал обращение до срока.', en: 'The applicant withdrew the appeal before it was due.' },
  FORWARDED_OUTSIDE_IN_TIME: {
    ru: 'Обращение в срок направлено по компетенции: отвечает другой орган.',
    en: 'The appeal was forwarded in time to the competent body, which answers it.',
  },
  NOT_DUE_YET: { ru: 'Срок ответа ещё не прошёл: обращение будет учтено после ответа или после срока.', en: 'The deadline has not passed: it will count once answered or overdue.' },
};

export const exclusionText = (code: Exclusion, locale: Locale): string => TEXTS[code][locale];

/** An answer that repeats earlier ones by this share or more is a form letter: marks of it earn no quality. A constant of 2026-01-01. */
export const TEMPLATE_FROM = 0.8;

/** A row of `dueItems`. */
export interface DueItem {
  id: string;
  mandate_id: string;
  stratum: string;
  due_on: string;
  answered_on: string | null;
  in_time: boolean;
  exclusion: Exclusion | null;
}

/** The deadline of the first answer: a reopened appeal has another one for its second. */
const DUE = sql`coalesce(a.first_due_on, a.due_on)`;

/**
 * The appeals that fall into the period, as a table expression:
 * - of a quarter: those due in it, so that each appeal belongs to exactly one quarter;
 * - of the last twelve months: those due in them, and those answered already though due later, so that an answer and its mark
 *   move the figure within seconds and not only on the day when it was due.
 *
 * In time is what the first answer decides: a second one to a reopened appeal neither spoils nor mends it. Unanswered appeals are
 * late from the day after `due_on` in the region's own time, overdue open ones included; withdrawn or forwarded after the
 * deadline, they stay late.
 * @param mandateId only this mandate's; all when left out
 */
export function dueItems(period: Period, now: Date, mandateId?: string): RawBuilder<DueItem> {
  const upper = period.key === ROLLING ? sql`(${DUE} <= ${period.to}::date or a.answered_on is not null)` : sql`${DUE} <= ${period.to}::date`;
  const mandate = mandateId === undefined ? sql`a.mandate_id is not null` : sql`a.mandate_id = ${mandateId}::uuid`;
  return sql<DueItem>`(
    select a.id, a.mandate_id, coalesce(a.topic_code, '-') || ':' || a.channel as stratum, ${DUE} as due_on, x.answered_on,
      coalesce(x.answered_on <= ${DUE}, false) as in_time,
      case
        when x.answered_on is not null then null
        when a.status in ('SUBMITTED', 'CLARIFICATION') then 'WITH_MODERATION'
        when a.status = 'REJECTED' then 'REJECTED'
        when a.status = 'WITHDRAWN' and (a.closed_at at time zone r.time_zone)::date <= ${DUE} then 'WITHDRAWN_IN_TIME'
        when a.forwarded_outside and (a.changed_at at time zone r.time_zone)::date <= ${DUE} then 'FORWARDED_OUTSIDE_IN_TIME'
        when ${DUE} >= (${now}::timestamptz at time zone r.time_zone)::date then 'NOT_DUE_YET'
      end as exclusion
    from appeal a
    join region r on r.code = a.region_code
    cross join lateral (select case when a.reopened_times = 0 then a.answered_on else (
      select (min(m.created_at) at time zone r.time_zone)::date from message m where m.appeal_id = a.id and m.kind = 'ANSWER'
    ) end as answered_on) x
    where ${mandate} and ${DUE} >= ${period.from}::date and ${upper}
  )`;
}
