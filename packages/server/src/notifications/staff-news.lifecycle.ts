/**
 * What people of the console are told, to whom, when and how by default (pure). Every letter says number, day and link alone: a mailbox
 * and a messenger are outside our walls.
 */
import type { Role } from '../shared/actor.js';
import { addDays, localDay, localHour, startOfLocalDay, type Day } from '../shared/day.js';

/** What a person of the console can be told of. */
export const STAFF_EVENTS = ['APPEAL_SUBMITTED', 'APPEAL_NEW', 'APPEAL_FORWARDED', 'APPEAL_REOPENED', 'ESCALATION'] as const;
export type StaffEvent = (typeof STAFF_EVENTS)[number];

/** At once, once a day with everything else, or not at all. */
export const NOTICE_MODES = ['INSTANT', 'DIGEST', 'OFF'] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

export type Modes = Readonly<Partial<Record<StaffEvent, NoticeMode>>>;

/** What each role is told until the person chooses: a deputy at once, whoever reads hundreds a day in one letter. */
const DEFAULTS: Record<Role, Modes> = {
  DEPUTY: { APPEAL_NEW: 'INSTANT', APPEAL_FORWARDED: 'INSTANT', APPEAL_REOPENED: 'INSTANT', ESCALATION: 'INSTANT' },
  AIDE: { APPEAL_NEW: 'INSTANT', APPEAL_FORWARDED: 'INSTANT', APPEAL_REOPENED: 'INSTANT', ESCALATION: 'INSTANT' },
  MODERATOR: { APPEAL_SUBMITTED: 'DIGEST' },
  COORDINATOR: { ESCALATION: 'DIGEST' },
  ADMINISTRATOR: {},
  ANALYST: {},
};

/** What can be told to a role at all, in the order of the list above. */
export const eventsOf = (role: Role): StaffEvent[] => STAFF_EVENTS.filter((event) => DEFAULTS[role][event] !== undefined);

/** How a person is told of something; OFF for what the role is never told of. */
export const modeOf = (role: Role, chosen: Modes, event: StaffEvent): NoticeMode => (DEFAULTS[role][event] === undefined ? 'OFF' : chosen[event] ?? DEFAULTS[role][event]!);

/** Hours 0–23 of the region's clock between which nobody is woken; over midnight where the first is the later. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

const isQuiet = ({ from, until }: QuietHours, hour: number): boolean => (from <= until ? hour >= from && hour < until : hour >= from || hour < until);

/** When a message may go: now, or when the quiet hours are over. */
export function afterQuiet(now: Date, quiet: QuietHours | null, timeZone: string): Date {
  if (!quiet || !isQuiet(quiet, localHour(now, timeZone))) return now;
  const today = localDay(now, timeZone);
  const end = (day: Day): Date => new Date(startOfLocalDay(day, timeZone).getTime() + quiet.until * 3_600_000);
  return end(today) > now ? end(today) : end(addDays(today, 1));
}

/** The hour of the region's clock from which the day's digest goes. */
export const DIGEST_HOUR = 8;
