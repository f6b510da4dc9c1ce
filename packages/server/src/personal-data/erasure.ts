import { randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { Appeal, tellOfChange } from '../appeals/index.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { readInsiders, type Insiders } from '../feedback/index.js';
import { forgetFilesOf } from '../files/index.js';
import { record } from '../history/index.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { hashOf } from '../shared/ids.js';
import type { ErasureCause } from '../shared/jobs.js';
import type { Vault } from '../shared/vault.js';
import { nextDue } from './retention.js';

/** What stands where a text was. */
export const ERASED_TEXTS: Record<ErasureCause, string> = {
  ASKED_BY_APPLICANT: 'Текст удалён по просьбе заявителя',
  ASKED_BY_ADMINISTRATOR: 'Текст удалён по просьбе заявителя',
  RETENTION: 'Текст удалён по сроку хранения',
};
const ERASED_NAME = 'Данные удалены';

/**
 * Takes a person out of an appeal and leaves what statistics count: statuses, days, topics, results, marks. It is the worker's work,
 * with the database's owner: the server's own role may not touch the words of history.
 */
export class Erasure {
  constructor(private readonly orm: Orm, private readonly clock: Clock, private readonly vault: Vault) {}

  /** Each appeal in a transaction of its own; run again, it goes on where it was cut off. @returns how many were anonymised now */
  async erase(appealIds: readonly string[], pseudonym: string, cause: ErasureCause): Promise<number> {
    return this.eraseEach(appealIds.map((id) => ({ id, pseudonym })), cause);
  }

  /** What the rules of retention name today, so many at once; appeals of one person stay one person's. */
  async eraseOver(limit?: number): Promise<number> {
    const appeals = await nextDue(this.orm, this.clock.now(), limit);
    const pseudonyms = new Map<string, string>();
    for (const { contactHash } of appeals) if (!pseudonyms.has(contactHash)) pseudonyms.set(contactHash, newPseudonym());
    return this.eraseEach(appeals.map(({ id, contactHash }) => ({ id, pseudonym: pseudonyms.get(contactHash)! })), 'RETENTION');
  }

  private async eraseEach(appeals: readonly { id: string; pseudonym: string }[], cause: ErasureCause): Promise<number> {
    if (appeals.length === 0) return 0;
    const insiders = await transaction(this.orm, SYSTEM, (em) => readInsiders(rowsOf(em), this.vault));
    let erased = 0;
    for (const { id, pseudonym } of appeals) {
      if (await transaction(this.orm, SYSTEM, (em) => this.eraseOne(em, id, pseudonym, cause, insiders))) erased += 1;
    }
    return erased;
  }

  private async eraseOne(em: Em, id: string, pseudonym: string, cause: ErasureCause, insiders: Insiders): Promise<boolean> {
    const appeal = await em.findOne(Appeal, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!appeal || appeal.anonymisedAt) return false;
    const at = this.clock.now();
    const text = ERASED_TEXTS[cause];
    const db = rowsOf(em);
    // No code opens it any more: nobody knows what this is the hash of.
    appeal.anonymise(text, hashOf(newPseudonym()), at);
    await em.flush();
    await this.keepMarks(db, appeal, pseudonym, insiders);
    await db.updateTable('applicant').where('id', '=', appeal.applicant).set({
      name: this.vault.seal('applicant.name', ERASED_NAME), email: null, phone: null, email_failed_at: null, contact_hash: pseudonym,
    }).execute();
    await db.updateTable('question').where('appeal_id', '=', id).set({ text }).execute();
    await db.updateTable('question').where('appeal_id', '=', id).where('result_text', 'is not', null).set({ result_text: text }).execute();
    await forgetFilesOf(em, db, id);
    const messages = await db.updateTable('message').where('appeal_id', '=', id).set({ text }).returning('id').execute();
    await db.deleteFrom('appeal_print').where('appeal_id', '=', id).execute();
    await db.deleteFrom('suggestion').where('appeal_id', '=', id).execute();
    // What was promised to nobody in particular any more cannot be asked about; what the applicant said stays counted.
    await db.updateTable('promise').where('appeal_id', '=', id).set({ text, link_hash: null }).execute();
    await db.updateTable('promise').where('appeal_id', '=', id).where('state', 'in', ['OPEN', 'ASKED']).set({ state: 'UNKNOWN', outcome_at: at }).execute();
    await db.deleteFrom('note').where('appeal_id', '=', id).execute();
    await db.deleteFrom('answer_draft').where('appeal_id', '=', id).execute();
    await db.deleteFrom('kept_draft').where('appeal_id', '=', id).execute();
    await db.deleteFrom('undo_step').where('appeal_id', '=', id).execute();
    await db.deleteFrom('mail').where('appeal_id', '=', id).execute();
    for (const message of messages) {
      await db.deleteFrom('feedback_link').where('answer_id', '=', message.id).execute();
      await sql`select graphile_worker.remove_job(${`reminder:${message.id}`})`.execute(db);
    }
    // The chain stays whole: it holds nothing of the words but a salted digest, and the salt goes with them.
    await sql`delete from history_text t using history_entry h where h.id = t.entry_id and h.appeal_id = ${id}`.execute(db);
    await record(em, appeal, SYSTEM, at, { event: 'DATA_ERASED', reason: cause });
    await tellOfChange(em, appeal, appeal.status);
    return true;
  }

  /** Marks stay and count as they did: as one person's, and as staff's or the deputy's own where they were, which only the contact tells. */
  private async keepMarks(db: Db, appeal: Appeal, pseudonym: string, insiders: Insiders): Promise<void> {
    const marks = await db.selectFrom('feedback').where('appeal_id', '=', appeal.id).select(['id', 'deputy_id', 'applicant_key', 'insider']).execute();
    for (const { id, deputy_id: deputyId, applicant_key: key, insider } of marks) {
      const is = insiders.staff.has(key) ? 'STAFF' as const : insiders.own.get(deputyId)?.has(key) ? 'OWN' as const : insider ?? null;
      await db.updateTable('feedback').where('id', '=', id)
        .set({ applicant_key: pseudonym, insider: is, comment: null, comment_state: 'NONE' }).execute();
    }
  }
}

/** Stands for one person from one erasure on, and leads to nobody. */
export const newPseudonym = (): string => `erased:${randomBytes(24).toString('base64url')}`;
