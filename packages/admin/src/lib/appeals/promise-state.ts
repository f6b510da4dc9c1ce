import type { PromiseState } from '../../gql/schema';
import type { Tone } from '../../ui/tone';

export const PROMISE_STATES = ['OPEN', 'ASKED', 'KEPT', 'PARTLY', 'BROKEN', 'UNKNOWN'] as const satisfies readonly PromiseState[];

/** The colour of a promise; its words stand in the common catalogue as `promise.<state>`. */
export const PROMISE_TONE: Record<PromiseState, Tone> = { OPEN: 'quiet', ASKED: 'waiting', KEPT: 'good', PARTLY: 'warning', BROKEN: 'danger', UNKNOWN: 'quiet' };
