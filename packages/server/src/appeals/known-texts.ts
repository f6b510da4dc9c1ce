import { sql } from 'kysely';
import type { Db } from '../db/orm.js';

/** How many earlier answers of a deputy an answer is compared with. */
const EARLIER_ANSWERS = 50;
/** And how many templates. */
const TEMPLATES = 300;

/** A text that an answer may repeat, with what it is told by: the number of its appeal, or the title of the template. */
export interface KnownText {
  readonly kind: 'EARLIER_ANSWER' | 'TEMPLATE';
  readonly name: string;
  readonly text: string;
}

/** The last answers of a deputy, newest first, and the templates that lie in the deputy's hands; one statement. */
export async function knownTexts(db: Db, deputyId: string): Promise<KnownText[]> {
  // What was erased says nothing any more about how the deputy writes.
  const { rows } = await sql<KnownText>`
    (select 'EARLIER_ANSWER' as kind, a.number as name, m.text from message m join appeal a on a.id = m.appeal_id
      where m.deputy_id = ${deputyId} and m.kind = 'ANSWER' and a.anonymised_at is null order by m.created_at desc limit ${EARLIER_ANSWERS})
    union all
    (select 'TEMPLATE', t.title, t.text from template t where t.purpose = 'ANSWER' and t.archived_at is null and (t.deputy_id = ${deputyId}
      or t.body_id in (select body_id from mandate where deputy_id = ${deputyId} and is_current)
      or t.faction_id in (select faction_id from mandate where deputy_id = ${deputyId} and is_current)) order by t.changed_at desc limit ${TEMPLATES})`.execute(db);
  return rows;
}
