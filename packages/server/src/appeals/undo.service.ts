import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { returnToDraft } from '../files/index.js';
import { record } from '../history/index.js';
import { SYSTEM } from '../shared/actor.js';
import { conflict } from '../shared/failures.js';
import { ratingSoon } from '../shared/jobs.js';
import { batchById } from '../shared/loader.js';
import { Refusal } from '../shared/refusal.js';
import { AnswerDraft } from './answer-draft.entity.js';
import type { Appeal } from './appeal.entity.js';
import { tellOfChange } from './changes.js';
import type { Desk } from './desk.js';
import { Message } from './message.entity.js';
import { Question } from './question.entity.js';
import { INSTANTS } from './undo.js';
import { UndoStep } from './undo-step.entity.js';

/** The way back for 30 seconds: a move whose news has not left the house is unmade by whoever made it, and both stand on record. */
export class UndoService {
  /** Until when whoever looks may take the own last move back, by the appeal's id. */
  readonly steps: DataLoader<string, { id: string; until: Date } | null>;

  constructor(private readonly orm: Orm, private readonly desk: Desk) {
    this.steps = batchById(async (ids) => {
      const { actor, clock } = desk;
      if (actor.kind !== 'STAFF') return [];
      return rowsFor(orm, actor).selectFrom('undo_step as s').innerJoin('appeal as a', (join) => join.onRef('a.id', '=', 's.appeal_id').onRef('a.version', '=', 's.version'))
        .where('s.appeal_id', 'in', [...ids]).where('s.account', '=', actor.accountId).where('s.until', '>', clock.now()).where('s.seen_at', 'is', null).where('s.undone_at', 'is', null)
        .select(['a.id', 's.until']).execute();
    });
  }

  /** UNDO_TOO_LATE after its seconds, or when the applicant has seen the move; CONFLICT when something happened to the appeal since. */
  async undo(id: string, version: number): Promise<string> {
    const { actor, clock } = this.desk;
    // Rows that the move made are removed, which nobody who acts for people may do otherwise.
    await transaction(this.orm, SYSTEM, async (em) => {
      const appeal = await this.desk.locked(em, id);
      if (appeal.version !== version) throw conflict();
      const step = await em.findOne(UndoStep, { appeal: appeal.id, version, account: actor.kind === 'STAFF' ? actor.accountId : '', undoneAt: null });
      const at = clock.now();
      if (!step) throw new Refusal('NOTHING_TO_UNDO');
      if (at >= step.until || step.seenAt) throw new Refusal('UNDO_TOO_LATE');
      const from = appeal.status;
      await this.restore(em, appeal, step);
      appeal.changedAt = at;
      step.undoneAt = at;
      await em.flush();
      await record(em, appeal, actor, at, { event: 'MOVE_UNDONE', move: step.move, from });
      if (step.move === 'ANSWER') await ratingSoon(em, at);
      await tellOfChange(em, appeal, appeal.status);
      await this.desk.together?.note(em, appeal);
    });
    return id;
  }

  private async restore(em: Em, appeal: Appeal, step: UndoStep): Promise<void> {
    if (step.move === 'ANSWER') await this.answerAsDraft(em, appeal, step);
    for (const [name, value] of Object.entries(step.before.appeal)) {
      Object.assign(appeal, { [name]: typeof value === 'string' && INSTANTS.includes(name) ? new Date(value) : value });
    }
    const questions = await em.find(Question, { appeal: appeal.id });
    for (const { id, result, resultText } of step.before.questions) {
      const question = questions.find((one) => one.id === id);
      if (question) Object.assign(question, { result, resultText });
    }
    await sql`select unmake(${step.id}::uuid)`.execute(rowsOf(em));
  }

  /** What was signed stands in the composer again, with its files: nothing is lost. */
  private async answerAsDraft(em: Em, appeal: Appeal, step: UndoStep): Promise<void> {
    const message = await em.findOne(Message, { id: { $in: step.made.messages }, kind: 'ANSWER' });
    if (!message) return;
    const questions = await em.find(Question, { appeal: appeal.id });
    em.persist(em.create(AnswerDraft, {
      appeal: appeal.id, text: message.text, revision: 1, savedBy: step.account, savedByName: message.authorName, savedAt: message.createdAt,
      questions: questions.map(({ id, result, resultText }) => ({ id, result: result ?? null, text: resultText ?? null })),
    }));
    await em.flush();
    await returnToDraft(em, appeal.id, step.made.messages);
  }

  /** Steps that nobody can go back any more: a job's daily round. */
  static async forget(orm: Orm, now: Date): Promise<number> {
    const { numDeletedRows } = await rowsFor(orm, SYSTEM).deleteFrom('undo_step').where(sql<boolean>`until < ${now}::timestamptz - interval '1 day'`).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
