import type { AppealFullFragment } from '../../../gql/appeals';
import type { AppealMove } from '../../../gql/schema';

/** An appeal with everything that its page shows. */
export type AppealFull = AppealFullFragment;

const MODERATION: readonly AppealMove[] = ['REGISTER', 'REQUEST_CLARIFICATION', 'REJECT'];

/** Whether the dialog of this move may open now. */
export const mayAsk = ({ availableMoves, maxExtensionDays }: Pick<AppealFull, 'availableMoves' | 'maxExtensionDays'>, move: AppealMove): boolean =>
  availableMoves.includes(move) && (move !== 'EXTEND' || maxExtensionDays > 0);

/** A move that is made at the desk of the queue. */
export const isModeration = (move: AppealMove): boolean => MODERATION.includes(move);
