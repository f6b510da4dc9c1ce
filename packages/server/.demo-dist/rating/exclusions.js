/** Which appeals are «due in the period», and which of them do not count, each with its reason (rules §4): told in this one place. */
import { sql } from 'kysely';
import { ROLLING } from './period.js';
/** Why an appeal that falls into the period does not count. An answered one always counts. */
export const EXCLUSIONS = ['WITH_MODERATION', 'REJECTED', 'WITHDRAWN_IN_TIME', 'FORWARDED_OUTSIDE_IN_TIME', 'NOT_DUE_YET'];
const TEXTS = {
    WITH_MODERATION: { ru: 'Обращение вернулось к модератору: у депутата его сейчас нет.', en: 'The appeal is back with the moderator: the deputy does not have it.' },
    REJECTED: { ru: 'Обращение отклонено модератором.', en: 'The appeal was rejected by the moderator.' },
    WITHDRAWN_IN_TIME: { ru: 'Заявитель отозвал обращение до срока.', en: 'The applicant withdrew the appeal before it was due.' },
    FORWARDED_OUTSIDE_IN_TIME: {
        ru: 'Обращение в срок направлено по компетенции: отвечает другой орган.',
        en: 'The appeal was forwarded in time to the competent body, which answers it.',
    },
    NOT_DUE_YET: { ru: 'Срок ответа ещё не прошёл: обращение будет учтено после ответа или после срока.', en: 'The deadline has not passed: it will count once answered or overdue.' },
};
export const exclusionText = (code, locale) => TEXTS[code][locale];
/** An answer that repeats earlier ones by this share or more is a form letter: marks of it earn no quality. A constant of 2026-01-01. */
export const TEMPLATE_FROM = 0.8;
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
export function dueItems(period, now, mandateId) {
    const upper = period.key === ROLLING ? sql `(a.due_on <= ${period.to}::date or a.answered_on is not null)` : sql `a.due_on <= ${period.to}::date`;
    const mandate = mandateId === undefined ? sql `a.mandate_id is not null` : sql `a.mandate_id = ${mandateId}::uuid`;
    return sql `(
    select a.id, a.mandate_id, coalesce(a.topic_code, '-') || ':' || a.channel as stratum, a.due_on, x.answered_on,
      coalesce(x.answered_on <= a.due_on, false) as in_time,
      case
        when x.answered_on is not null then null
        when a.status in ('SUBMITTED', 'CLARIFICATION') then 'WITH_MODERATION'
        when a.status = 'REJECTED' then 'REJECTED'
        when a.status = 'WITHDRAWN' and (a.closed_at at time zone r.time_zone)::date <= a.due_on then 'WITHDRAWN_IN_TIME'
        when a.forwarded_outside and (a.changed_at at time zone r.time_zone)::date <= a.due_on then 'FORWARDED_OUTSIDE_IN_TIME'
        when a.due_on >= (${now}::timestamptz at time zone r.time_zone)::date then 'NOT_DUE_YET'
      end as exclusion
    from appeal a
    join region r on r.code = a.region_code
    cross join lateral (select case when a.reopened_times = 0 then a.answered_on else (
      select (min(m.created_at) at time zone r.time_zone)::date from message m where m.appeal_id = a.id and m.kind = 'ANSWER'
    ) end as answered_on) x
    where ${mandate} and a.due_on >= ${period.from}::date and ${upper}
  )`;
}
