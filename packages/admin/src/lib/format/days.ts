import type { Locale } from '../../gql/schema';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', options);
  formats.set(key, made);
  return made;
}

/** Today as YYYY-MM-DD in the given time zone, or in that of the browser. */
export function dayOf(at: Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  return parts.format(at);
}

/** «19 апреля», with the year where it is not this year. `day` is YYYY-MM-DD, of no time zone. */
export function dayText(day: string, locale: Locale, now: Date): string {
  const thisYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  const date = new Date(`${day}T00:00:00Z`);
  const text = format(locale, { day: 'numeric', month: 'long', timeZone: 'UTC', ...(thisYear ? {} : { year: 'numeric' }) }).format(date);
  return text.replace(/\s?г\.$/, '').replaceAll(' ', '\u00a0');
}

/** «19.04.2026»: for tables. `day` is YYYY-MM-DD. */
export function dayShort(day: string, locale: Locale): string {
  return format(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** «12:41» today, else «19 апреля, 12:41». `at` is an ISO instant. */
export function momentText(at: string, locale: Locale, now: Date, timeZone?: string): string {
  const date = new Date(at);
  const time = timeText(at, locale, timeZone);
  const day = dayOf(date, timeZone);
  return day === dayOf(now, timeZone) ? time : `${dayText(day, locale, now)}, ${time}`;
}

/** «12:41», in the given time zone or in that of the browser. */
export function timeText(at: string, locale: Locale, timeZone?: string): string {
  return format(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
}

/** How long ago, in one unit, for a narrow column. */
export function age(at: string, now: Date): { unit: 'now' | 'minutes' | 'hours' | 'days'; n: number } {
  const passed = Math.max(0, now.getTime() - new Date(at).getTime());
  if (passed < MINUTE) return { unit: 'now', n: 0 };
  if (passed < HOUR) return { unit: 'minutes', n: Math.floor(passed / MINUTE) };
  if (passed < DAY) return { unit: 'hours', n: Math.floor(passed / HOUR) };
  return { unit: 'days', n: Math.floor(passed / DAY) };
}

/** Whole days from `from` to `to`, both YYYY-MM-DD; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
