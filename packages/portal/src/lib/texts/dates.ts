import type { Locale } from '../locale';

const LANGUAGE_TAGS: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' };

/** Today in the given time zone, YYYY-MM-DD. */
export const todayIn = (timeZone: string, now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);

/** Calendar days from `from` to `to` (both YYYY-MM-DD); negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** «19 апреля» or «19 апреля 2027»: the year only when it is not the year of `now`. */
export function formatDay(day: string, locale: Locale, now = new Date()): string {
  const year = Number(day.slice(0, 4)) === now.getFullYear() ? undefined : 'numeric';
  return unbroken(
    new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { day: 'numeric', month: 'long', year, timeZone: 'UTC' }).format(new Date(day)),
  );
}

/** «19 апреля, 14:05» in the given time zone, with the year when it is not the year of `now`. */
export function formatInstant(at: string, timeZone: string, locale: Locale, now = new Date()): string {
  const instant = new Date(at);
  const time = new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { hour: '2-digit', minute: '2-digit', timeZone }).format(instant);
  return `${formatDay(todayIn(timeZone, instant), locale, now)}, ${time}`;
}

/** Without the «г.» after the year, and never broken between day and month. */
const unbroken = (text: string): string => text.replace(/\sг\.$/, '').replaceAll(' ', '\u00a0');
