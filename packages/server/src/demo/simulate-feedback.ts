/** What the applicant thinks of an answer: a mark, a comment, silence, or the appeal again. */
import { createHash } from 'node:crypto';
import { epochDay } from '../shared/day.js';
import { APPLICANT, SYSTEM_JOB } from './course.js';
import type { DemoDeputy } from './directory.js';
import { moderatorOf, type Life, type LifeMessage } from './life.js';
import { DAY, dayAt, type LocalMinute } from './local-time.js';
import { chance, int, pick } from './random.js';
import { drawMark, type Mark } from './simulate-marks.js';
import { REOPEN_REASONS, STAFF_REOPEN_REASONS } from './simulate-words.js';
import { composeComment, type AnswerQuality } from './texts/replies.js';
import { say as spoken } from './texts/speech.js';

/** An answer that was just signed. */
export interface Answered {
  readonly at: LocalMinute;
  readonly message: LifeMessage;
  readonly deputy: DemoDeputy;
  readonly quality: AnswerQuality;
  readonly late: boolean;
}

/** How many answers are marked at all. */
const COVERAGE = 0.43;
const COMMENTED = 0.4;

const PRAISE = [
  'Лучший депутат!', 'Лучший депутат области!!!', 'Отличная работа депутата.', 'Всё супер, так держать!',
  'Депутат молодец, всем советую.', 'Самый лучший депутат.', 'Отличный депутат, спасибо за работу!',
];
const FALSE_MARK: Mark = { quality: 5, prompt: true, personal: 5, result: 'SOLVED', outcome: 'good' };
const networkOf = (what: string): string => createHash('sha256').update(`demo-network:${what}`).digest('hex');

/** Marks, closes and perhaps reopens. @returns the moment of the reopening, or null when nothing more happens */
export function respond(life: Life, answered: Answered, round: number): LocalMinute | null {
  const { course, random, plan } = life;
  const { script } = plan;
  const windowEnds = epochDay(course.feedbackUntil ?? dayAt(answered.at)) * DAY + DAY;
  const mark = decide(life, answered, windowEnds);
  if (!mark) {
    if (!script && chance(random, 0.007)) return reopen(life, answered.at + DAY * (1 + 18 * random()), false);
    // The job that closes windows runs soon after midnight.
    if (course.move('CLOSE', windowEnds + int(random, 3, 28) + random(), SYSTEM_JOB, 'WINDOW_OVER')) course.closedAt = course.lastMoveAt;
    return null;
  }
  if (course.isAhead(mark.at)) return null;
  give(life, answered, mark);
  if (script?.kind === 'REOPENED' && round === 0) return reopen(life, script.reopenedOn * DAY + int(random, 600, 1200), false);
  const unhappy = mark.mark.result === 'NOT_SOLVED' || mark.mark.quality <= 2;
  if (!script && round < 2 && unhappy && chance(random, 0.1)) return reopen(life, course.lastAt + DAY * (0.02 + 9 * random() ** 2),
    chance(random, 0.08));
  return null;
}

interface Given {
  readonly at: LocalMinute;
  readonly mark: Mark;
  readonly network: string | null;
  readonly comment: string | null;
}

function decide(life: Life, answered: Answered, windowEnds: LocalMinute): Given | null {
  const { random, plan, applicant } = life;
  const { script } = plan;
  const { ability } = answered.deputy;
  const own = chance(random, 0.85) ? networkOf(applicant.person) : null;
  if (script?.kind === 'BURST' && answered.at < script.at - 60 && script.at < windowEnds) {
    const at = script.at + 8 * random();
    return { at, mark: FALSE_MARK, network: networkOf('one office'), comment: chance(random, 0.6) ? pick(random, PRAISE) : null };
  }
  if (script?.kind === 'ADMIRED') {
    const at = Math.min(answered.at + 40 + 900 * random(), windowEnds - 2);
    return { at, mark: FALSE_MARK, network: networkOf(script.email), comment: chance(random, 0.5) ? pick(random, PRAISE) : null };
  }
  if (script?.kind === 'REOPENED') {
    const mark: Mark = { quality: int(random, 1, 2), prompt: true, personal: 2, result: 'NOT_SOLVED', outcome: 'bad' };
    return { at: answered.at + DAY * (2 + 5 * random()), mark, network: own, comment: composeComment('bad', mark.quality,
      applicant.writer, random) };
  }
  const mark = drawMark(answered.quality, answered.late, ability, random);
  const strong = mark.quality === 5 || mark.quality <= 2;
  if (!chance(random, COVERAGE + (strong ? 0.05 : -0.07) + (answered.deputy.anchor ? 0.12 : 0))) return null;
  const thrown = random();
  const delay = thrown < 0.45 ? 15 + 1400 * random() ** 2 : thrown < 0.78 ? DAY * (1 + 6 * random()) : thrown < 0.92
    ? DAY * (14 + 2 * random()) : DAY * (7 + 22 * random());
  const at = awake(Math.min(answered.at + delay, windowEnds - 15), random());
  const comment = chance(random, COMMENTED) ? composeComment(mark.outcome, mark.quality, applicant.writer, random) : null;
  return { at: Math.min(Math.max(at, answered.at + 8), windowEnds - 1), mark, network: own, comment };
}

/** Nobody marks answers at three in the morning. */
function awake(at: LocalMinute, share: number): LocalMinute {
  const minute = at - Math.floor(at / DAY) * DAY;
  return minute < 400 ? at + 400 - minute + 240 * share : at;
}

function give(life: Life, answered: Answered, { at, mark, network, comment }: Given): void {
  const { course, random, plan, marks } = life;
  course.note('FEEDBACK_GIVEN', at, APPLICANT);
  course.move('CLOSE', at, APPLICANT, 'FEEDBACK_GIVEN');
  course.closedAt = course.lastMoveAt;
  const read = comment === null ? Infinity : plan.region.time.afterOfficeMinutes(at + 30, int(random, 60, 1900));
  const forgotten = chance(random, 0.012);
  const hidden = chance(random, 0.05);
  let commentState: 'NONE' | 'PENDING' | 'SHOWN' | 'HIDDEN' = comment === null ? 'NONE' : 'PENDING';
  if (comment !== null && !forgotten && course.note('COMMENT_MODERATED', read, moderatorOf(life), hidden ? 'HIDDEN'
    : 'SHOWN')) commentState = hidden ? 'HIDDEN' : 'SHOWN';
  marks.push({ ...mark, answer: answered.message, deputy: answered.deputy, comment, commentState, network,
    at: plan.region.time.instant(at), on: dayAt(at) });
}

/** The applicant brings it back, with a reason and within the policy's days; seldom staff does. The deadline starts anew. */
function reopen(life: Life, wanted: LocalMinute, byStaff: boolean): LocalMinute | null {
  const { course, random, plan, applicant } = life;
  const { time } = plan.region;
  const at = Math.max(byStaff ? time.officeFrom(wanted) : awake(wanted, random()), course.lastAt + 3);
  const last = (epochDay(course.answeredOn ?? dayAt(at)) + course.policy.reopenDays + 1) * DAY;
  if (at >= last || course.reopenedTimes >= course.policy.reopenTimes) return null;
  const moved = byStaff
    ? course.move('REOPEN_BY_STAFF', at, { kind: 'COORDINATOR', name: plan.region.coordinator }, pick(random, STAFF_REOPEN_REASONS))
    : course.move('REOPEN', at, APPLICANT, spoken(pick(random, REOPEN_REASONS), applicant.writer));
  if (!moved) return null;
  course.reopenedTimes += 1;
  course.closedAt = null;
  course.answeredAt = null;
  course.answeredOn = null;
  course.feedbackUntil = null;
  course.extensionDays = 0;
  course.startClock(at);
  for (const question of life.questions) {
    question.result = null;
    question.resultText = null;
  }
  return at;
}
