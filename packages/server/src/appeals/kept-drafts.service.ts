import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Db, type Orm } from '../db/orm.js';
import { allow, staff } from '../shared/allow.js';
import { notFound } from '../shared/failures.js';
import { asId, hashOf, newId } from '../shared/ids.js';
import { batchByOwner } from '../shared/loader.js';
import { Refusal } from '../shared/refusal.js';
import { cleaned, isBlank } from '../shared/words.js';
import type { KeepAnswerDraftInput } from './appeal.inputs.js';
import { canWorkOn } from './appeals.policy.js';
import { factsOf, type Desk } from './desk.js';
import { LIMITS } from './limits.js';

/** How many unsent answers of one person stay with an appeal; of more, the newest. */
const KEPT = 20;

export interface KeptDraftRow {
  id: string;
  appealId: string;
  text: string;
  keptAt: Date;
}

/** Stores words that were not sent, once; blank ones are nothing. */
export async function keepDraft(db: Db, appealId: string, account: string, words: string, at: Date): Promise<void> {
  const text = cleaned(words);
  if (isBlank(text)) return;
  // What was sent needs no keeping.
  if (await db.selectFrom('message').where('appeal_id', '=', appealId).where('text', '=', text).select('id').executeTakeFirst()) return;
  await db.insertInto('kept_draft').values({ id: newId(), appeal_id: appealId, account, text, digest: hashOf(text), kept_at: at })
    .onConflict((conflict) => conflict.columns(['appeal_id', 'account', 'digest']).doNothing()).execute();
  await sql`delete from kept_draft where appeal_id = ${appealId} and account = ${account} and id not in (
    select id from kept_draft where appeal_id = ${appealId} and account = ${account} order by kept_at desc, id desc limit ${KEPT})`.execute(db);
}

/** The same words kept from another window are no longer unsent. */
export async function forgetSent(db: Db, appealId: string, words: string): Promise<void> {
  await db.deleteFrom('kept_draft').where('appeal_id', '=', appealId).where('digest', '=', hashOf(cleaned(words))).execute();
}

/** Answers that lost a race: the other one was sent, and these words stand beside it for whoever wrote them. */
export class KeptDraftsService {
  readonly ofAppeal: DataLoader<string, KeptDraftRow[]>;

  constructor(private readonly orm: Orm, private readonly desk: Desk) {
    const { actor } = desk;
    this.ofAppeal = batchByOwner(async (ids) => {
      if (actor.kind !== 'STAFF') return [];
      return rowsFor(orm, actor).selectFrom('kept_draft').where('appeal_id', 'in', [...ids]).where('account', '=', actor.accountId)
        .select(['id', 'appeal_id as appealId', 'text', 'kept_at as keptAt']).orderBy('kept_at').orderBy('id').execute();
    }, ({ appealId }) => appealId);
  }

  /** Keeps words that are only in a browser, when the appeal was answered under its hands. */
  async keep(input: KeepAnswerDraftInput): Promise<string> {
    const author = staff(this.desk.actor);
    if (input.text.length > LIMITS.answer) throw new Refusal('ANSWER_TOO_LONG', 'text', { max: LIMITS.answer, length: input.text.length });
    const appealId = asId(input.appealId, 'appealId');
    await transaction(this.orm, author, async (em) => {
      const appeal = await this.desk.locked(em, appealId);
      allow(canWorkOn(author, factsOf(appeal)));
      await keepDraft(rowsOf(em), appeal.id, author.accountId, input.text, this.desk.clock.now());
    });
    return appealId;
  }

  /** Its author needs it no more. @returns the appeal's id */
  async discard(id: string): Promise<string> {
    const author = staff(this.desk.actor);
    const row = await rowsFor(this.orm, author).deleteFrom('kept_draft').where('id', '=', asId(id)).where('account', '=', author.accountId).returning('appeal_id').executeTakeFirst();
    if (!row) throw notFound();
    return row.appeal_id;
  }
}
