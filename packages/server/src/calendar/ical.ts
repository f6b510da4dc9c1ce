import type { Day } from '../shared/day.js';

/** One deadline in a calendar. Number, day and link: what a phone or a mail service keeps must say nothing of an applicant. */
export interface CalendarEntry {
  id: string;
  dueOn: Day;
  summary: string;
  url: string;
  /** When it was last changed. */
  changedAt: Date;
}

/** Octets of one line, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;
const PRODUCT = '-//voter-deputy//deadlines//RU';

/** A calendar as RFC 5545 has it: one event of a whole day for each deadline. @param host makes the ids ours for good */
export function calendar(name: string, host: string, entries: readonly CalendarEntry[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap(({ id, dueOn, summary, url, changedAt }) => [
      'BEGIN:VEVENT', `UID:${id}@${host}`, `DTSTAMP:${instant(now)}`, `LAST-MODIFIED:${instant(changedAt)}`, `DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`,
      `SUMMARY:${escaped(summary)}`, `URL:${url}`, 'TRANSP:TRANSPARENT', 'CLASS:PRIVATE', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Text values: backslash, semicolon, comma and line break are written with a backslash (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const instant = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A long line goes on after a line break and a space; never in the middle of a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > LINE_OCTETS) {
      parts.push(part);
      // The space that begins a continued line counts.
      [part, octets] = ['', 1];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}
