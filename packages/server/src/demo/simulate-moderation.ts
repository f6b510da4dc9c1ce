/** What moderators do with a letter, until it lies on a deputy's desk or is settled without one. */
import { clarificationDeadline, REJECT_TEXTS } from '../appeals/index.js';
import { daysBetween, epochDay } from '../shared/day.js';
import { APPLICANT, SYSTEM_JOB } from './course.js';
import type { DemoDeputy } from './directory.js';
import { moderatorOf, say, withdraw, type Life } from './life.js';
import { DAY, dayAt, type LocalMinute } from './local-time.js';
import { chance, int, normal, pick } from './random.js';
import { drawRejection, rejectedLetter } from './rejected-letters.js';
import { work } from './simulate-desk.js';
import { composeClarification } from './texts/replies.js';

/** Of the letters that chance decides on: how many are taken back at once, rejected, asked to be clarified. */
const WITHDRAWN = 0.007;
const REJECTED = 0.064;
const CLARIFIED = 0.085;
/** Of the questions to applicants: how many are answered, and what happens to the others. */
const REPLIED = 0.74;

const BODIES_IN_CHARGE = ['в администрацию по месту жительства.', 'в прокуратуру района.', 'в многофункциональный центр.'];

export function moderate(life: Life): void {
  const { plan, random } = life;
  const { script, region } = plan;
  if (plan.waits === 'MODERATION') {
    // What waits may still turn out to be something that must be rejected.
    if (chance(random, 0.07)) disguise(life);
    return;
  }
  if (plan.waits === 'CLARIFICATION') {
    ask(life, Math.max(region.time.officeFrom(plan.submittedAt + 25), region.now - int(random, 30, 2 * DAY)));
    return;
  }
  const settled = settledAt(life, plan.submittedAt);
  if (script?.kind === 'OPEN') {
    register(life, openedAt(life, script.registeredOn));
    return;
  }
  if (script) {
    register(life, settled);
    return;
  }
  const thrown = random();
  if (thrown < WITHDRAWN) withdraw(life, plan.submittedAt + (settled - plan.submittedAt) * 0.6);
  else if (thrown < WITHDRAWN + REJECTED) reject(life, settled);
  else if (thrown < WITHDRAWN + REJECTED + CLARIFIED && life.kind !== 'GRATITUDE') ask(life, settled);
  else register(life, settled);
}

/** When somebody of the office comes to a letter; whatever is not among the newest has been settled by now. */
function settledAt({ plan, random }: Life, after: LocalMinute): LocalMinute {
  const { region } = plan;
  const lag = Math.min(1500, region.lag * Math.exp(normal(random, 0, 0.9)));
  const at = region.time.afterOfficeMinutes(after + 4, lag);
  return at < region.now ? at : after + (region.now - after) * (0.3 + 0.6 * random());
}

/** A moment of the day on which a scripted appeal was registered, never later than now. */
function openedAt({ plan, random }: Life, day: number): LocalMinute {
  const at = Math.max(day * DAY + int(random, 545, 800) + random(), plan.submittedAt + 5);
  return at < plan.region.now ? at : plan.submittedAt + (plan.region.now - plan.submittedAt) * 0.8;
}

function ask(life: Life, at: LocalMinute): void {
  const { plan, random, course, story, letter, applicant } = life;
  const moderator = moderatorOf(life);
  if (!course.move('REQUEST_CLARIFICATION', at, moderator)) return;
  const { ask: question, reply } = composeClarification(story, letter, applicant.writer, random);
  say(life, 'CLARIFICATION_REQUEST', at, moderator, question);
  course.clarificationAskedOn = dayAt(at);
  course.clarifyBy = clarificationDeadline(course.clarificationAskedOn, course.policy).dueOn;
  if (plan.waits === 'CLARIFICATION') return;

  const lapses = (epochDay(course.clarifyBy) + 1) * DAY + int(random, 2, 25);
  const thrown = random();
  if (thrown < REPLIED) {
    const replied = at + 20 + (lapses - 60 - at - 20) * random() ** 2;
    if (!course.move('CLARIFY', replied, APPLICANT)) return;
    say(life, 'CLARIFICATION', replied, APPLICANT, reply);
    course.pauseRegistration(daysBetween(course.clarificationAskedOn, dayAt(replied)));
    course.clarificationAskedOn = null;
    course.clarifyBy = null;
    const next = plan.region.time.afterOfficeMinutes(replied + 5, Math.min(900, plan.region.lag * Math.exp(normal(random, 0, 0.7))));
    if (course.isAhead(next)) return;
    if (chance(random, 0.06)) reject(life, next); else register(life, next);
  } else if (thrown < REPLIED + 0.04) {
    const changed = plan.region.time.officeFrom(at + 200);
    if (changed < lapses) reject(life, changed);
  } else if (thrown < REPLIED + 0.07) {
    withdraw(life, at + (lapses - at) * random());
  } else if (course.move('LAPSE', lapses, SYSTEM_JOB, 'NO_CLARIFICATION')) {
    course.rejectReason = 'NO_CLARIFICATION';
    course.closedAt = course.lastMoveAt;
  }
}

/** Turns the letter into one that must be rejected. */
function disguise(life: Life, reason = drawRejection(life.random)): string | undefined {
  const { subject, text, body } = rejectedLetter(reason, life, life.applicant.writer.sex, life.random);
  life.subject = subject;
  life.text = text;
  if (reason === 'SPAM' || reason === 'UNREADABLE' || reason === 'NO_SUBSTANCE' || reason === 'NOT_COMPETENCE') life.topic = null;
  return body;
}

function reject(life: Life, at: LocalMinute): void {
  const { course } = life;
  const clarified = life.messages.length > 0;
  const reason = clarified ? pick(life.random, ['NOT_COMPETENCE', 'REPEATED'] as const) : drawRejection(life.random);
  if (course.isAhead(at)) return;
  const body = (clarified ? undefined : disguise(life, reason)) ?? pick(life.random, BODIES_IN_CHARGE);
  const moderator = moderatorOf(life);
  course.move('REJECT', at, moderator, reason);
  say(life, 'REJECTION', at, moderator, REJECT_TEXTS[reason].text.ru + (reason === 'NOT_COMPETENCE' ? body : ''));
  course.rejectReason = reason;
  course.closedAt = course.lastMoveAt;
}

/** Accepts: topic, deputy, questions, deadline. */
function register(life: Life, at: LocalMinute, to: DemoDeputy = life.plan.deputy): void {
  const { course, letter, random, plan } = life;
  if (course.isAhead(at)) return;
  const moderator = moderatorOf(life);
  if (chance(random, 0.12)) course.note('CONTACTS_OPENED', Math.max(plan.submittedAt, at - 2 - random() * 6), moderator);
  course.move('REGISTER', at, moderator);
  course.registeredAt = course.lastMoveAt;
  course.startClock(at);
  life.topic = letter.questions[0]?.topic ?? plan.topic;
  life.deputy = to;
  if (life.questions.length === 0) life.questions.push(...letter.questions.map(({ topic, text }) => ({ topic, text: text.slice(0, 2000),
    result: null, resultText: null })));
  const returned = work(life, at);
  if (returned) register(life, returned.at, returned.to);
}
