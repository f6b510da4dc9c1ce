import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { keepWithDraft } from '../files/index.js';
import type { StaffActor } from '../shared/actor.js';
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

/** Stores words that were not sent, once; blank ones are nothing, and so are those that were sent. */
export async function keepDraft(db: Db, appealId: string, account: string, words: string, at: Date): Promise<void> {
  const text = cleaned(words);
  if (isBlank(text) || await wasSent(db, appealId, text)) return;
  await store(db, appealId, account, text, at);
}

const wasSent = async (db: Db, appealId: string, text: string): Promise<boolean> =>
  await db.selectFrom('message').where('appeal_id', '=', appealId).where('text', '=', text).select('id').executeTakeFirst() !== undefined;

/** The own answer that another one was faster than: its words, and the uploads that were to go with it, whatever the words are. */
export async function keepUnsent(em: Em, author: StaffActor, appealId: string, { text, attachments }: { text: string; attachments?: readonly string[] | null | undefined }, at: Date, filesPerLetter: number): Promise<void> {
  const db = rowsOf(em);
  if (!attachments || attachments.length === 0) return keepDraft(db, appealId, author.accountId, text, at);
  const words = cleaned(text);
  await store(db, appealId, author.accountId, words, at);
  const { id } = await db.selectFrom('kept_draft').where('appeal_id', '=', appealId).where('account', '=', author.accountId).where('digest', '=', hashOf(words)).select('id').executeTakeFirstOrThrow();
  await keepWithDraft(em, author, appealId, id, attachments, at, filesPerLetter);
}

async function store(db: Db, appealId: string, account: string, text: string, at: Date): Promise<void> {
  await db.insertInto('kept_draft').values({ id: newId(), appeal_id: appealId, account, text, digest: hashOf(text), kept_at: at })
    .onConflict((conflict) => conflict.columns(['appeal_id', 'account', 'digest']).doNothing()).execute();
  await sql`delete from kept_draft where appeal_id = ${appealId} and account = ${account} and id not in (
    select id from kept_draft where appeal_id = ${appealId} and account = ${account} order by kept_at desc, id desc limit ${KEPT})`.execute(db);
}

/** The same words kept from another window are no longer unsent; the own ones that have files stay for these. */
export async function forgetSent(db: Db, appealId: string, words: string): Promise<void> {
  await db.deleteFrom('kept_draft').where('appeal_id', '=', appealId).where('digest', '=', hashOf(cleaned(words)))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('attachment').whereRef('attachment.kept_draft_id', '=', 'kept_draft.id').select('attachment.id')))).execute();
}

/** Answers that lost a race: the other one was sent, and these words stand beside it for whoever wrote them. */
export class KeptDraftsService {
  readonly ofAppeal: DataLoader<string, KeptDraftRow[]>;

  constructor(private readonly orm: Orm, private readonly desk: Desk, private readonly filesPerLetter: number) {
    const { actor } = desk;
    this.ofAppeal = batchByOwner(async (ids) => {
      if (actor.kind !== 'STAFF') return [];
      return rowsFor(orm, actor).selectFrom('kept_draft').where('appeal_id', 'in', [...ids]).where('account', '=', actor.accountId)
        .select(['id', 'appeal_id as appealId', 'text', 'kept_at as keptAt']).orderBy('kept_at').orderBy('id').execute();
    }, ({ appealId }) => appealId);
  }

  /** Keeps words that are only in a browser, with what was uploaded to go with them, when the appeal was answered under its hands. */
  async keep(input: KeepAnswerDraftInput): Promise<string> {
    const author = staff(this.desk.actor);
    if (input.text.length > LIMITS.answer) throw new Refusal('ANSWER_TOO_LONG', 'text', { max: LIMITS.answer, length: input.text.length });
    const count = input.attachments?.length ?? 0;
    if (count > this.filesPerLetter) throw new Refusal('FILES_TOO_MANY', 'attachments', { max: this.filesPerLetter, count });
    const appealId = asId(input.appealId, 'appealId');
    await transaction(this.orm, author, async (em) => {
      const appeal = await this.desk.locked(em, appealId);
      allow(canWorkOn(author, factsOf(appeal)));
      await keepUnsent(em, author, appeal.id, input, this.desk.clock.now(), this.filesPerLetter);
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
