import { chance, int, pick, sample, weighted, type Random } from '../random.js';
import { drawSignatures, drawSlots, fill, type Slots } from './slots.js';
import { spareParts } from './spare-parts.js';
import { belongsTo, kinByAge, sayable, say, type Speaker } from './speech.js';
import { roughen } from './typos.js';
import type { Story } from './story.js';
import {
  ANGRY_CLOSINGS, ANGRY_GREETINGS, CLOSINGS, GREETINGS, INTRODUCTIONS, OFFERING_CLOSINGS, OFFICIAL_CLOSINGS,
  OFFICIAL_FACTS, OFFICIAL_OPENINGS,
  OLD_CLOSINGS, OLD_GREETINGS, PHONE_GREETINGS, SECOND_LINKS, SHOUTED, THANKFUL_CLOSINGS, URGENT_CLOSINGS, WE, type Circle,
} from './voices.js';

/** The applicant as the writer of a letter. */
export interface Writer extends Speaker {
  firstName: string;
  middleName?: string | null;
  lastName: string;
  city: string;
}

/** The name by which a deputy is addressed. */
export interface Addressee {
  firstName: string;
  middleName?: string | null;
}

/** A written appeal; `slots` are the facts that its answers and clarifications must repeat. */
export interface Letter {
  subject: string;
  text: string;
  /** The questions in the letter, each under its topic code; the first is the story's own. */
  questions: { topic: string; text: string }[];
  kind: Story['kind'];
  urgent: boolean;
  /** The month of the letter, 1–12. */
  month: number;
  /** Which of the story's problems the letter tells, from 1. */
  variant: number;
  slots: Slots;
}

/** Roughly the year of the letters, for "живу здесь с 1987 года"; never earlier than the writer was born. */
const NOW = 2026;

type Voice = 'plain' | 'chatty' | 'phone' | 'old' | 'angry' | 'official';

/** "Анна Петровна", or the first name alone where there is no patronymic. */
export function politeName(person: Addressee): string {
  return person.middleName ? `${person.firstName} ${person.middleName}` : person.firstName;
}

/** Whether a name is a woman's: by the patronymic, else by the first name's ending. */
function isWoman(person: Addressee): boolean {
  return /(?:на|кызы)$/i.test(person.middleName ?? '') || (!person.middleName && /[ая]$/.test(person.firstName));
}

function voiceOf(story: Story, writer: Writer, random: Random): Voice {
  const { age, collective } = writer;
  const warm = story.kind === 'GRATITUDE' || story.kind === 'PROPOSAL';
  const shares: [Voice, number][] = [
    ['plain', 38],
    ['chatty', collective ? 0 : 22],
    ['phone', collective || age > 62 ? 0 : age < 36 ? 24 : 11],
    ['old', collective || age < 57 ? 0 : 30],
    ['angry', warm ? 0 : 11],
    ['official', story.kind === 'GRATITUDE' ? 1 : collective ? 16 : age < 28 ? 3 : 7],
  ];
  return weighted(random, shares, ([, share]) => share)[0];
}

/** A part that this person can say of this problem; none ('') where there is no such part. */
function pickSayable(parts: readonly string[], speaker: Speaker, random: Random, variant?: number): string {
  const fitting = sayable(parts, speaker, variant);
  return fitting.length > 0 ? pick(random, fitting) : '';
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function greeting(voice: Voice, deputy: Addressee, random: Random): string {
  const bank = voice === 'old' ? OLD_GREETINGS : voice === 'phone' ? PHONE_GREETINGS : voice === 'angry' ? ANGRY_GREETINGS : GREETINGS;
  const woman = isWoman(deputy);
  const text = fill(pick(random, bank), {
    deputy: politeName(deputy),
    dear: woman ? 'уважаемая' : 'уважаемый',
    Dear: woman ? 'Уважаемая' : 'Уважаемый',
    oy: woman ? 'ая' : 'ой',
  });
  // Half of those who write a greeting run on after it with a comma.
  return voice !== 'phone' && chance(random, 0.12) ? text.replace(/!$/, ',') : text;
}

/** Topics in whose letters a son or a daughter is a child. */
export const OF_CHILDREN = /^(?:social\.(?:schools|kindergartens|sport|culture|healthcare)|economy\.(?:transport|roads))$/;

function circleOf(topic: string): Circle {
  if (topic === 'social.schools') return 'PUPILS';
  if (topic === 'social.kindergartens') return 'CHILDREN';
  return topic === 'social.employment' ? 'COLLEAGUES' : 'NEIGHBOURS';
}

function introduction(writer: Writer, circle: Circle, signatures: string, random: Random, slots: Slots): string {
  if (writer.collective) return fill(say(pick(random, WE[circle]), writer), { ...slots, number: signatures });
  const part = pickSayable(INTRODUCTIONS, writer, random);
  return fill(say(part, writer), {
    ...slots,
    firstName: writer.firstName,
    surname: writer.lastName,
    fullName: `${writer.lastName} ${politeName(writer)}`,
    age: inYears(writer.age),
    since: String(int(random, Math.max(1958, NOW - writer.age + 3), NOW - 8)),
  });
}

/** "21 год", "43 года", "67 лет". */
export function inYears(age: number): string {
  const tens = age % 100;
  const ones = age % 10;
  if (tens > 10 && tens < 15) return `${age} лет`;
  return `${age} ${ones === 1 ? 'год' : ones > 1 && ones < 5 ? 'года' : 'лет'}`;
}

function closing(voice: Voice, story: Story, writer: Writer, random: Random): string {
  if (story.kind === 'GRATITUDE') return pick(random, THANKFUL_CLOSINGS);
  const bank =
    voice === 'official' ? OFFICIAL_CLOSINGS
    : story.urgent ? URGENT_CLOSINGS
    : voice === 'angry' ? ANGRY_CLOSINGS
    : voice === 'old' ? OLD_CLOSINGS
    : story.kind === 'PROPOSAL' ? OFFERING_CLOSINGS
    : CLOSINGS;
  return say(pickSayable(bank, writer, random), writer);
}

function signature(voice: Voice, writer: Writer, circle: Circle, signatures: string, slots: Slots, random: Random): string {
  const { firstName, middleName, lastName } = writer;
  const initials = `${firstName.charAt(0)}.${middleName ? ` ${middleName.charAt(0)}.` : ''}`;
  const short = `${lastName} ${initials}`;
  const home = `${slots.street}, ${slots.house}`;
  if (writer.collective) {
    const whose = { NEIGHBOURS: 'жителей', PUPILS: 'родителей', CHILDREN: 'родителей', COLLEAGUES: 'коллектива' }[circle];
    return pick(random, [
      circle === 'NEIGHBOURS' ? `Жители ${home}` : `От имени ${whose} ${short}`,
      `От имени ${whose} — ${short}`,
      circle === 'NEIGHBOURS' ? `${lastName}, ${home}, и ещё ${signatures} подписей` : `${short} и ещё ${signatures} подписей`,
      `По поручению ${whose} ${short}`,
      'Список с подписями приложим отдельно.',
    ]);
  }
  if (voice === 'phone') return chance(random, 0.12) ? firstName.toLowerCase() : '';
  const full = `${lastName} ${politeName(writer)}`;
  if (voice === 'old') {
    return pick(random, [`С уважением, ${full}`, full, `С уважением к Вам ${full}, ${inYears(writer.age)}`, `${full}, ${home}`]);
  }
  if (voice === 'official') return pick(random, [short, full, `Заявитель: ${full}`, `С уважением, ${short}`]);
  return pick(random, [
    '', '', '', '', `С уважением, ${full}`, `С уважением, ${firstName}`, `С уважением, ${firstName} ${lastName}`, full, firstName,
    `${firstName} ${lastName}`, short, `${firstName}, ${slots.street}`,
  ]);
}

/** Makes the words of an angry letter louder: some words in capitals, more exclamation marks. */
function shout(text: string, random: Random): string {
  if (chance(random, 0.06)) return text.toUpperCase();
  let out = text;
  for (const word of sample(random, SHOUTED, 5)) {
    out = out.replace(new RegExp(`(?<![а-яё-])${word}(?![а-яё-])`, 'i'), (found) => found.toUpperCase());
  }
  return out.replace(/\.(?=\s|$)/g, (stop, at: number) => {
    const abbreviation = /(?:руб|ул|пр|стр|тыс|г|т|д|кв|им)$/.test(out.slice(Math.max(0, at - 4), at));
    return abbreviation || !chance(random, 0.16) ? stop : pick(random, ['!', '!', '!!', '!!!', '...']);
  });
}

/** Thumbs on a phone: lower case, few stops, no capital for anyone. */
function hurry(text: string, random: Random): string {
  let out = chance(random, 0.75) ? text.toLowerCase() : text;
  if (chance(random, 0.5)) out = out.replace(/(?<=[а-яё]{4})\.\s+(?=[а-яё])/gi, () => (chance(random, 0.4) ? ' ' : '. '));
  return chance(random, 0.7) ? out.replace(/\.$/, '') : out;
}

const BREAK = '\n\n';

interface LetterParts {
  opening: string;
  intro: string;
  problem: string;
  details: string[];
  tried: string;
  ask: string;
  second: string;
  end: string;
}

/** The body in the order and the layout that the voice keeps. */
function arrange(voice: Voice, parts: LetterParts, random: Random): string {
  const { opening, intro, problem, details, tried, ask, second, end } = parts;
  const join = (items: readonly string[], by: string): string => items.filter((item) => item !== '').join(by);
  if (voice === 'official') {
    const facts = [...details, tried].filter((item) => item !== '');
    const mark = pick(random, ['. ', ') ']);
    const lines = facts.map((fact, i) => `${i + 1}${mark}${fact}`).join('\n');
    const listed = facts.length > 1 ? `${pick(random, OFFICIAL_FACTS)}\n${lines}` : facts.join('');
    return join([join([intro || opening, problem], ' '), listed, ask, second, end], BREAK);
  }
  const layout = random();
  if (voice === 'phone' || layout < 0.34) return join([intro, problem, ...details, tried, ask, second, end], ' ');
  if (layout < 0.56) return join([join([intro, problem, ...details], ' '), join([tried, ask], ' '), second, end], BREAK);
  if (layout < 0.72) return join([intro, problem, join([...details, tried], ' '), ask, second, end], BREAK);
  if (layout < 0.84) return join([join([intro, problem, tried, ...details], ' '), ask, second, end], '\n');
  if (layout < 0.93) return join([join([intro, problem, ...details, tried], ' '), join([ask, second, end], ' ')], BREAK);
  return join([join([intro, ask], ' '), join([problem, ...details, tried], ' '), second, end], BREAK);
}

/**
 * Writes one appeal of a story in one person's words. Deterministic by `random`.
 * @param month the month of the letter (1–12); what it tells of lies in the month before.
 */
export function composeLetter(story: Story, writer: Writer, deputy: Addressee, month: number, random: Random): Letter {
  const slots = drawSlots(writer.city, month, random);
  const voice = voiceOf(story, writer, random);
  const brief = voice === 'phone';
  const ofChildren = OF_CHILDREN.test(story.topic) && !writer.collective;
  const tell = (part: string): string => {
    const said = say(part, writer);
    return upperFirst(fill(ofChildren ? kinByAge(said, writer.age) : said, slots));
  };
  const circle = circleOf(story.topic);
  const signatures = writer.collective ? drawSignatures(random) : slots.number;

  const chosen = pickSayable(story.problem, writer, random) || pick(random, story.problem);
  const variant = story.problem.indexOf(chosen) + 1;
  const problem = tell(chosen);
  const counts = brief ? [5, 4, 1] : [2, 4, 3, voice === 'chatty' ? 4 : 1.5];
  const count = weighted(random, [...counts.keys()], (n) => counts[n] ?? 0);
  const spare = spareParts(story.kind);
  const own = sample(random, sayable(story.details, writer, variant), count);
  const more = own.length < count || chance(random, 0.06) ? sample(random, sayable(spare.details, writer), 1) : [];
  const details = [...own, ...more].map(tell);
  const warm = story.kind === 'GRATITUDE' || story.kind === 'PROPOSAL';
  const oneOf = (parts: readonly string[], spares: readonly string[]): string =>
    tell(pickSayable(parts, writer, random, variant) || pickSayable(spares, writer, random));
  const tried = chance(random, brief ? 0.25 : warm ? 0.35 : 0.6) ? oneOf(story.tried, spare.tried) : '';
  const ask = chance(random, brief ? 0.6 : 0.88) ? oneOf(story.asks, spare.asks) : '';

  const also = !brief && story.alsoAsks && belongsTo(story.alsoAsks.text, variant) ? story.alsoAsks : undefined;
  const secondText = also && chance(random, 0.3) ? tell(also.text) : '';
  const second = secondText && `${pick(random, SECOND_LINKS)} ${secondText}`;
  const introShare = writer.collective ? 0.85 : { plain: 0.22, chatty: 0.5, phone: 0.05, old: 0.5, angry: 0.1, official: 0.35 }[voice];
  const known = /^(?:Пиш|Мне |Меня |Я |Мы |Обраща|Живу|Живём|Наш )|ул\. |пр-т |пер\. |б-р /.test(problem);
  const intro = chance(random, introShare) && (writer.collective || !known) ? introduction(writer, circle, signatures, random, slots) : '';
  const opening = voice === 'official' && chance(random, 0.3) ? tell(pick(random, OFFICIAL_OPENINGS)) : '';
  const end = closing(voice, story, writer, random);

  let body = arrange(voice, { opening, intro, problem, details, tried, ask, second, end }, random);
  if (voice === 'angry') body = shout(body, random);
  const hello = greeting(voice, deputy, random);
  const sign = signature(voice, writer, circle, signatures, slots, random);
  const gap = brief || chance(random, 0.25) ? ' ' : '\n';
  const start = hello.endsWith(',') ? body.charAt(0).toLowerCase() + body.slice(1) : body;
  let text = hello === '' ? body : hello + gap + start;
  if (brief) text = hurry(text, random);
  const careless = { plain: 0.12, chatty: 0.2, phone: 0.5, old: 0.1, angry: 0.35, official: 0.03 }[voice];
  text = roughen(text, { slips: careless, commas: brief ? 0.8 : careless }, random).trim();
  // Nobody mistypes their own name.
  if (sign !== '') text += `${chance(random, 0.3) ? '\n' : BREAK}${sign}`;

  const titles = story.subjects.filter((part) => belongsTo(part, variant));
  const subject = tell(pickSayable(titles, writer, random) || pick(random, titles));
  return {
    subject: brief && chance(random, 0.4) ? subject.toLowerCase() : subject,
    text,
    questions: [
      { topic: story.topic, text: [problem, ask].filter((item) => item !== '').join(' ') },
      ...(secondText && also ? [{ topic: also.topic, text: secondText }] : []),
    ],
    kind: story.kind,
    urgent: story.urgent === true,
    month,
    variant,
    slots,
  };
}
