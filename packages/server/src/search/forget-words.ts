import { sql } from 'kysely';
import { transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';

/**
 * Takes words out of the search's list that no appeal has any more, so that nothing of an erased one is left there, and those that stand
 * there twice. Of the owner's rights. @returns how many went
 */
export async function forgetWords(owner: Orm): Promise<number> {
  const { numAffectedRows } = await transaction(owner, SYSTEM, (em) => sql`
    delete from search_word w where not exists (select from search_entry e where e.words @@ plainto_tsquery('russian', w.word))
      or exists (select from search_word twin where twin.word = w.word and twin.id < w.id)`.execute(rowsOf(em)));
  return Number(numAffectedRows ?? 0n);
}
