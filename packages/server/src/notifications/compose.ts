import { deadlineInWords, type Deadline } from '../appeals/index.js';
import type { Locale } from '../shared/locale.js';
import { asHtml, asText, shortened, subjectLine } from './letter.js';
import { LETTERS_EN } from './letters.en.js';
import { LETTERS_RU } from './letters.ru.js';
import type { Letters, News, NewsFacts } from './news.facts.js';

const LETTERS: Record<Locale, Letters> = { ru: LETTERS_RU, en: LETTERS_EN };
const SUBJECT = 200;
const BEGINNING = 300;
/** The steps of a deadline that a person asks about; the rest is arithmetic and stands on the appeal's page. */
const TELLING_STEPS: readonly string[] = ['RULE', 'PAUSE', 'EXTENSION', 'MOVED'];

/** What is known of an appeal when a letter about it is written. */
export interface NewsMaterial extends Omit<NewsFacts, 'beginning' | 'trackUrl' | 'dueReason' | 'feedbackUrl' | 'promise'> {
  publicUrl: string;
  locale: Locale;
  /** The whole letter of the applicant. */
  text: string;
  deadline: Deadline | null;
  /** The promise that the letter asks about. */
  promised: { text: string; dueOn: string } | null;
  /** The single-use token of the mark or of the promise, where one is asked for. */
  token: string | null;
}

/** A mail about an appeal, as it is kept and sent. */
export function composeNews(news: News, { publicUrl, locale, text, deadline, token, promised, ...facts }: NewsMaterial): { subject: string; text: string; html: string } {
  const letter = LETTERS[locale][news]({
    ...facts, subject: shortened(facts.subject, SUBJECT), beginning: shortened(text, BEGINNING),
    trackUrl: `${publicUrl}/track/${facts.number}${facts.code ? `#code=${facts.code}` : ''}`,
    promise: promised && token !== null ? { ...promised, url: `${publicUrl}/promise/${token}` } : null,
    feedbackUrl: token === null || promised ? null : `${publicUrl}/feedback/${token}`,
    dueReason: deadline === null ? '' : deadlineInWords(deadline, locale).steps.filter(({ code }) => TELLING_STEPS.includes(code)).map((step) => step.text).join(' '),
  });
  return { subject: subjectLine(letter), text: asText(letter), html: asHtml(letter, locale) };
}
