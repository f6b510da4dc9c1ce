/**
 * The life of an appeal: every status, every move, who may make it and what it needs (rules §1).
 * One table, no side doors: an administrator's override is a named move as well.
 */

/** Where an appeal can stand (rules §1). */
export const APPEAL_STATUSES = [
  'SUBMITTED', 'CLARIFICATION', 'REJECTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN',
] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

/** Everything that can happen to an appeal; each one leaves a row of history. */
export const APPEAL_MOVES = [
  'SUBMIT', 'REQUEST_CLARIFICATION', 'CLARIFY', 'LAPSE', 'REJECT', 'REGISTER', 'BEGIN', 'ANSWER', 'FORWARD_TO_DEPUTY', 'ACCEPT_FORWARDED',
  'RETURN_FORWARDED', 'FORWARD_OUTSIDE', 'HAND_OVER', 'EXTEND', 'RETURN_TO_MODERATION', 'WITHDRAW', 'REOPEN', 'REOPEN_BY_STAFF', 'CLOSE',
] as const;
export type AppealMove = (typeof APPEAL_MOVES)[number];

/**
 * Who makes a move: a role of the console, the applicant, a partner app on the applicant's behalf, or SYSTEM, which is a job.
 * The kind is only the first wall; which region and which deputy is asked in appeals.policy.
 */
export const ACTOR_KINDS = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * What must come with a move: `reason` a code or a sentence for the record, `text` words that the applicant reads,
 * `topic` a topic for each question, `deputy` a mandate, `body` a competent body outside, `results` one result per question,
 * `days` how many days more.
 */
export const MOVE_NEEDS = ['reason', 'text', 'topic', 'deputy', 'body', 'results', 'days'] as const;
export type MoveNeed = (typeof MOVE_NEEDS)[number];

/** Where a move starts: a status, or INTAKE when there is no appeal yet. */
export type MoveOrigin = AppealStatus | 'INTAKE';

/** One row of the table. */
export interface MoveRule {
  readonly move: AppealMove;
  readonly from: readonly MoveOrigin[];
  /** The status afterwards; null leaves it as it is (EXTEND, HAND_OVER). */
  readonly to: AppealStatus | null;
  readonly by: readonly ActorKind[];
  readonly needs: readonly MoveNeed[];
  /** The move in Russian, as a button and a row of history name it. */
  readonly russian: string;
}

const MODERATING: readonly ActorKind[] = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR'];
const SENIOR_STAFF: readonly ActorKind[] = ['COORDINATOR', 'ADMINISTRATOR'];

/**
 * The statuses in which an appeal still waits for something from us. FORWARDED is here because another deputy has yet to accept
 * it; forwarded outside it is over, which `isOpen` knows. ANSWERED is not: only the applicant's mark is awaited.
 */
export const OPEN_STATUSES = ['SUBMITTED', 'CLARIFICATION', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED'] as const;

/**
 * The table of rules §1.
 * - FORWARDED has two meanings. Forwarded to a deputy it waits: the other one accepts or returns it. Forwarded outside it ends.
 *   The appeal keeps a flag for the second (`forwardedOutside`), and with it no move is left.
 * - A returned appeal becomes REGISTERED whatever it was before: its deputy must look at it afresh, and no memory is needed.
 * - HAND_OVER is for a deputy who leaves: the appeal changes its deputy and keeps its status and its deadline.
 * - An aide prepares; what leaves the deputy's desk (answer, forwarding, extension) is moved by the deputy.
 */
export const LIFECYCLE: readonly MoveRule[] = [
  { move: 'SUBMIT', from: ['INTAKE'], to: 'SUBMITTED', by: ['APPLICANT', 'PARTNER', ...MODERATING], needs: ['text'],
    russian: 'Подать обращение' },
  { move: 'REQUEST_CLARIFICATION', from: ['SUBMITTED'], to: 'CLARIFICATION', by: MODERATING, needs: ['text'],
    russian: 'Запросить уточнение' },
  { move: 'CLARIFY', from: ['CLARIFICATION'], to: 'SUBMITTED', by: ['APPLICANT'], needs: ['text'],
    russian: 'Уточнить обращение' },
  { move: 'LAPSE', from: ['CLARIFICATION'], to: 'REJECTED', by: ['SYSTEM'], needs: [],
    russian: 'Отклонить: уточнение не получено' },
  { move: 'REJECT', from: ['SUBMITTED', 'CLARIFICATION'], to: 'REJECTED', by: MODERATING, needs: ['reason', 'text'],
    russian: 'Отклонить' },
  { move: 'REGISTER', from: ['SUBMITTED'], to: 'REGISTERED', by: MODERATING, needs: ['topic', 'deputy'],
    russian: 'Зарегистрировать' },
  { move: 'BEGIN', from: ['REGISTERED', 'REOPENED'], to: 'IN_PROGRESS', by: ['DEPUTY', 'AIDE'], needs: [],
    russian: 'Взять в работу' },
  { move: 'ANSWER', from: ['IN_PROGRESS', 'REGISTERED', 'REOPENED'], to: 'ANSWERED', by: ['DEPUTY'], needs: ['text', 'results'],
    russian: 'Подписать ответ' },
  { move: 'FORWARD_TO_DEPUTY', from: ['REGISTERED', 'IN_PROGRESS'], to: 'FORWARDED', by: ['DEPUTY', ...MODERATING],
    needs: ['deputy', 'reason'], russian: 'Передать другому депутату' },
  { move: 'ACCEPT_FORWARDED', from: ['FORWARDED'], to: 'REGISTERED', by: ['DEPUTY', 'AIDE'], needs: [],
    russian: 'Принять переданное' },
  { move: 'RETURN_FORWARDED', from: ['FORWARDED'], to: 'REGISTERED', by: ['DEPUTY', 'AIDE', ...SENIOR_STAFF], needs: ['reason'],
    russian: 'Вернуть передавшему депутату' },
  { move: 'FORWARD_OUTSIDE', from: ['REGISTERED', 'IN_PROGRESS'], to: 'FORWARDED', by: ['DEPUTY', ...MODERATING],
    needs: ['body', 'text'], russian: 'Направить по компетенции' },
  { move: 'HAND_OVER', from: ['REGISTERED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'], to: null, by: SENIOR_STAFF, needs: ['deputy', 'reason'],
    russian: 'Передать вместе с делами депутата' },
  { move: 'EXTEND', from: ['REGISTERED', 'IN_PROGRESS'], to: null, by: ['DEPUTY', ...SENIOR_STAFF], needs: ['days', 'reason'],
    russian: 'Продлить срок' },
  { move: 'RETURN_TO_MODERATION', from: ['REGISTERED', 'IN_PROGRESS', 'REOPENED'], to: 'SUBMITTED',
    by: ['DEPUTY', 'AIDE', ...MODERATING], needs: ['reason'], russian: 'Вернуть на модерацию' },
  { move: 'WITHDRAW', from: OPEN_STATUSES, to: 'WITHDRAWN', by: ['APPLICANT'], needs: [],
    russian: 'Отозвать обращение' },
  { move: 'REOPEN', from: ['ANSWERED', 'CLOSED'], to: 'REOPENED', by: ['APPLICANT'], needs: ['reason'],
    russian: 'Возобновить обращение' },
  { move: 'REOPEN_BY_STAFF', from: ['ANSWERED', 'CLOSED'], to: 'REOPENED', by: SENIOR_STAFF, needs: ['reason'],
    russian: 'Возобновить решением сотрудника' },
  { move: 'CLOSE', from: ['ANSWERED'], to: 'CLOSED', by: ['APPLICANT', 'SYSTEM'], needs: ['reason'],
    russian: 'Закрыть' },
];

/** Why an appeal is rejected; each has a text for the applicant that can be edited (rules §1). LAPSE uses NO_CLARIFICATION. */
export const REJECT_REASONS = [
  'OBSCENE', 'THREAT', 'SPAM', 'UNREADABLE', 'NO_SUBSTANCE', 'NO_CONTACT', 'COURT_DECISION', 'REPEATED', 'NOT_COMPETENCE',
  'PERSONAL_DATA_OF_OTHERS', 'REGION_NOT_OPEN', 'NO_CLARIFICATION',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What sort of appeal it is: proposal, application, complaint or gratitude. */
export const APPEAL_KINDS = ['PROPOSAL', 'APPLICATION', 'COMPLAINT', 'GRATITUDE'] as const;
export type AppealKind = (typeof APPEAL_KINDS)[number];

/** How far the applicant's identity was confirmed when the appeal came. STATE_ID is the state's ЕСИА. */
export const IDENTITIES = ['NONE', 'CONTACT_CONFIRMED', 'STATE_ID'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** The outcome of one question. MEASURES_TAKEN and EXPLAINED are never added up into one «решено» (rules §1). */
export const QUESTION_RESULTS = ['EXPLAINED', 'MEASURES_TAKEN', 'SUPPORTED', 'NOT_SUPPORTED', 'FORWARDED', 'LEFT'] as const;
export type QuestionResult = (typeof QUESTION_RESULTS)[number];

/** How an appeal came: from the portal, from a partner app, or entered by staff. */
export const CHANNELS = ['PORTAL', 'PARTNER', 'STAFF'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * The moves that the table allows from here.
 * @param forwardedOutside the appeal's flag: FORWARDED to a body outside, so nothing may follow
 */
export function movesFrom(status: MoveOrigin, forwardedOutside = false): readonly MoveRule[] {
  if (status === 'FORWARDED' && forwardedOutside) return [];
  return LIFECYCLE.filter((rule) => rule.from.includes(status));
}

/** The row for this move from here, or undefined when the table does not allow it. */
export function findMove(move: AppealMove, status: MoveOrigin, forwardedOutside = false): MoveRule | undefined {
  return movesFrom(status, forwardedOutside).find((rule) => rule.move === move);
}

/** Whether this kind of actor may make this move from here. */
export function canMove(move: AppealMove, status: MoveOrigin, actor: ActorKind, forwardedOutside = false): boolean {
  return findMove(move, status, forwardedOutside)?.by.includes(actor) ?? false;
}

/** The status after the move, or undefined when the table does not allow it. */
export function statusAfter(move: AppealMove, status: MoveOrigin, forwardedOutside = false): AppealStatus | undefined {
  const rule = findMove(move, status, forwardedOutside);
  if (!rule) return undefined;
  return rule.to ?? (status === 'INTAKE' ? undefined : status);
}

/** Whether the deadline of the answer runs: it is open, and no longer with moderation. `RUNNING` says the same of rows. */
export const isRunning = (status: AppealStatus, forwardedOutside = false): boolean =>
  isOpen(status, forwardedOutside) && status !== 'SUBMITTED' && status !== 'CLARIFICATION';

/** Whether the appeal still waits for something from us: deadlines run, the applicant may withdraw it. */
export function isOpen(status: AppealStatus, forwardedOutside = false): boolean {
  if (status === 'FORWARDED') return !forwardedOutside;
  return (OPEN_STATUSES as readonly AppealStatus[]).includes(status);
}
