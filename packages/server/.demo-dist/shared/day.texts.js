import { epochDay } from './day.js';
const formats = {
    ru: new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
const MS_PER_DAY = 86_400_000;
/** A day in a sentence: «19 апреля 2026 г.». */
export const messageDay = (day, locale) => formats[locale].format(epochDay(day) * MS_PER_DAY).replace(/ г\.$/, '\u00A0г.');
