import type { Locale } from '../shared/locale.js';
import type { DeputyReason } from './deputy-choice.formula.js';

type Facts = Readonly<Record<string, string | number>>;

const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const appeals = (count: number): string => ({ one: 'обращение', few: 'обращения', many: 'обращений' })[plurals.ru.select(count) as 'one' | 'few' | 'many'] ?? 'обращений';
const openAppeals = (count: number): string => (plurals.ru.select(count) === 'one' ? 'открытое обращение' : `открытых ${appeals(count)}`);

const WORDS: Record<DeputyReason, Record<Locale, (facts: Facts) => string>> = {
  CHOSEN: { ru: () => 'выбор заявителя', en: () => "the applicant's choice" },
  NAMED: { ru: () => 'назван в письме', en: () => 'named in the letter' },
  DISTRICT: { ru: ({ district }) => `округ ${district}, назван в письме`, en: ({ district }) => `district ${district}, named in the letter` },
  STREET: {
    ru: ({ street, count, of }) => `по этому адресу (${street}) ${count} из ${of} за год`,
    en: ({ street, count, of }) => `${count} of ${of} at this address (${street}) within a year`,
  },
  TOPIC: {
    ru: ({ count, of }) => `по этой теме ${count} из ${of} за год`,
    en: ({ count, of }) => `${count} of ${of} on this topic within a year`,
  },
  LOAD: {
    ru: ({ count }) => (Number(count) === 0 ? 'нет открытых обращений' : `меньше всех в работе: ${count} ${openAppeals(Number(count))}`),
    en: ({ count }) => (Number(count) === 0 ? 'no open appeals' : `has the least to do: ${count} open`),
  },
};

/** Why this deputy, in a few words. */
export const deputyReasonInWords = (reason: DeputyReason, facts: Facts, locale: Locale): string => WORDS[reason][locale](facts);
