import type { Locale } from '../shared/locale.js';
import type { Day } from '../shared/day.js';
import type { Block, Letter } from './letter.js';
import { letterDay } from './letter-day.js';
import type { StaffEvent } from './staff-news.lifecycle.js';

/** What a letter to staff may say of an appeal: nothing of the applicant, nothing of the text. */
export interface NoticeFacts {
  event: StaffEvent;
  number: string;
  dueOn: Day | null;
  url: string;
}

interface Words {
  headline: Record<StaffEvent, (number: string) => string>;
  due: string;
  open: string;
  digest: (count: number) => string;
  digestIntro: string;
  more: (count: number) => string;
  settings: string;
}

const RU: Words = {
  headline: {
    APPEAL_SUBMITTED: (number) => `Новое обращение ждёт модерации: ${number}`,
    APPEAL_NEW: (number) => `Новое обращение к вам: ${number}`,
    APPEAL_FORWARDED: (number) => `Вам передали обращение ${number}: примите или верните`,
    APPEAL_REOPENED: (number) => `Обращение ${number} возобновлено`,
    ESCALATION: (number) => `Срок ответа по обращению ${number}`,
  },
  due: 'Ответить до', open: 'Открыть обращение',
  digest: (count) => `За день: ${count}`, digestIntro: 'Что произошло с прошлого письма:',
  more: (count) => `И ещё ${count}: они есть в списке обращений.`,
  settings: 'Что, когда и куда сообщать, выбирают в профиле консоли.',
};
const EN: Words = {
  headline: {
    APPEAL_SUBMITTED: (number) => `A new appeal awaits moderation: ${number}`,
    APPEAL_NEW: (number) => `A new appeal to you: ${number}`,
    APPEAL_FORWARDED: (number) => `Appeal ${number} was forwarded to you: accept or return it`,
    APPEAL_REOPENED: (number) => `Appeal ${number} was reopened`,
    ESCALATION: (number) => `Deadline of appeal ${number}`,
  },
  due: 'Answer until', open: 'Open the appeal',
  digest: (count) => `The day: ${count}`, digestIntro: 'What happened since the last letter:',
  more: (count) => `And ${count} more: they are in the list of appeals.`,
  settings: 'What you are told, when and where, is chosen in your profile of the console.',
};
const WORDS: Record<Locale, Words> = { ru: RU, en: EN };

const fact = ({ dueOn }: NoticeFacts, words: Words, locale: Locale): Block[] => (dueOn ? [{ kind: 'facts', rows: [[words.due, letterDay(dueOn, locale)]] }] : []);

export function noticeLetter(facts: NoticeFacts, serviceName: string, locale: Locale): Letter {
  const words = WORDS[locale];
  const headline = words.headline[facts.event](facts.number);
  return {
    subject: headline,
    blocks: [
      { kind: 'paragraph', text: `${headline}.` }, ...fact(facts, words, locale), { kind: 'links', links: [{ label: words.open, url: facts.url }] },
      { kind: 'paragraph', text: `${serviceName}\n${words.settings}` },
    ],
  };
}

/** Appeals that a digest names. */
const NAMED = 30;

export function digestLetter(items: readonly NoticeFacts[], serviceName: string, locale: Locale): Letter {
  const words = WORDS[locale];
  return {
    subject: `${serviceName}. ${words.digest(items.length)}`,
    blocks: [
      { kind: 'paragraph', text: words.digestIntro },
      ...items.slice(0, NAMED).flatMap((item): Block[] => [{ kind: 'links', links: [{ label: words.headline[item.event](item.number), url: item.url }] }, ...fact(item, words, locale)]),
      ...(items.length > NAMED ? [{ kind: 'paragraph', text: words.more(items.length - NAMED) } as const] : []),
      { kind: 'paragraph', text: `${serviceName}\n${words.settings}` },
    ],
  };
}
