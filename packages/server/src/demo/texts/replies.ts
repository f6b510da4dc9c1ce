import { addDays, type Day } from '../../shared/day.js';
import { chance, int, pick, type Random } from '../random.js';
import { FORMAL_ANSWERS } from './answers-formal.js';
import { spareAnswers } from './answers-generic.js';
import { EXPLAINED_PARTINGS, GROUP_HELLOS, HELLOS, NAMELESS_HELLOS, PARTINGS, THANKS } from './answer-voices.js';
import { OF_CHILDREN, politeName, type Addressee, type Letter, type Writer } from './compose.js';
import { CLARIFICATIONS, COMMENTS, type Outcome } from './feedback-comments.js';
import { dayInWords, fill } from './slots.js';
import { belongsTo, kinByAge, say, sayable } from './speech.js';
import { roughen } from './typos.js';
import type { Story } from './story.js';

/** How a deputy answered: a living answer with facts, an honest explanation, or an empty form. */
export type AnswerQuality = 'good' | 'explained' | 'formal';

/** What the composer of an answer may know besides the letter. */
export interface AnswerCircumstances {
  /** The day of the answer; when left out, some day of the month after the letter. */
  answeredOn?: Day;
  /** Who signs; no signature when left out. */
  deputy?: Addressee & { lastName?: string };
}

/** The values of `{done}` and `{until}`: days around the answer. */
function answerDays(letter: Letter, answeredOn: Day | undefined, random: Random): { done: string; until: string } {
  if (answeredOn === undefined) {
    return { done: dayInWords(int(random, 2, 20), letter.month + 1), until: dayInWords(int(random, 1, 28), letter.month + 2) };
  }
  const shifted = (days: number): string => {
    const [, month = 1, day = 1] = addDays(answeredOn, days).split('-').map(Number);
    return dayInWords(day, month);
  };
  return { done: shifted(-int(random, 1, 7)), until: shifted(int(random, 10, 55)) };
}

/** A deputy's answer to a letter of a story. Deterministic by `random`. Formal answers are templates, word for word, as in life. */
export function composeAnswer(
  story: Story, quality: AnswerQuality, letter: Letter, person: Writer, random: Random, around: AnswerCircumstances = {},
): string {
  if (quality === 'formal') return pick(random, FORMAL_ANSWERS);
  const { deputy } = around;
  const woman = /(?:на|кызы)$/i.test(deputy?.middleName ?? '');
  const slots = {
    ...letter.slots,
    ...answerDays(letter, around.answeredOn, random),
    person: politeName(person),
    dear: person.sex === 'f' ? 'уважаемая' : 'уважаемый',
    Dear: person.sex === 'f' ? 'Уважаемая' : 'Уважаемый',
  };
  const voice = { sex: woman ? 'f' : 'm', age: 45, collective: false } as const;
  const bodies = quality === 'good' ? story.goodAnswers : story.explanations;
  const own = sayable(bodies, voice, letter.variant);
  const said = say(pick(random, own.length > 0 ? own : spareAnswers(quality, story.kind)), voice);
  const body = OF_CHILDREN.test(story.topic) && !person.collective ? kinByAge(said, person.age) : said;
  const greets = /^(?:Здравствуйте|Добрый|Уважаем|\{Dear\})/.test(body);
  const hellos = person.collective ? GROUP_HELLOS : body.slice(0, 60).includes('{person}') ? NAMELESS_HELLOS : HELLOS;
  const hello = greets ? '' : pick(random, hellos);
  const warm = story.kind === 'GRATITUDE' || story.kind === 'PROPOSAL';
  const thanks = warm || greets ? '' : say(pick(random, THANKS), voice);
  const parting = story.kind === 'GRATITUDE' ? '' : say(pick(random, quality === 'good' ? PARTINGS : EXPLAINED_PARTINGS), voice);
  // The same thought twice ("обещать", "спасибо") sounds like a form.
  const repeats = /бещ|пасибо|звин/.exec(parting);
  const end = repeats && (thanks + body).includes(repeats[0]) ? '' : parting;
  const main = [[thanks, body].filter(Boolean).join(' '), end].filter(Boolean).join(chance(random, 0.5) ? ' ' : '\n\n');
  const sign = deputy && chance(random, 0.6)
    ? pick(random, ['С уважением, ', 'Ваш депутат ', 'С уважением, депутат ', '']) + politeName(deputy)
    : '';
  return [hello, main, sign].filter(Boolean).map((part) => fill(part, slots)).join('\n\n');
}

/** What a moderator asks, and what the applicant replies. */
export function composeClarification(story: Story, letter: Letter, person: Writer, random: Random): { ask: string; reply: string } {
  const own = story.clarification;
  const pair = own && belongsTo(own.ask, letter.variant) ? own : pick(random, CLARIFICATIONS);
  const hello = pick(random, ['', '', 'Здравствуйте! ', 'Добрый день! ', person.collective ? '' : `${politeName(person)}, здравствуйте! `]);
  return {
    ask: hello + fill(say(pair.ask, person), letter.slots),
    reply: roughen(fill(say(pair.reply, person), letter.slots), { slips: 0.2, commas: 0.2 }, random),
  };
}

/** The comment that an applicant leaves with a mark of 1–5. Half of them are two short thoughts, not one. */
export function composeComment(outcome: Outcome, mark: number, person: Writer, random: Random): string {
  const bank = COMMENTS[outcome].filter((comment) => mark >= comment.marks[0] && mark <= comment.marks[1]);
  const fitting = (bank.length > 0 ? bank : COMMENTS[outcome]).map((comment) => comment.text);
  const words = sayable(fitting, person);
  const text = say(pick(random, words.length > 0 ? words : fitting), person);
  return roughen(chance(random, 0.2) ? text.toLowerCase() : text, { slips: 0.2, commas: 0.3 }, random);
}
