import { canMove, statusAfter } from '../appeals/appeal.lifecycle.js';
import { answerDeadline, registrationDay, registrationDeadline } from '../appeals/deadline.js';
import { localDay } from '../shared/day.js';
/** The applicant and the jobs stand in the record without a name of their own, as the product itself writes them. */
export const APPLICANT = { kind: 'APPLICANT', name: 'Заявитель' };
export const SYSTEM_JOB = { kind: 'SYSTEM', name: 'Система' };
/**
 * The way of one appeal through the table of rules §1, with the fields that each move leaves behind, as the entity's methods do.
 * Nothing happens after the moment of loading: a move that would lie there is not made.
 */
export class Course {
    region;
    rules;
    status = 'INTAKE';
    events = [];
    policy;
    policyId;
    registerBy = '';
    clarificationAskedOn = null;
    clarifyBy = null;
    registeredAt = null;
    registeredOn = null;
    extensionDays = 0;
    dueOn = null;
    firstReactionAt = null;
    answeredAt = null;
    answeredOn = null;
    closedAt = null;
    rejectReason = null;
    forwardedOutside = false;
    reopenedTimes = 0;
    feedbackUntil = null;
    constructor(region, rules, submittedAt) {
        this.region = region;
        this.rules = rules;
        const at = region.time.instant(submittedAt);
        const policy = rules.policyFor(region.code, localDay(at, region.time.timeZone));
        this.policy = policy.terms;
        this.policyId = policy.id;
        this.registerBy = registrationDeadline(this.receiptDay(at), this.policy, rules.calendar).dueOn;
    }
    /** When something last happened to it. */
    lastAt = 0;
    get lastMoveAt() {
        return this.events.findLast(({ event }) => event === 'MOVE')?.at ?? new Date(0);
    }
    /** How many times it was moved: the version that the next reader sees. */
    get moves() {
        return this.events.filter(({ event }) => event === 'MOVE').length;
    }
    /** Whether the moment has not come yet. */
    isAhead(at) {
        return at > this.region.now;
    }
    /** Makes a move, or says that it lies ahead. @throws when the table does not allow it: the simulation would be wrong */
    move(move, at, actor, reason = null) {
        if (this.isAhead(at))
            return false;
        const from = this.status;
        const to = statusAfter(move, from, this.forwardedOutside);
        if (!to || !canMove(move, from, actor.kind, this.forwardedOutside))
            throw new Error(`${move} from ${from} by ${actor.kind} is not in the table`);
        this.status = to;
        this.push('MOVE', at, actor, reason, move, from === 'INTAKE' ? null : from);
        return true;
    }
    /** Something that is no move: contacts were opened, a mark was given, a comment was read. */
    note(event, at, actor, reason = null) {
        if (this.isAhead(at))
            return false;
        this.push(event, at, actor, reason, null, null);
        return true;
    }
    /** The day from which the answer's deadline counts, and the deadline. */
    startClock(at) {
        this.registeredOn = this.receiptDay(at);
        this.computeDue();
    }
    computeDue() {
        if (!this.registeredOn)
            return;
        this.dueOn = answerDeadline({
            registeredOn: this.registeredOn, policy: this.policy, calendar: this.rules.calendar, extensionDays: this.extensionDays, pausedDays: 0,
        }).dueOn;
    }
    receiptDay(at) {
        return registrationDay(at, this.region.time.timeZone, this.rules.calendar, this.policy);
    }
    /** The clock stood still while the applicant clarified. */
    pauseRegistration(days) {
        this.registerBy = this.rules.afterPause(this.registerBy, days);
    }
    push(event, at, actor, reason, move, from) {
        const instant = this.region.time.instant(at);
        if (at < this.lastAt)
            throw new Error(`${move ?? event} at ${instant.toISOString()} would lie before what happened last`);
        this.lastAt = at;
        this.events.push({ event, move, from, to: move ? this.status : null, actor, reason, at: instant });
    }
}
