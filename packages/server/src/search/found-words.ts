import { sql } from 'kysely';
import type { Db } from '../db/orm.js';
import { hitsIn, MARKS, passages, whole, type Part } from './fragments.js';
import type { Understood } from './finder.js';

/** Where in an appeal a fragment stands. */
export const FOUND_PLACES = ['SUBJECT', 'TEXT', 'THREAD'] as const;
export type FoundPlace = (typeof FOUND_PLACES)[number];

export interface Fragment {
  readonly place: FoundPlace;
  readonly parts: readonly Part[];
}

/** So much of a text is looked through for fragments, in characters. */
const LOOKED_THROUGH = 10_000;
const PASSAGES = 2;

/** What of these appeals was found, for any number of them in one statement; whoever may read an appeal may read its fragments. */
export async function foundWords(db: Db, ids: readonly string[], { plan, wanted }: Pick<Understood, 'plan' | 'wanted'>): Promise<Map<string, Fragment[]>> {
  // Where the words themselves were enough, others like them were not looked for.
  const words = plan.terms.map(({ exact, like }) => (wanted === plan.strict ? exact : `${exact} | ${like}`)).join(' | ');
  const marks = `HighlightAll=true, StartSel=${MARKS.from}, StopSel=${MARKS.to}`;
  // Each sign becomes a space, so that the places of letters stay.
  const marked = (column: string) => sql<string>`ts_headline('russian', regexp_replace(translate(${sql.ref(column)}, 'ёЁ', 'еЕ'), '[^[:alnum:]]', ' ', 'g'), ${words}::tsquery, ${marks})`;
  const { rows } = await sql<Record<'id' | 'subject' | 'text' | 'thread' | 'markedSubject' | 'markedText' | 'markedThread', string>>`
    select t.*, ${marked('t.subject')} as "markedSubject", ${marked('t.text')} as "markedText", ${marked('t.thread')} as "markedThread" from (
      select a.id, a.subject, left(a.text, ${LOOKED_THROUGH}) as text, left(concat_ws(E'\n', (select string_agg(m.text, E'\n' order by m.created_at, m.id) from message m where m.appeal_id = a.id),
        (select string_agg(concat_ws(E'\n', q.text, q.result_text), E'\n' order by q.position) from question q where q.appeal_id = a.id)), ${LOOKED_THROUGH}) as thread
      from appeal a where a.id = any (${[...ids]}::uuid[])) t`.execute(db);
  return new Map(rows.map((row) => {
    const subject = hitsIn(row.markedSubject);
    const letter = passages(row.text, hitsIn(row.markedText), PASSAGES);
    const thread = letter.length > 0 || subject.length > 0 ? [] : passages(row.thread, hitsIn(row.markedThread), PASSAGES);
    return [row.id, [
      ...(subject.length > 0 ? [{ place: 'SUBJECT' as const, parts: whole(row.subject, subject) }] : []),
      ...letter.map((parts) => ({ place: 'TEXT' as const, parts })), ...thread.map((parts) => ({ place: 'THREAD' as const, parts })),
    ]];
  }));
}
