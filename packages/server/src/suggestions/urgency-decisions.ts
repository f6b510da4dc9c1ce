import { sql } from 'kysely';
import type { Db } from '../db/orm.js';
import { CALM_WEIGHT, NONE, URGENT } from './corpus.js';
import { asExample } from './measuring.js';
import type { Example } from './naive-bayes.js';
import { Phrases, plain } from './phrases.js';
import { OVER } from './urgency.rules.js';

/** A letter whose urgency people decided, by a word or by leaving the mark as it was. */
export interface UrgencyDecision extends Example {
  readonly id: string;
}

/** Decisions that one training looks at, the newest: marks that people set or took off, marks that they left, and letters accepted without one. */
const SAID = 600;
const KEPT = 300;
const CALM = 400;
/** What a mark that a person set or took off weighs: nobody but people knows what rules and model do not. */
const SAID_WEIGHT = 3;
/** What a mark that was left weighs: it came from the rules or the model themselves, and learning it fully would teach them their own opinion. */
const KEPT_WEIGHT = 0.5;

/** The mark was taken off because the danger is over, not because there was none: the letter teaches nothing. */
const IS_OVER = new Phrases(`${OVER}|уже|больше не|приехали|приехал|выехали|закрыли|закрыт|вывезли|нашли|нашелся|нашлась|госпитализ*|помогли|помогла|решено|решен|меры приняты`);

/** What the urgent marks of accepted appeals and of those that people spoke of teach; letters of which nothing is left teach nothing. */
export async function urgencyDecisions(db: Db): Promise<UrgencyDecision[]> {
  const { rows: said } = await sql<{ id: string; subject: string; text: string; urgent: boolean; reason: string | null }>`
    select a.id, a.subject, a.text, a.urgent, h.text as reason from appeal a left join lateral (
      select t.text from history_entry e left join history_text t on t.entry_id = e.id
      where e.appeal_id = a.id and e.event in ('MARKED_URGENT', 'URGENCY_REMOVED') order by e.position desc limit 1
    ) h on true where a.urgency_decided and a.anonymised_at is null order by a.submitted_at desc limit ${SAID}`.execute(db);
  const left = async (urgent: boolean, limit: number) => db.selectFrom('appeal').where('urgent', '=', urgent).where('urgency_decided', '=', false)
    .where('registered_on', 'is not', null).where('anonymised_at', 'is', null).select(['id', 'subject', 'text']).orderBy('submitted_at', 'desc').limit(limit).execute();
  const example = (label: string, weight: number) => ({ id, subject, text }: { id: string; subject: string; text: string }): UrgencyDecision =>
    ({ id, text: asExample(subject, text), label, weight });
  const learnable = said.filter(({ urgent, reason }) => urgent || reason === null || IS_OVER.in(plain(reason)) === null);
  return [
    ...learnable.map((row) => example(row.urgent ? URGENT : NONE, SAID_WEIGHT)(row)),
    ...(await left(true, KEPT)).map(example(URGENT, KEPT_WEIGHT)),
    ...(await left(false, CALM)).map(example(NONE, CALM_WEIGHT)),
  ];
}
