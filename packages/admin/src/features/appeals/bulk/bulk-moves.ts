import type { BulkMoveInput, RejectReasonCode, Role } from '../../../gql/schema';
import type { ChosenDeputy } from '../queue/deputy-select';

/** What can be done to many appeals at once, in the order of the menu. */
export const BULK_MOVES = [
  'REGISTER', 'REJECT', 'REQUEST_CLARIFICATION', 'BEGIN', 'FORWARD_TO_DEPUTY', 'FORWARD_OUTSIDE', 'EXTEND', 'RETURN_TO_MODERATION', 'REOPEN_BY_STAFF',
] as const;
export type BulkMoveName = (typeof BULK_MOVES)[number];

const MODERATING: readonly BulkMoveName[] = ['REGISTER', 'REJECT', 'REQUEST_CLARIFICATION', 'FORWARD_TO_DEPUTY', 'FORWARD_OUTSIDE', 'RETURN_TO_MODERATION'];
const SENIOR: readonly BulkMoveName[] = [...MODERATING, 'EXTEND', 'REOPEN_BY_STAFF'];
const BY_ROLE: Record<Role, readonly BulkMoveName[]> = {
  MODERATOR: MODERATING,
  COORDINATOR: SENIOR,
  ADMINISTRATOR: SENIOR,
  ANALYST: [],
  DEPUTY: ['BEGIN', 'FORWARD_TO_DEPUTY', 'FORWARD_OUTSIDE', 'EXTEND', 'RETURN_TO_MODERATION'],
  AIDE: ['BEGIN', 'RETURN_TO_MODERATION'],
};
const IN_QUEUE: readonly BulkMoveName[] = ['REGISTER', 'REJECT', 'REQUEST_CLARIFICATION'];

/** The moves that are offered: which of them each appeal allows, the preview says. */
export const movesOf = (role: Role, place: 'queue' | 'appeals'): readonly BulkMoveName[] =>
  BULK_MOVES.filter((move) => BY_ROLE[role].includes(move) && (place === 'appeals' || IN_QUEUE.includes(move)));

/** What is filled in for a move; kept while the dialog is open, whichever way one goes in it. */
export interface BulkWords {
  topicCode: string | null;
  deputy: ChosenDeputy | null;
  reason: RejectReasonCode | null;
  body: string;
  days: number | '';
  text: string;
}
export const NO_WORDS: BulkWords = { topicCode: null, deputy: null, reason: null, body: '', days: '', text: '' };

/** The part of the input that names the move. */
export function moveInput(move: BulkMoveName, { topicCode, deputy, reason, body, days, text }: BulkWords): Partial<BulkMoveInput> {
  const words = text.trim();
  switch (move) {
    case 'REGISTER':
      return { register: { topicCode, deputyId: deputy?.id ?? null } };
    case 'REJECT':
      return { reject: { reason: reason ?? 'SPAM', text: words } };
    case 'REQUEST_CLARIFICATION':
      return { requestClarification: { text: words } };
    case 'BEGIN':
      return { begin: true };
    case 'FORWARD_TO_DEPUTY':
      return { forwardToDeputy: { deputyId: deputy?.id ?? '', reason: words } };
    case 'FORWARD_OUTSIDE':
      return { forwardOutside: { body: body.trim(), text: words } };
    case 'EXTEND':
      return { extend: { days: Number(days), reason: words } };
    case 'RETURN_TO_MODERATION':
      return { returnToModeration: { reason: words } };
    case 'REOPEN_BY_STAFF':
      return { reopen: { reason: words } };
  }
}

/** What must be there before the server is asked. */
export const lacks = (move: BulkMoveName, words: BulkWords): 'deputy' | 'reason' | null =>
  move === 'FORWARD_TO_DEPUTY' && words.deputy === null ? 'deputy' : move === 'REJECT' && words.reason === null ? 'reason' : null;
