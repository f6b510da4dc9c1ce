import type { AppealFullFragment } from '../../../gql/appeals';
import type { AppealMove } from '../../../gql/schema';

/** An appeal with everything that its page shows. */
export type AppealFull = AppealFullFragment;

const MODERATION: readonly AppealMove[] = ['REGISTER', 'REQUEST_CLARIFICATION', 'REJECT'];

/** A move that is made at the desk of the queue. */
export const isModeration = (move: AppealMove): boolean => MODERATION.includes(move);
