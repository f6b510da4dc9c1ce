import { rowsFor } from '../db/acting.js';
import { appealByNumber } from '../db/lookups.js';
import type { Orm } from '../db/orm.js';
import type { HistoryActorKind } from '../history/history-entry.entity.js';
import type { Reference, RegionRow } from '../regions/index.js';
import type { Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { attachUploads } from '../files/index.js';
import { daysBetween, localDay } from '../shared/day.js';
import { notFound } from '../shared/failures.js';
import { hashOf, sameHash } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { ratingSoon } from '../shared/jobs.js';
import { Refusal, refuse } from '../shared/refusal.js';
import type { Vault } from '../shared/vault.js';
import { checkText, cleaned } from '../shared/words.js';
import type { ClarifyAppealInput, WithdrawAppealInput } from './appeal.inputs.js';
import type { ReopenAppealInput } from './moves.inputs.js';
import type { AppealMove, AppealStatus } from './appeal.lifecycle.js';
import { AppealsLoaders, type HistoryRow, type MessageRow, type QuestionRow } from './appeals.loaders.js';
import { availableMoves, isSubmittedBy } from './appeals.policy.js';
import { answerDeadline, pausedDays } from './deadline.js';
import type { DeadlineRules } from './deadline-rules.js';
import { deadlineInWords } from './deadline.texts.js';
import { Desk } from './desk.js';
import { LIMITS } from './limits.js';
import { writeMessage } from './messages.js';
import { rejectReasonIn } from './reject-reasons.js';
import { reopeningOf, reopened } from './reopening.js';
import { EVENT_FOR_APPLICANT, MOVE_FOR_APPLICANT, NEXT_FOR_APPLICANT, STATUS_FOR_APPLICANT } from './tracked.texts.js';
import { seenByApplicant } from './undo.js';

/** An appeal as its applicant sees it. */
export interface TrackedRow {
  id: string;
  number: string;
  status: AppealStatus;
  statusText: string;
  nextStep: { text: string; by: string | null } | null;
  subject: string;
  text: string;
  submittedAt: Date;
  region: RegionRow;
  deputyName: string | null;
  dueOn: string | null;
  deadline: ReturnType<typeof deadlineInWords> | null;
  messages: MessageRow[];
  steps: { at: Date; title: string }[];
  questions: QuestionRow[];
  rejectReason: { code: string; title: string; text: string } | null;
  reopenBy: string | null;
  reopeningsLeft: number;
  forwardedBody: string | null;
  availableMoves: AppealMove[];
  canGiveFeedback: boolean;
  version: number;
}

/** How many of those who opened an appeal are shown. */
const OPENED_BY = 100;

export interface OpenedByRow {
  at: Date;
  role: HistoryActorKind;
  name: string;
  contacts: boolean;
}

/** What an applicant does with number and code, without an account. */
export class TrackingService {
  constructor(
    private readonly orm: Orm, private readonly reference: Reference, private readonly rules: DeadlineRules,
    private readonly caller: Actor, private readonly clock: Clock, private readonly locale: Locale, private readonly vault: Vault,
    private readonly filesPerLetter: number,
  ) {}

  /**
   * The appeal's id for a number and code; one answer for every wrong pair, and it is found in the same time. A partner's app
   * opens what it submitted itself and nothing else, whatever pair it has.
   */
  async open(number: string, code: string): Promise<string> {
    const row = await appealByNumber(this.orm, normalNumber(number));
    const given = hashOf(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
    if (!sameHash(given, row?.codeHash ?? hashOf('')) || !row || !this.isOpenToCaller(row.partnerId)) throw notFound('TRACKING_PAIR_UNKNOWN');
    return row.id;
  }

  private isOpenToCaller(partnerId: string | null): boolean {
    return this.caller.kind !== 'PARTNER' || isSubmittedBy(this.caller, partnerId);
  }

  async track(number: string, code: string): Promise<TrackedRow> {
    const id = await this.open(number, code);
    await seenByApplicant(rowsFor(this.orm, { kind: 'APPLICANT', appealId: id }), id, this.clock.now());
    return this.view(id);
  }

  async clarify(input: ClarifyAppealInput): Promise<TrackedRow> {
    const id = await this.open(input.number, input.code);
    const desk = this.desk(id);
    await desk.move(id, input.version, 'CLARIFY', async (appeal, em, at) => {
      const refusals: Refusal[] = [];
      const text = checkText(input.text, { field: 'text', max: LIMITS.text, empty: 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
      refuse(refusals);
      const today = localDay(at, this.reference.timeZone(appeal.region));
      const waited = daysBetween(appeal.clarificationAskedOn!, today);
      const paused = pausedDays(appeal.clarificationAskedOn!, today, this.rules.policy(appeal.policy), this.rules.calendar);
      appeal.clarify(this.rules.afterPause(appeal.registerBy, waited), paused, at);
      const message = writeMessage(desk, em, appeal, 'CLARIFICATION', text, at);
      await em.flush();
      await attachUploads(em, this.caller, input.attachments, { appealId: appeal.id, messageId: message.id }, at, this.filesPerLetter);
    });
    return this.view(id);
  }

  async withdraw(input: WithdrawAppealInput): Promise<TrackedRow> {
    const id = await this.open(input.number, input.code);
    const reason = cleaned(input.reason ?? '');
    if (reason.length > LIMITS.reason) throw new Refusal('TEXT_TOO_LONG', 'reason', { max: LIMITS.reason, length: reason.length });
    await this.desk(id).move(id, input.version, 'WITHDRAW', async (appeal, _em, at, tell) => {
      appeal.withdraw(at);
      await tell('WITHDRAWN');
      return { text: reason || null };
    });
    return this.view(id);
  }

  /** The applicant is not content with the answer: within the policy's days after it, and at most the policy's times (rules §1). */
  async reopen(input: ReopenAppealInput): Promise<TrackedRow> {
    const id = await this.open(input.number, input.code);
    const desk = this.desk(id);
    await desk.move(id, input.version, 'REOPEN', async (appeal, em, at, tell) => {
      const refusals: Refusal[] = [];
      const text = checkText(input.reason, { field: 'reason', max: LIMITS.reason, empty: 'REASON_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
      const policy = this.rules.policy(appeal.policy);
      const today = localDay(at, this.reference.timeZone(appeal.region));
      const reopening = reopeningOf({ status: appeal.status, answeredOn: appeal.answeredOn ?? null, reopenedTimes: appeal.reopenedTimes }, policy, today);
      if (!reopening.allowed) refusals.push(reopening.refusal);
      refuse(refusals);
      reopened(appeal, 'REOPEN', today, policy, this.rules.calendar, at);
      writeMessage(desk, em, appeal, 'REOPENING', text, at);
      await tell('REOPENED');
      await ratingSoon(em, at);
    });
    return this.view(id);
  }

  /** What the applicant is shown; the caller has proved the right to see it. */
  async view(id: string): Promise<TrackedRow> {
    const db = rowsFor(this.orm, { kind: 'APPLICANT', appealId: id });
    const loaders = new AppealsLoaders(db, this.reference, this.locale, this.vault);
    const appeal = await db.selectFrom('appeal as a').leftJoin('deputy as d', 'd.id', 'a.deputy_id').where('a.id', '=', id)
      .select(['a.id', 'a.number', 'a.status', 'a.subject', 'a.text', 'a.submitted_at', 'a.region_code', 'a.deputy_id', 'd.sort_name', 'a.register_by',
        'a.clarify_by', 'a.registered_on', 'a.due_on', 'a.policy_id', 'a.paused_days', 'a.extension_days', 'a.reject_reason', 'a.forwarded_outside',
        'a.feedback_until', 'a.version', 'a.reopened_on', 'a.reopened_times', 'a.answered_on', 'a.forwarded_body'])
      .executeTakeFirstOrThrow();
    const [messages, history, questions] = await Promise.all([loaders.messages.load(id), loaders.history.load(id), loaders.questions.load(id)]);
    const { locale } = this;
    const today = localDay(this.clock.now(), this.reference.timeZone(appeal.region_code));
    const countedFrom = appeal.reopened_on ?? appeal.registered_on;
    const deadline = countedFrom ? answerDeadline({
      registeredOn: countedFrom, policy: this.rules.policy(appeal.policy_id), calendar: this.rules.calendar,
      pausedDays: appeal.paused_days, extensionDays: appeal.extension_days,
    }) : null;
    const facts = {
      status: appeal.status, regionCode: appeal.region_code, deputyId: appeal.deputy_id ?? null, registeredOn: appeal.registered_on ?? null,
      forwardedOutside: appeal.forwarded_outside, forwardedToId: null,
    };
    const reopening = reopeningOf({ status: appeal.status, answeredOn: appeal.answered_on ?? null, reopenedTimes: appeal.reopened_times }, this.rules.policy(appeal.policy_id), today);
    const next = NEXT_FOR_APPLICANT[appeal.status];
    const by = { SUBMITTED: appeal.register_by, CLARIFICATION: appeal.clarify_by, ANSWERED: appeal.feedback_until }[appeal.status as string] ?? appeal.due_on;
    return {
      id, number: appeal.number, status: appeal.status, statusText: STATUS_FOR_APPLICANT[appeal.status][locale],
      nextStep: next && !appeal.forwarded_outside ? { text: next[locale], by: by ?? null } : null,
      subject: appeal.subject, text: appeal.text, submittedAt: appeal.submitted_at, region: this.reference.region(appeal.region_code, locale)!,
      deputyName: appeal.sort_name ?? null, dueOn: appeal.due_on ?? null, deadline: deadline && deadlineInWords(deadline, locale),
      messages: messages.map((message) => ({ ...message, forApplicant: true })), questions,
      steps: withoutUndone(history).filter(({ event }) => this.isTold(event)).flatMap(({ event, move, at }) => {
        const words = event === 'MOVE' ? MOVE_FOR_APPLICANT[move!] : EVENT_FOR_APPLICANT[event];
        return words ? [{ at, title: words[locale] }] : [];
      }),
      rejectReason: appeal.reject_reason ? rejectReasonIn(appeal.reject_reason, locale) : null,
      availableMoves: availableMoves({ kind: 'APPLICANT', appealId: id }, facts).filter((move) => move !== 'REOPEN' || reopening.allowed),
      reopenBy: reopening.allowed ? reopening.by : null, reopeningsLeft: reopening.left, forwardedBody: appeal.forwarded_body ?? null,
      canGiveFeedback: (appeal.status === 'ANSWERED' || appeal.status === 'CLOSED') && appeal.feedback_until !== null && today <= appeal.feedback_until!,
      version: appeal.version,
    };
  }

  /** Who looked: for the applicant's eyes, by name and role; a partner's app is not told. */
  async openedBy(id: string): Promise<OpenedByRow[]> {
    if (this.caller.kind === 'PARTNER') return [];
    const rows = await rowsFor(this.orm, { kind: 'APPLICANT', appealId: id }).selectFrom('history_entry').where('appeal_id', '=', id)
      .where('event', 'in', ['APPEAL_OPENED', 'CONTACTS_OPENED']).where('actor_kind', 'not in', ['APPLICANT', 'PARTNER', 'SYSTEM'])
      .orderBy('position', 'desc').limit(OPENED_BY).select(['at', 'actor_kind as role', 'actor_name as name', 'event']).execute();
    return rows.map(({ event, ...row }) => ({ ...row, contacts: event === 'CONTACTS_OPENED' }));
  }

  /** Who opened the contacts, that a mark was given, or a copy of the data, is between the applicant and us: a partner's app is not told. */
  private isTold(event: HistoryRow['event']): boolean {
    return event === 'MOVE' || this.caller.kind !== 'PARTNER';
  }

  private desk(appealId: string): Desk {
    const actor: Actor = { kind: 'APPLICANT', appealId };
    return new Desk(this.orm, actor, this.clock);
  }
}

/** What was taken back before anybody knew of it is not told. */
function withoutUndone(history: readonly HistoryRow[]): HistoryRow[] {
  const told: HistoryRow[] = [];
  for (const row of history) {
    if (row.event !== 'MOVE_UNDONE') told.push(row);
    else told.splice(told.findLastIndex(({ event, move }) => event === 'MOVE' && move === row.move), 1);
  }
  return told;
}

/** A number as people write it: any dash, spaces, leading zeros left out. */
export const normalNumber = (number: string): string =>
  number.trim().replace(/[\s\u2010-\u2015\u2212]+/g, '-').replace(/-+/g, '-').replace(/-(\d{1,6})$/, (_all, digits: string) => `-${digits.padStart(6, '0')}`);
