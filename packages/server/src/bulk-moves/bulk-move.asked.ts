import { LIMITS } from '../appeals/index.js';
import type { Reference } from '../regions/index.js';
import { asId } from '../shared/ids.js';
import { Refusal } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import type { BulkMoveInput } from './bulk-move.inputs.js';
import type { Asked } from './bulk-move.moves.js';

/** What is asked for, with a refusal for everything that is wrong with it whatever the appeal; null when no one move is named. */
export function askedOf(input: BulkMoveInput, reference: Reference, refusals: Refusal[]): Asked | null {
  const { register, reject, requestClarification, begin, forwardToDeputy, forwardOutside, extend, returnToModeration, reopen } = input;
  const text = (words: string, field: string): string => checkText(words, { field, max: LIMITS.reason, empty: field.endsWith('reason') ? 'REASON_EMPTY' : 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
  const moves: (() => Asked)[] = [];
  if (register) {
    moves.push(() => {
      const topicCode = register.topicCode ?? null;
      if (topicCode !== null && !reference.topic(topicCode, 'ru')) refusals.push(new Refusal('TOPIC_UNKNOWN', 'register.topicCode'));
      return { move: 'REGISTER', topicCode, deputyId: register.deputyId ? asId(register.deputyId, 'register.deputyId') : null, kind: register.kind ?? null };
    });
  }
  if (reject) {
    moves.push(() => {
      if (reject.reason === 'NO_CLARIFICATION') refusals.push(new Refusal('REASON_NOT_FOR_PEOPLE', 'reject.reason'));
      return { move: 'REJECT', reason: reject.reason, text: text(reject.text, 'reject.text') };
    });
  }
  if (requestClarification) moves.push(() => ({ move: 'REQUEST_CLARIFICATION', text: text(requestClarification.text, 'requestClarification.text') }));
  if (begin) moves.push(() => ({ move: 'BEGIN' }));
  if (forwardToDeputy) {
    moves.push(() => ({
      move: 'FORWARD_TO_DEPUTY', deputyId: asId(forwardToDeputy.deputyId, 'forwardToDeputy.deputyId'), reason: text(forwardToDeputy.reason, 'forwardToDeputy.reason'),
    }));
  }
  if (forwardOutside) {
    moves.push(() => ({
      move: 'FORWARD_OUTSIDE',
      body: checkText(forwardOutside.body, { field: 'forwardOutside.body', max: LIMITS.name, empty: 'BODY_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals),
      text: text(forwardOutside.text, 'forwardOutside.text'),
    }));
  }
  if (extend) moves.push(() => ({ move: 'EXTEND', days: extend.days, reason: text(extend.reason, 'extend.reason') }));
  if (returnToModeration) moves.push(() => ({ move: 'RETURN_TO_MODERATION', reason: text(returnToModeration.reason, 'returnToModeration.reason') }));
  if (reopen) moves.push(() => ({ move: 'REOPEN_BY_STAFF', reason: text(reopen.reason, 'reopen.reason') }));
  if (moves.length === 1) return moves[0]!();
  refusals.push(new Refusal('BULK_MOVE_UNCLEAR'));
  return null;
}
