import { describe, expect, test } from 'vitest';
import {
  ACTOR_KINDS, APPEAL_MOVES, APPEAL_STATUSES, LIFECYCLE, MOVE_NEEDS, OPEN_STATUSES, QUESTION_RESULTS, REJECT_REASONS,
  canMove, findMove, isOpen, movesFrom, statusAfter,
} from './appeal.lifecycle.js';
import type { ActorKind, AppealMove, AppealStatus, MoveOrigin } from './appeal.lifecycle.js';

const STAFF: ActorKind[] = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR'];

/** Every row of rules §1, as «from, move, to, by whom». */
const RULES: [MoveOrigin, AppealMove, AppealStatus, ActorKind[]][] = [
  ['INTAKE', 'SUBMIT', 'SUBMITTED', ['APPLICANT', 'PARTNER', ...STAFF]],
  ['SUBMITTED', 'REQUEST_CLARIFICATION', 'CLARIFICATION', STAFF],
  ['CLARIFICATION', 'CLARIFY', 'SUBMITTED', ['APPLICANT']],
  ['CLARIFICATION', 'LAPSE', 'REJECTED', ['SYSTEM']],
  ['SUBMITTED', 'REJECT', 'REJECTED', STAFF],
  ['CLARIFICATION', 'REJECT', 'REJECTED', STAFF],
  ['SUBMITTED', 'REGISTER', 'REGISTERED', STAFF],
  ['REGISTERED', 'BEGIN', 'IN_PROGRESS', ['DEPUTY', 'AIDE']],
  ['REOPENED', 'BEGIN', 'IN_PROGRESS', ['DEPUTY', 'AIDE']],
  ['REGISTERED', 'FORWARD_TO_DEPUTY', 'FORWARDED', ['DEPUTY', ...STAFF]],
  ['IN_PROGRESS', 'FORWARD_TO_DEPUTY', 'FORWARDED', ['DEPUTY', ...STAFF]],
  ['FORWARDED', 'ACCEPT_FORWARDED', 'REGISTERED', ['DEPUTY', 'AIDE']],
  ['FORWARDED', 'RETURN_FORWARDED', 'REGISTERED', ['DEPUTY', 'AIDE', 'COORDINATOR', 'ADMINISTRATOR']],
  ['REGISTERED', 'FORWARD_OUTSIDE', 'FORWARDED', ['DEPUTY', ...STAFF]],
  ['IN_PROGRESS', 'FORWARD_OUTSIDE', 'FORWARDED', ['DEPUTY', ...STAFF]],
  ['IN_PROGRESS', 'ANSWER', 'ANSWERED', ['DEPUTY']],
  ['REGISTERED', 'ANSWER', 'ANSWERED', ['DEPUTY']],
  ['REOPENED', 'ANSWER', 'ANSWERED', ['DEPUTY']],
  ['REGISTERED', 'HAND_OVER', 'REGISTERED', ['COORDINATOR', 'ADMINISTRATOR']],
  ['IN_PROGRESS', 'HAND_OVER', 'IN_PROGRESS', ['COORDINATOR', 'ADMINISTRATOR']],
  ['REOPENED', 'HAND_OVER', 'REOPENED', ['COORDINATOR', 'ADMINISTRATOR']],
  ['FORWARDED', 'HAND_OVER', 'FORWARDED', ['COORDINATOR', 'ADMINISTRATOR']],
  ['REGISTERED', 'EXTEND', 'REGISTERED', ['DEPUTY', 'COORDINATOR', 'ADMINISTRATOR']],
  ['IN_PROGRESS', 'EXTEND', 'IN_PROGRESS', ['DEPUTY', 'COORDINATOR', 'ADMINISTRATOR']],
  ['REGISTERED', 'RETURN_TO_MODERATION', 'SUBMITTED', ['DEPUTY', 'AIDE', ...STAFF]],
  ['IN_PROGRESS', 'RETURN_TO_MODERATION', 'SUBMITTED', ['DEPUTY', 'AIDE', ...STAFF]],
  ['REOPENED', 'RETURN_TO_MODERATION', 'SUBMITTED', ['DEPUTY', 'AIDE', ...STAFF]],
  ['ANSWERED', 'REOPEN', 'REOPENED', ['APPLICANT']],
  ['CLOSED', 'REOPEN', 'REOPENED', ['APPLICANT']],
  ['ANSWERED', 'REOPEN_BY_STAFF', 'REOPENED', ['COORDINATOR', 'ADMINISTRATOR']],
  ['CLOSED', 'REOPEN_BY_STAFF', 'REOPENED', ['COORDINATOR', 'ADMINISTRATOR']],
  ['ANSWERED', 'CLOSE', 'CLOSED', ['APPLICANT', 'SYSTEM']],
  ['SUBMITTED', 'WITHDRAW', 'WITHDRAWN', ['APPLICANT']],
  ['CLARIFICATION', 'WITHDRAW', 'WITHDRAWN', ['APPLICANT']],
  ['REGISTERED', 'WITHDRAW', 'WITHDRAWN', ['APPLICANT']],
  ['IN_PROGRESS', 'WITHDRAW', 'WITHDRAWN', ['APPLICANT']],
  ['FORWARDED', 'WITHDRAW', 'WITHDRAWN', ['APPLICANT']],
  ['REOPENED', 'WITHDRAW', 'WITHDRAWN', ['APPLICANT']],
];

describe('the table of rules §1', () => {
  test.each(RULES)('from %s the move %s leads to %s', (from, move, to, by) => {
    expect(statusAfter(move, from)).toBe(to);
    expect(ACTOR_KINDS.filter((actor) => canMove(move, from, actor))).toEqual(ACTOR_KINDS.filter((actor) => by.includes(actor)));
  });

  test('nothing is allowed that the rules do not list', () => {
    const listed = new Set(RULES.map(([from, move]) => `${from} ${move}`));
    const origins: MoveOrigin[] = ['INTAKE', ...APPEAL_STATUSES];
    const allowed = origins.flatMap((from) => movesFrom(from).map((rule) => `${from} ${rule.move}`));
    expect(allowed.filter((pair) => !listed.has(pair))).toEqual([]);
    expect(allowed).toHaveLength(RULES.length);
  });

  test('every move has exactly one row, and every row a Russian name of its own', () => {
    expect(LIFECYCLE.map((rule) => rule.move).sort()).toEqual([...APPEAL_MOVES].sort());
    expect(new Set(LIFECYCLE.map((rule) => rule.russian)).size).toBe(APPEAL_MOVES.length);
    for (const rule of LIFECYCLE) expect(rule.by.length).toBeGreaterThan(0);
  });

  test('every status can be reached from intake', () => {
    const reached = new Set<MoveOrigin>(['INTAKE']);
    for (const from of reached) for (const rule of movesFrom(from)) if (rule.to) reached.add(rule.to);
    expect(APPEAL_STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });
});

describe('ends', () => {
  test('nothing moves out of rejected and withdrawn', () => {
    expect(APPEAL_STATUSES.filter((status) => movesFrom(status).length === 0)).toEqual(['REJECTED', 'WITHDRAWN']);
  });

  test('an appeal forwarded outside is over, one forwarded to a deputy is not', () => {
    expect(isOpen('FORWARDED', true)).toBe(false);
    expect(movesFrom('FORWARDED', true)).toEqual([]);
    expect(findMove('ACCEPT_FORWARDED', 'FORWARDED', true)).toBeUndefined();
    expect(canMove('WITHDRAW', 'FORWARDED', 'APPLICANT', true)).toBe(false);
    expect(isOpen('FORWARDED')).toBe(true);
    expect(movesFrom('FORWARDED').map((rule) => rule.move)).toEqual(['ACCEPT_FORWARDED', 'RETURN_FORWARDED', 'HAND_OVER', 'WITHDRAW']);
  });

  test('the flag of an outside forwarding means nothing in another status', () => {
    expect(isOpen('REGISTERED', true)).toBe(true);
    expect(movesFrom('REGISTERED', true)).toEqual(movesFrom('REGISTERED'));
  });

  test('the applicant can withdraw whatever is open and nothing else', () => {
    const withdrawable = APPEAL_STATUSES.filter((status) => canMove('WITHDRAW', status, 'APPLICANT'));
    expect(withdrawable).toEqual(APPEAL_STATUSES.filter((status) => isOpen(status)));
    expect(OPEN_STATUSES.every((status) => isOpen(status))).toBe(true);
    expect(isOpen('ANSWERED')).toBe(false);
  });
});

describe('who cannot', () => {
  test('an aide cannot sign an answer', () => {
    for (const status of APPEAL_STATUSES) expect(canMove('ANSWER', status, 'AIDE')).toBe(false);
  });

  test('staff cannot answer for a deputy, whatever their role', () => {
    for (const actor of STAFF) expect(canMove('ANSWER', 'IN_PROGRESS', actor)).toBe(false);
  });

  test('a deputy cannot register, reject or close an appeal', () => {
    for (const move of ['REGISTER', 'REJECT', 'CLOSE', 'REQUEST_CLARIFICATION'] as const) {
      for (const status of APPEAL_STATUSES) expect(canMove(move, status, 'DEPUTY')).toBe(false);
    }
  });

  test('a partner app cannot do anything but submit', () => {
    expect(LIFECYCLE.filter((rule) => rule.by.includes('PARTNER')).map((rule) => rule.move)).toEqual(['SUBMIT']);
  });

  test('an administrator cannot change a status without a named move', () => {
    for (const status of ['REJECTED', 'WITHDRAWN'] as const) {
      for (const move of APPEAL_MOVES) expect(canMove(move, status, 'ADMINISTRATOR')).toBe(false);
    }
  });
});

describe('what a move needs', () => {
  test('a rejection, always a reason and a text for the applicant', () => {
    expect(findMove('REJECT', 'SUBMITTED')?.needs).toEqual(['reason', 'text']);
  });

  test('reopening, a reason from either side', () => {
    expect(findMove('REOPEN', 'CLOSED')?.needs).toContain('reason');
    expect(findMove('REOPEN_BY_STAFF', 'CLOSED')?.needs).toContain('reason');
  });

  test('an answer, a result for each question', () => {
    expect(findMove('ANSWER', 'IN_PROGRESS')?.needs).toEqual(['text', 'results']);
  });

  test('only what the list of needs knows', () => {
    for (const rule of LIFECYCLE) for (const need of rule.needs) expect(MOVE_NEEDS).toContain(need);
  });
});

test('a hand-over leaves the status as it is, and whatever is over stays with its deputy', () => {
  expect(statusAfter('HAND_OVER', 'FORWARDED')).toBe('FORWARDED');
  expect(statusAfter('HAND_OVER', 'FORWARDED', true)).toBeUndefined();
  for (const status of ['ANSWERED', 'CLOSED', 'SUBMITTED'] as const) expect(statusAfter('HAND_OVER', status)).toBeUndefined();
});

test('an extension leaves the status as it is', () => {
  expect(statusAfter('EXTEND', 'IN_PROGRESS')).toBe('IN_PROGRESS');
  expect(statusAfter('EXTEND', 'ANSWERED')).toBeUndefined();
});

test('the twelve reasons to reject and the six results are those of the rules', () => {
  expect(REJECT_REASONS).toHaveLength(12);
  expect(QUESTION_RESULTS).toHaveLength(6);
});
