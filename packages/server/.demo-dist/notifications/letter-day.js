import { epochDay } from '../shared/day.js';
const formats = {
    ru: new Intl.DateTimeFormat('ru', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
const MS_PER_DAY = 86_400_000;
/** A day as a letter names it, with its weekday: «среда, 19 апреля 2026 г.»; in the nominative, so it stands after a colon. */
export const letterDay = (day, locale) => formats[locale].format(epochDay(day) * MS_PER_DAY).replace(/ г\.$/, '\u00A0г.').replace(/(\d) /, '$1\u00A0');
