/**
 * Days as 'YYYY-MM-DD', without a time zone, and the two crossings between instants and days.
 * Arithmetic counts days since 1970-01-01, so no clock and no daylight saving can spoil it.
 */

/** A calendar day, 'YYYY-MM-DD'. */
export type Day = string;

const DAY_PATTERN = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. @throws RangeError when the text is no day of the calendar */
export function epochDay(day: Day): number {
  const number = parse(day);
  if (number === null) throw new RangeError(`not a day: ${day}`);
  return number;
}

function parse(text: string): number | null {
  const match = DAY_PATTERN.exec(text);
  if (!match) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  // Date.UTC rolls the 30th of February over to March.
  return new Date(ms).getUTCDate() === Number(match[3]) && new Date(ms).getUTCMonth() === Number(match[2]) - 1 ? ms / MS_PER_DAY : null;
}

/** The day that is this many days after 1970-01-01. */
export function dayOfEpoch(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whether the text is a day of the calendar, 2023-02-30 is not. */
export function isDay(text: string): boolean {
  return parse(text) !== null;
}

/** The day `days` later, earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayOfEpoch(epochDay(day) + days);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(day: Day): number {
  return (((epochDay(day) + 3) % 7) + 7) % 7;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter is a hundred times dearer than using it. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Milliseconds that the zone's wall clock shows, as if it were UTC. */
function wallClock(instant: Date, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'] ?? 1, part['hour'], part['minute'], part['second']);
}

/** The day that the wall calendar of this time zone shows at the instant. @param timeZone IANA name, as in regions.csv */
export function localDay(instant: Date, timeZone: string): Day {
  return dayOfEpoch(Math.floor(wallClock(instant, timeZone) / MS_PER_DAY));
}

/** The hour 0–23 that the wall clock of this time zone shows at the instant. */
export function localHour(instant: Date, timeZone: string): number {
  return Math.floor((wallClock(instant, timeZone) % MS_PER_DAY) / 3_600_000);
}

/** What the wall clock of this time zone shows at the instant: «09:05». */
export function localTime(instant: Date, timeZone: string): string {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(11, 16);
}

/**
 * The first instant of a local day: its midnight, or the moment after it where the clock jumped over midnight.
 * The offsets a day before and a day after are the only candidates; the earliest one that falls on the day is right.
 */
export function startOfLocalDay(day: Day, timeZone: string): Date {
  const midnight = epochDay(day) * MS_PER_DAY;
  const candidates = [midnight - MS_PER_DAY, midnight + MS_PER_DAY]
    .map((near) => midnight - (wallClock(new Date(near), timeZone) - near))
    .sort((a, b) => a - b)
    .map((ms) => new Date(ms));
  const first = candidates.find((instant) => localDay(instant, timeZone) === day);
  if (!first) throw new RangeError(`no midnight of ${day} in ${timeZone}`);
  return first;
}
