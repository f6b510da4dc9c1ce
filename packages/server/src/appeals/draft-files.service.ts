import { sql } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import type { Em, Orm } from '../db/orm.js';
import { attachToDraft, removeFromDraft } from '../files/index.js';
import { SYSTEM, type StaffActor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { AnswerDraft } from './answer-draft.entity.js';
import type { AttachToAnswerDraftInput, DetachFromAnswerDraftInput } from './appeal.inputs.js';
import type { Appeal } from './appeal.entity.js';
import { canDraft } from './appeals.policy.js';
import { tellConsole } from './changes.js';
import { factsOf, type Desk } from './desk.js';

/**
 * The files of a draft, added and taken out one by one: whoever writes meanwhile is not disturbed, and no list that is old undoes what
 * another person did. Words and revision stay as they are.
 */
export class DraftFilesService {
  constructor(private readonly orm: Orm, private readonly desk: Desk, private readonly filesPerLetter: number) {}

  /** @returns the appeal's id */
  attach({ appealId, attachments }: AttachToAnswerDraftInput): Promise<string> {
    return this.change(appealId, async (em, appeal, author) => {
      const at = this.desk.clock.now();
      if (await em.count(AnswerDraft, { appeal: appeal.id }) === 0) {
        // The revision before the first: whoever has typed and not yet saved is not behind it.
        em.persist(em.create(AnswerDraft, { appeal: appeal.id, text: '', questions: [], revision: 0, savedBy: author.accountId, savedByName: author.name, savedAt: at }));
        await em.flush();
      }
      await attachToDraft(em, author, appeal.id, attachments, at, this.filesPerLetter);
    });
  }

  /** NOT_FOUND for a file that does not stand in this draft. @returns the appeal's id */
  detach({ appealId, attachmentId }: DetachFromAnswerDraftInput): Promise<string> {
    const id = asId(attachmentId, 'attachmentId');
    return this.change(appealId, async (em, appeal) => {
      if (!await removeFromDraft(em, appeal.id, id)) throw notFound();
    });
  }

  /** Drafts of appeals that ended without an answer are nobody's to send: a job's nightly round lets them go, and their files with them. */
  static async forget(orm: Orm, now: Date): Promise<number> {
    const { numAffectedRows } = await sql`delete from answer_draft d using appeal a where a.id = d.appeal_id and (a.status in ('REJECTED', 'WITHDRAWN') or a.forwarded_outside)
      and a.changed_at < ${now}::timestamptz - interval '1 day'`.execute(rowsFor(orm, SYSTEM));
    return Number(numAffectedRows);
  }

  private async change(appealId: string, work: (em: Em, appeal: Appeal, author: StaffActor) => Promise<void>): Promise<string> {
    const author = staff(this.desk.actor);
    const id = asId(appealId, 'appealId');
    await transaction(this.orm, author, async (em) => {
      const appeal = await this.desk.locked(em, id);
      allow(canDraft(author, factsOf(appeal)));
      await work(em, appeal, author);
      await tellConsole(em, appeal);
    });
    return id;
  }
}
