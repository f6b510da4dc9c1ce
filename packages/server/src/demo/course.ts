import {
  canMove, statusAfter, type ActorKind, type AppealMove, type AppealStatus, type DeadlinePolicy, type MoveOrigin, type PolicyRow,
  type RejectReason,
} from '../appeals/index.js';
import type { HistoryEvent } from '../history/history-entry.entity.js';
import type { Day } from '../shared/day.js';
import type { Deadlines } from './deadlines.js';
import { DAY, dayAt, type LocalMinute } from './local-time.js';
import type { DemoRegion } from './world.js';

/** Who acts, as the record names them. */
export interface CourseActor {
  readonly kind: ActorKind;
  readonly name: string;
}

/** The applicant and the jobs stand in the record without a name of their own, as the product itself writes them. */
export const APPLICANT: CourseActor = { kind: 'APPLICANT', name: 'Заявитель' };
export const SYSTEM_JOB: CourseActor = { kind: 'SYSTEM', name: 'Система' };

/** One row of history. */
export interface CourseEvent {
  readonly event: HistoryEvent;
  readonly move: AppealMove | null;
  readonly from: AppealStatus | null;
  readonly to: AppealStatus | null;
  readonly actor: CourseActor;
  readonly reason: string | null;
  readonly at: Date;
}

/** How far back openings reach, in minutes. */
const OPENINGS_FOR = 60 * DAY;

/**
 * The way of one appeal through the table of rules §1, with the fields that each move leaves behind, as the entity's methods do.
 * Nothing happens after the moment of loading: a move that would lie there is not made.
 */
export class Course {
  status: MoveOrigin = 'INTAKE';
  readonly events: CourseEvent[] = [];
  readonly policy: DeadlinePolicy;
  readonly policyId: string;
  private readonly policyRow: PolicyRow;
  registerBy: Day = '';
  clarificationAskedOn: Day | null = null;
  clarifyBy: Day | null = null;
  registeredAt: Date | null = null;
  registeredOn: Day | null = null;
  extensionDays = 0;
  dueOn: Day | null = null;
  firstReactionAt: Date | null = null;
  answeredAt: Date | null = null;
  answeredOn: Day | null = null;
  closedAt: Date | null = null;
  rejectReason: RejectReason | null = null;
  forwardedOutside = false;
  reopenedTimes = 0;
  feedbackUntil: Day | null = null;

  constructor(readonly region: DemoRegion, private readonly deadlines: Deadlines, submittedAt: LocalMinute) {
    this.policyRow = deadlines.policyFor(region.code, dayAt(submittedAt));
    this.policy = this.policyRow.terms;
    this.policyId = this.policyRow.id;
    this.registerBy = deadlines.registerBy(deadlines.receiptDay(submittedAt, region.time, this.policyRow), this.policyRow);
  }

  private readonly readers = new Set<string>();

  /** When something last happened to it. */
  lastAt: LocalMinute = 0;

  get lastMoveAt(): Date {
    return this.events.findLast(({ event }) => event === 'MOVE')?.at ?? new Date(0);
  }

  /** How many times it was moved: the version that the next reader sees. */
  get moves(): number {
    return this.events.filter(({ event }) => event === 'MOVE').length;
  }

  /** Whether the moment has not come yet. */
  isAhead(at: LocalMinute): boolean {
    return at > this.region.now;
  }

  /** Makes a move, or says that it lies ahead. @throws when the table does not allow it: the simulation would be wrong */
  move(move: AppealMove, at: LocalMinute, actor: CourseActor, reason: string | null = null): boolean {
    if (this.isAhead(at)) return false;
    const from = this.status;
    const to = statusAfter(move, from, this.forwardedOutside);
    if (!to || !canMove(move, from, actor.kind,
      this.forwardedOutside)) throw new Error(`${move} from ${from} by ${actor.kind} is not in the table`);
    if (from !== 'INTAKE') this.opening(at, actor);
    this.status = to;
    this.push('MOVE', at, actor, reason, move, from === 'INTAKE' ? null : from);
    return true;
  }

  /** Something that is no move: contacts were opened, a mark was given, a comment was read. */
  note(event: Exclude<HistoryEvent, 'MOVE'>, at: LocalMinute, actor: CourseActor, reason: string | null = null): boolean {
    if (this.isAhead(at)) return false;
    if (event === 'CONTACTS_OPENED') this.opening(at, actor);
    this.push(event, at, actor, reason, null, null);
    return true;
  }

  /** The day from which the answer's deadline counts, and the deadline. */
  startClock(at: LocalMinute): void {
    this.registeredOn = this.deadlines.receiptDay(at, this.region.time, this.policyRow);
    this.computeDue();
  }

  computeDue(): void {
    if (this.registeredOn) this.dueOn = this.deadlines.answerDue(this.registeredOn, this.extensionDays, this.policyRow);
  }

  /** Answered: the applicant can mark the answer until a day. */
  openFeedback(at: LocalMinute): void {
    this.answeredAt = this.lastMoveAt;
    this.answeredOn = dayAt(at);
    this.feedbackUntil = this.deadlines.feedbackUntil(this.answeredOn, this.policyRow);
  }

  /** The clock stood still while the applicant clarified. */
  pauseRegistration(days: number): void {
    this.registerBy = this.deadlines.rules.afterPause(this.registerBy, days);
  }

  /** Who acts has opened it a few minutes before, once a day. Of the last weeks alone: the older ones would only make loading slow. */
  private opening(at: LocalMinute, actor: CourseActor): void {
    if (actor.kind === 'APPLICANT' || actor.kind === 'SYSTEM' || at < this.region.now - OPENINGS_FOR) return;
    const reader = `${dayAt(at)} ${actor.name}`;
    if (this.readers.has(reader)) return;
    this.readers.add(reader);
    this.push('APPEAL_OPENED', Math.max(this.lastAt, at - 2 - (Math.floor(at) % 9)), actor, null, null, null);
  }

  private push(event: HistoryEvent, at: LocalMinute, actor: CourseActor, reason: string | null, move: AppealMove | null,
    from: AppealStatus | null): void {
    const instant = this.region.time.instant(at);
    if (at < this.lastAt) throw new Error(`${move ?? event} at ${instant.toISOString()} would lie before what happened last`);
    this.lastAt = at;
    this.events.push({ event, move, from, to: move ? this.status as AppealStatus : null, actor, reason, at: instant });
  }
}
