import type { Db, Em } from '../db/orm.js';
import type { Appeal } from './appeal.entity.js';
import type { AppealMove } from './appeal.lifecycle.js';
import { Question } from './question.entity.js';
import type { Before } from './undo-step.entity.js';

/** What a person may take back while its news waits. Returning an appeal is left out: it lies beyond the actor's walls then. */
const UNDOABLE: readonly AppealMove[] = [
  'REQUEST_CLARIFICATION', 'REJECT', 'REGISTER', 'ANSWER', 'FORWARD_TO_DEPUTY', 'FORWARD_OUTSIDE', 'EXTEND', 'REOPEN_BY_STAFF',
];
export const isUndoable = (move: AppealMove): boolean => UNDOABLE.includes(move);

/** Everything that a move can change. */
const CHANGEABLE = [
  'status', 'kind', 'topic', 'deputy', 'mandate', 'aboutDeputy', 'registerBy', 'clarificationAskedOn', 'clarifyBy', 'pausedDays', 'registeredAt', 'registeredOn',
  'extensionDays', 'dueOn', 'reopenedOn', 'firstDueOn', 'firstReactionAt', 'answeredAt', 'answeredOn', 'closedAt', 'rejectReason', 'forwardedOutside',
  'forwardedTo', 'forwardedToMandate', 'forwardedBody', 'reopenedTimes', 'feedbackUntil',
] as const satisfies readonly (keyof Appeal)[];
/** Of these, what JSON keeps as text. */
export const INSTANTS: readonly string[] = ['registeredAt', 'firstReactionAt', 'answeredAt', 'closedAt'];

/** The appeal as it is before a move. */
export async function photographed(em: Em, appeal: Appeal): Promise<Before> {
  const questions = await em.find(Question, { appeal: appeal.id });
  return {
    appeal: Object.fromEntries(CHANGEABLE.map((name) => [name, appeal[name] ?? null])),
    questions: questions.map(({ id, result, resultText }) => ({ id, result: result ?? null, resultText: resultText ?? null })),
  };
}

/** Whether a job's news is of a move that was taken back. */
export async function wasUndone(db: Db, undo: string | undefined): Promise<boolean> {
  if (!undo) return false;
  return (await db.selectFrom('undo_step').where('id', '=', undo).where('undone_at', 'is not', null).select('id').executeTakeFirst()) !== undefined;
}

/** Until when a job's news has to wait, for a move that was not taken back and can be. */
export async function undoableUntil(db: Db, undo: string | undefined): Promise<Date | null> {
  if (!undo) return null;
  return (await db.selectFrom('undo_step').where('id', '=', undo).where('undone_at', 'is', null).select('until').executeTakeFirst())?.until ?? null;
}

/** The applicant looks at the appeal: what can be seen has left the house. */
export async function seenByApplicant(db: Db, appealId: string, at: Date): Promise<void> {
  await db.updateTable('undo_step').set({ seen_at: at }).where('appeal_id', '=', appealId).where('until', '>', at).where('seen_at', 'is', null).execute();
}
