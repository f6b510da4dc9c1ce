/** What a deputy and the deputy's aide do with an appeal, from the first look to the answer, and what follows from it. */
import { maxExtension, type QuestionResult } from '../appeals/index.js';
import { epochDay } from '../shared/day.js';
import type { DemoDeputy } from './directory.js';
import { deskOf, moderatorOf, say, withdraw, type Life } from './life.js';
import { DAY, dayAt, dayNumber, type LocalMinute } from './local-time.js';
import { chance, int, normal, pick, seeded, weighted } from './random.js';
import { respond, type Answered } from './simulate-feedback.js';
import { drawQuality } from './simulate-marks.js';
import { EXTENSION_REASONS, FORWARD_REASONS, OUTSIDE_BODIES, REFUSAL_REASONS, RESULT_WORDS, RETURN_REASONS } from './simulate-words.js';
import { composeAnswer, type AnswerQuality } from './texts/replies.js';

/** Returned to moderation: when it is accepted again, and for whom. */
export interface Returned {
  readonly at: LocalMinute;
  readonly to: DemoDeputy;
}

/** Works on a registered appeal. Answers, marks and reopenings follow one another until nothing is left or the present is reached. */
export function work(life: Life, registeredAt: LocalMinute): Returned | null {
  if (!life.plan.script) {
    const returned = besides(life, registeredAt);
    if (returned !== false) return returned;
  }
  let from = life.course.lastAt;
  for (let round = 0; round < 3; round += 1) {
    const answered = answer(life, from, round);
    if (!answered) return null;
    const reopenedAt = respond(life, answered, round);
    if (reopenedAt === null) return null;
    from = reopenedAt;
  }
  return null;
}

/** What seldom happens instead of an answer or before it; false when work goes on. */
function besides(life: Life, at: LocalMinute): Returned | null | false {
  const { course, random, plan } = life;
  const deputy = life.deputy ?? plan.deputy;
  const others = plan.region.deputies.filter((other) => other !== deputy && other.reachable && epochDay(other.joinedOn) < dayNumber(at));
  const soon = plan.region.time.afterOfficeMinutes(at + 10, int(random, 30, 1400));
  const thrown = random();
  if (thrown < 0.01 && others.length > 0) {
    const again = plan.region.time.afterOfficeMinutes(soon + 5, int(random, 20, 600));
    if (course.isAhead(again)) return false;
    course.move('RETURN_TO_MODERATION', soon, deskOf(deputy, random, true), pick(random, RETURN_REASONS));
    return { at: again, to: pick(random, others) };
  }
  if (thrown < 0.038) {
    // To the applicant it is told within seven days; hence the law's seven days are kept.
    const actor = chance(random, 0.6) ? deskOf(deputy, random, false) : moderatorOf(life);
    if (!course.move('FORWARD_OUTSIDE', soon, actor, pick(random, OUTSIDE_BODIES))) return null;
    course.forwardedOutside = true;
    course.closedAt = course.lastMoveAt;
    if (actor.kind === 'DEPUTY') course.firstReactionAt = course.lastMoveAt;
    for (const question of life.questions) question.result = 'FORWARDED';
    return null;
  }
  if (thrown < 0.05 && others.length > 0) {
    const decided = plan.region.time.afterOfficeMinutes(soon + 5, int(random, 60, 900));
    if (course.isAhead(decided)) return false;
    course.move('FORWARD_TO_DEPUTY', soon, deskOf(deputy, random, false), pick(random, FORWARD_REASONS));
    const other = pick(random, others);
    if (chance(random, 0.8)) {
      course.move('ACCEPT_FORWARDED', decided, deskOf(other, random, true));
      life.deputy = other;
    } else {
      course.move('RETURN_FORWARDED', decided, deskOf(other, random, true), pick(random, REFUSAL_REASONS));
    }
    return false;
  }
  if (thrown < 0.064) {
    withdraw(life, at + DAY * (0.5 + 9 * random()));
    return null;
  }
  return false;
}

interface Intent {
  /** When the answer is signed; null is never. */
  readonly at: LocalMinute | null;
  readonly late: boolean;
}

/** When this deputy will answer: by ability, and then by chance. */
function intend(life: Life, from: LocalMinute, round: number): Intent {
  const { course, random, plan } = life;
  const { script, region } = plan;
  if (script?.kind === 'OPEN' || (script?.kind === 'REOPENED' && round > 0)) return { at: null, late: false };
  const { promptness } = (life.deputy ?? plan.deputy).ability;
  const due = epochDay(course.dueOn ?? dayAt(from));
  const first = dayNumber(from);
  if (script?.kind === 'REOPENED') return { at: evening(region.time.workedDay(script.reopenedOn - 18, -1)), late: false };
  if (chance(random, 0.012 + 0.42 * (1 - promptness) ** 2.2)) {
    if (chance(random, 0.06 + 0.12 * (1 - promptness))) return { at: null, late: true };
    return { at: evening(region.time.workedDay(due + Math.ceil(Math.exp(normal(random, 1.5, 0.8))), 1)), late: true };
  }
  const share = Math.min(1, Math.max(0.04, normal(random, 0.22 + 0.62 * (1 - promptness), 0.2)));
  const day = first + Math.max(0, Math.round(share * (due - first)));
  const worked = chance(random, 0.93) ? region.time.workedDay(day, -1) : day;
  return { at: Math.max(evening(Math.min(due, Math.max(worked, first))), from + 25 + 60 * random()), late: false };

  /** Some moment of a deputy's day, which is longer than the office's. */
  function evening(on: number): LocalMinute {
    return on * DAY + 555 + 585 * random() * (0.6 + 0.4 * random()) + random();
  }
}

/** Begins, perhaps extends, and answers; null when that lies ahead. */
function answer(life: Life, from: LocalMinute, round: number): Answered | null {
  const { course, random, plan, story, letter, applicant } = life;
  const deputy = life.deputy ?? plan.deputy;
  const { script } = plan;
  const intent = intend(life, from, round);
  const days = Math.exp(normal(random, 0.15 + 1.6 * (1 - deputy.ability.promptness), 0.6));
  let begins = plan.region.time.afterOfficeMinutes(from + 8, days * 380);
  if (script?.kind === 'OPEN') begins = script.begun ? Math.min(begins, from + (plan.region.now - from) * 0.7) : Infinity;
  if (script?.kind === 'REOPENED' && round > 0) begins = Infinity;
  if (intent.at !== null && begins > intent.at - 20) begins = chance(random, 0.5) ? intent.at - Math.min(160, (intent.at - from) * 0.5)
    : Infinity;
  if (begins !== Infinity && (intent.at !== null || script || chance(random, 0.6)) && course.move('BEGIN', Math.max(begins,
    course.lastAt + 0.5), deskOf(deputy, random, true))) {
    course.firstReactionAt ??= course.lastMoveAt;
    const opened = course.lastAt + 1 + 30 * random();
    if (chance(random, 0.3) && (intent.at === null || opened < intent.at - 5)) course.note('CONTACTS_OPENED', opened, deskOf(deputy,
      random, true));
  }
  if (script?.kind === 'OPEN' && script.extension > 0) extendBy(life, deputy, script.extension, epochDay(course.dueOn ?? dayAt(from)) - 3);
  if (intent.at === null) return abandon(life, deputy);

  const at = extend(life, deputy, intent);
  if (course.isAhead(at)) return abandon(life, deputy);
  const signer = deskOf(deputy, random, false);
  course.move('ANSWER', at, signer);
  course.firstReactionAt ??= course.lastMoveAt;
  course.openFeedback(at);
  const quality = script?.kind === 'REOPENED' ? 'explained' : drawQuality(deputy.ability, random);
  // An office that answers with forms has two or three of them, and uses them word for word.
  const words = quality === 'formal' ? seeded(`form:${deputy.id}:${int(random, 0, 2)}`) : random;
  const text = composeAnswer(story, quality, letter, applicant.writer, words, { answeredOn: dayAt(at), deputy });
  settleQuestions(life, quality);
  const message = say(life, 'ANSWER', at, signer, text, deputy);
  return { at, message, deputy, quality, late: dayAt(at) > (course.dueOn ?? '') };
}

/** Nobody has answered yet: perhaps a draft lies on the desk. */
function abandon(life: Life, deputy: DemoDeputy): null {
  const { course, random, plan, story, letter, applicant } = life;
  const wanted = plan.script?.kind === 'OPEN' ? plan.script.draft : chance(random, 0.07);
  if (course.status !== 'IN_PROGRESS' || !wanted) return null;
  const whole = composeAnswer(story, 'good', letter, applicant.writer, random, { answeredOn: dayAt(plan.region.now), deputy });
  const cut = whole.indexOf(' ', Math.floor(whole.length * (0.45 + 0.4 * random())));
  const at = course.lastAt + (plan.region.now - course.lastAt) * (0.2 + 0.7 * random());
  life.draft = { text: cut > 0 ? whole.slice(0, cut) : whole, savedByName: deskOf(deputy, random, true).name,
    at: plan.region.time.instant(at) };
  return null;
}

/** An answer that comes late is sometimes announced: extended once, before the deadline, and then mostly kept. */
function extend(life: Life, deputy: DemoDeputy, { at, late }: Intent): LocalMinute {
  const { course, random, plan } = life;
  const planned = Math.max(at ?? 0, course.lastAt + 2);
  const due = epochDay(course.dueOn ?? dayAt(planned));
  const close = dayNumber(planned) > due - 8;
  if (course.reopenedTimes > 0 || course.extensionDays > 0 || !close || !chance(random, late ? 0.22 : 0.1)) return planned;
  const asked = dayNumber(planned) > due ? due - int(random, 1, 4) : due - int(random, 3, 8);
  if (!extendBy(life, deputy, pick(random, [10, 14, 15, 20, 30, 30]), asked, late ? Infinity : planned)) return planned;
  const later = epochDay(course.dueOn ?? '') - due;
  const share = chance(random, 0.88) ? 0.3 + 0.65 * random() : 1.1 + 0.4 * random();
  return (plan.region.time.workedDay(due + Math.round(later * share), share > 1 ? 1 : -1)) * DAY + int(random, 560, 1120) + random();
}

/** The one extension, signed by the deputy on a working day before `until`; false when that day has passed or lies ahead. */
function extendBy(life: Life, deputy: DemoDeputy, days: number, on: number, until = Infinity): boolean {
  const { course, random, plan } = life;
  const asked = Math.max(plan.region.time.workedDay(on, -1) * DAY + int(random, 560, 1060) + random(), course.lastAt + 30);
  if (asked >= until || course.isAhead(asked) || dayAt(asked) > (course.dueOn ?? '')) return false;
  course.move('EXTEND', asked, deskOf(deputy, random, false), pick(random, EXTENSION_REASONS));
  course.firstReactionAt ??= course.lastMoveAt;
  course.extensionDays = Math.min(maxExtension(course.policy, 0), days);
  course.computeDue();
  return true;
}

const RESULTS: Readonly<Record<AnswerQuality, readonly (readonly [QuestionResult, number])[]>> = {
  good: [['MEASURES_TAKEN', 74], ['EXPLAINED', 24], ['FORWARDED', 2]],
  explained: [['EXPLAINED', 82], ['NOT_SUPPORTED', 8], ['FORWARDED', 10]],
  formal: [['EXPLAINED', 58], ['FORWARDED', 22], ['LEFT', 20]],
};

function settleQuestions(life: Life, quality: AnswerQuality): void {
  const { random, kind, questions } = life;
  questions.forEach((question, i) => {
    let result = weighted(random, RESULTS[quality], ([, weight]) => weight)[0];
    if (kind === 'PROPOSAL') result = quality === 'good' ? 'SUPPORTED' : weighted(random, ['NOT_SUPPORTED', 'EXPLAINED',
      'SUPPORTED'] as const, (of) => ({ NOT_SUPPORTED: 5, EXPLAINED: 4, SUPPORTED: 1 })[of]);
    if (kind === 'GRATITUDE') result = 'EXPLAINED';
    // The second question is the one that is forgotten.
    if (i > 0 && quality !== 'good' && chance(random, 0.25)) result = 'LEFT';
    question.result = result;
    const words = RESULT_WORDS[result] ?? [];
    question.resultText = questions.length > 1 && words.length > 0 ? pick(random, words) : null;
  });
}
