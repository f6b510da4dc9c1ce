import type { AppealKind, AppealMove, RejectReason } from '../appeals/appeal.lifecycle.js';

/** What can be done to many appeals at once. An answer is not among them: what is answered together is a campaign. */
export const BULK_MOVES = [
  'REGISTER', 'REJECT', 'REQUEST_CLARIFICATION', 'BEGIN', 'FORWARD_TO_DEPUTY', 'FORWARD_OUTSIDE', 'EXTEND', 'RETURN_TO_MODERATION', 'REOPEN_BY_STAFF',
] as const satisfies readonly AppealMove[];
export type BulkMoveName = (typeof BULK_MOVES)[number];

/** PREVIEW: nothing is moved yet. STOPPED: a person ended it before its end. UNDOING and UNDONE: it is being taken back, and was. */
export const BULK_STATES = ['PREVIEW', 'RUNNING', 'STOPPED', 'DONE', 'UNDOING', 'UNDONE'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** READY will be moved, REFUSED was not and says why, LEFT was not reached before it was stopped, UNDONE was moved and taken back. */
export const OUTCOMES = ['READY', 'DONE', 'REFUSED', 'LEFT', 'UNDONE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Appeals of one bulk move. */
export const MAX_BULK_MOVE = 10_000;
/** Of those, as many as can be named by their ids: more do not fit into a request. */
export const MAX_NAMED = 5_000;
/** Bulk moves of one account that run at once. */
export const MAX_RUNNING = 3;

/** The move and all that comes with it, as it is kept. */
export type Asked =
  | { move: 'REGISTER'; topicCode: string | null; deputyId: string | null; kind: AppealKind | null }
  | { move: 'REJECT'; reason: RejectReason; text: string }
  | { move: 'REQUEST_CLARIFICATION'; text: string }
  | { move: 'BEGIN' }
  | { move: 'FORWARD_TO_DEPUTY'; deputyId: string; reason: string }
  | { move: 'FORWARD_OUTSIDE'; body: string; text: string }
  | { move: 'EXTEND'; days: number; reason: string }
  | { move: 'RETURN_TO_MODERATION'; reason: string }
  | { move: 'REOPEN_BY_STAFF'; reason: string };

/** With what one appeal is accepted. */
export interface Acceptance {
  topicCode: string;
  deputyId: string;
}

/** Why one appeal is not moved, as it is kept; its sentence is made in the language of whoever reads. */
export interface KeptRefusal {
  code: string;
  field: string | null;
  params: Readonly<Record<string, string | number>>;
}
