import { defineEntity, p } from '@mikro-orm/core';
import { day, id, instant, oneOf } from '../db/columns.js';
import { Deputy, Mandate } from '../deputies/deputy.entity.js';
import { Partner } from '../partners/partner.entity.js';
import { Region } from '../regions/region.entity.js';
import { Topic } from '../regions/topic.entity.js';
import { Refusal } from '../shared/refusal.js';
import { Applicant } from './applicant.entity.js';
import {
  APPEAL_KINDS, APPEAL_STATUSES, CHANNELS, IDENTITIES, REJECT_REASONS, statusAfter, type AppealMove, type AppealStatus, type RejectReason,
} from './appeal.lifecycle.js';
import { DeadlinePolicyRow } from './deadline-policy.entity.js';

const AppealSchema = defineEntity({
  name: 'Appeal',
  indexes: [
    // The queue, the deputy's inbox and the lists: one index for each way of sorting inside a scope.
    { properties: ['status', 'submittedAt', 'id'] },
    { properties: ['region', 'status', 'submittedAt', 'id'] },
    { properties: ['region', 'submittedAt', 'id'] },
    { properties: ['submittedAt', 'id'] },
    // With the day of the registration, which is all that the wall asks of a deputy's own, the search reads their ids off the index.
    { name: 'appeal_deputy_id_submitted_at_id_index', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} (deputy_id, submitted_at, id) include (registered_on)` },
    { properties: ['deputy', 'dueOn', 'id'] },
    { properties: ['forwardedTo'] },
    { properties: ['region', 'dueOn', 'id'] },
    { properties: ['topic', 'submittedAt', 'id'] },
    { properties: ['mandate', 'dueOn'] },
    { properties: ['changedAt', 'id'] },
    { properties: ['closedAt'] },
    { name: 'appeal_queue', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} (region_code, urgent, submitted_at, id) where status = 'SUBMITTED'` },
    { properties: ['partner', 'submittedAt', 'id'] },
    { name: 'appeal_client_key', expression: (_columns, table, indexName) => `create unique index ${indexName} on ${table} (client_key) where partner_id is null` },
    { name: 'appeal_partner_client_key', expression: (_columns, table, indexName) => `create unique index ${indexName} on ${table} (partner_id, client_key) where partner_id is not null` },
  ],
  triggers: [{ name: 'appeal_is_searched', timing: 'after', events: ['insert', 'update'],
    body: "if tg_op = 'INSERT' or (new.number, new.subject, new.text, new.region_code) is distinct from (old.number, old.subject, old.text, old.region_code) then perform search_refresh(array[new.id]); end if; return null" }],
  properties: {
    id: id(),
    number: p.string().unique().comment('Given at submission and kept for life: 77-2026-000123'),
    status: oneOf(APPEAL_STATUSES),
    kind: oneOf(APPEAL_KINDS),
    collective: p.boolean(),
    channel: oneOf(CHANNELS),
    identity: oneOf(IDENTITIES),
    region: () => p.manyToOne(Region).mapToPk(),
    deputy: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('restrict'),
    mandate: () => p.manyToOne(Mandate).mapToPk().nullable().deleteRule('restrict'),
    topic: () => p.manyToOne(Topic).mapToPk().nullable().deleteRule('restrict'),
    applicant: () => p.manyToOne(Applicant).mapToPk().index(),
    subject: p.text(),
    text: p.text().comment('As the applicant sent it'),
    urgent: p.boolean().default(false).comment('Life or health is in danger: first in the queue'),
    urgencyDecided: p.boolean().default(false).comment('A person set or removed the urgent mark: no reading of the letter changes it'),
    codeHash: p.string(),
    partner: () => p.manyToOne(Partner).mapToPk().nullable().deleteRule('restrict').comment('Whose app submitted it'),
    clientKey: p.string().nullable().comment('Idempotency of submission, within the partner or outside of all'),
    clientDigest: p.string().nullable().comment('Hash of the input that came with the client key'),
    consentVersion: p.string(),
    policy: () => p.manyToOne(DeadlinePolicyRow).mapToPk().comment('The policy that it was submitted under; kept for life'),
    submittedAt: instant(),
    registerBy: day(),
    clarificationAskedOn: day().nullable(),
    clarifyBy: day().nullable(),
    pausedDays: p.integer().default(0).comment('Days that the clock stood while the applicant clarified after registration'),
    registeredAt: instant().nullable(),
    registeredOn: day().nullable().comment('The local day from which the deadline counts'),
    extensionDays: p.integer().default(0),
    dueOn: day().nullable(),
    reopenedOn: day().nullable().comment('The local day from which the deadline of a reopened appeal counts'),
    firstDueOn: day().nullable().comment('Once reopened: the deadline of the first answer, which the rating goes by'),
    aboutDeputy: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('restrict').comment('Whom a complaint is about: it never goes to that deputy'),
    forwardedTo: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('restrict').comment('Who has yet to accept it; until then it is the sender\'s'),
    forwardedToMandate: () => p.manyToOne(Mandate).mapToPk().nullable().deleteRule('restrict'),
    forwardedBody: p.string().nullable().comment('The competent body outside that answers it'),
    firstReactionAt: instant().nullable().comment('The deputy or aide first acted'),
    answeredAt: instant().nullable(),
    answeredOn: day().nullable(),
    closedAt: instant().nullable(),
    rejectReason: oneOf(REJECT_REASONS).nullable(),
    forwardedOutside: p.boolean().default(false),
    reopenedTimes: p.integer().default(0),
    feedbackUntil: day().nullable().comment('The end of the feedback window of the last answer'),
    anonymisedAt: instant().nullable().comment('Whatever was about a person was erased'),
    changedAt: instant(),
    version: p.integer().version(),
  },
});

/** A citizen's appeal. Its status changes by `move` alone, and only along the table of appeal.lifecycle. */
export class Appeal extends AppealSchema.class {
  requestClarification(asked: { on: string; by: string }, at: Date): void {
    this.move('REQUEST_CLARIFICATION', at);
    this.clarificationAskedOn = asked.on;
    this.clarifyBy = asked.by;
  }

  /** The applicant's message brings it back; the days that went by meanwhile do not count against anybody. @param paused days to add to a deadline that runs already */
  clarify(registerBy: string, paused: number, at: Date): void {
    this.move('CLARIFY', at);
    if (this.registeredOn) this.pausedDays += paused;
    this.clarificationAskedOn = null;
    this.clarifyBy = null;
    this.registerBy = registerBy;
  }

  reject(reason: RejectReason, at: Date): void {
    this.move('REJECT', at);
    this.rejectReason = reason;
    this.closedAt = at;
  }

  /** No clarification came within the policy's days. */
  lapse(at: Date): void {
    this.move('LAPSE', at);
    this.rejectReason = 'NO_CLARIFICATION';
    this.closedAt = at;
  }

  register(to: { topic: string; deputy: string; mandate: string; aboutDeputy: string | null; registeredOn: string; dueOn: string }, at: Date): void {
    this.move('REGISTER', at);
    this.topic = to.topic;
    this.deputy = to.deputy;
    this.mandate = to.mandate;
    this.aboutDeputy = to.aboutDeputy;
    this.registeredAt = at;
    this.registeredOn = to.registeredOn;
    this.dueOn = to.dueOn;
  }

  begin(at: Date): void {
    this.move('BEGIN', at);
    this.firstReactionAt ??= at;
  }

  answer(answered: { on: string; feedbackUntil: string }, at: Date): void {
    this.move('ANSWER', at);
    this.firstReactionAt ??= at;
    this.answeredAt = at;
    this.answeredOn = answered.on;
    this.feedbackUntil = answered.feedbackUntil;
  }

  /** Another deputy of the region answers from now on; status and deadline stay. */
  handOver(to: { deputy: string; mandate: string }, at: Date): void {
    this.move('HAND_OVER', at);
    this.deputy = to.deputy;
    this.mandate = to.mandate;
  }

  /** It stays in the sender's hands until the other one accepts. */
  forwardTo(to: { deputy: string; mandate: string }, at: Date): void {
    this.move('FORWARD_TO_DEPUTY', at);
    this.firstReactionAt ??= at;
    this.forwardedTo = to.deputy;
    this.forwardedToMandate = to.mandate;
  }

  acceptForwarded(at: Date): void {
    this.move('ACCEPT_FORWARDED', at);
    this.deputy = this.forwardedTo!;
    this.mandate = this.forwardedToMandate!;
    this.forwardedTo = null;
    this.forwardedToMandate = null;
  }

  returnForwarded(at: Date): void {
    this.move('RETURN_FORWARDED', at);
    this.forwardedTo = null;
    this.forwardedToMandate = null;
  }

  /** Ends it here: the body answers. */
  forwardOutside(body: string, at: Date): void {
    this.move('FORWARD_OUTSIDE', at);
    this.firstReactionAt ??= at;
    this.forwardedOutside = true;
    this.forwardedBody = body;
    this.closedAt = at;
  }

  extend(days: number, dueOn: string, at: Date): void {
    this.move('EXTEND', at);
    this.extensionDays += days;
    this.dueOn = dueOn;
  }

  /** Nobody's until it is registered again; the clock that the applicant was told of runs on. */
  returnToModeration(registerBy: string, at: Date): void {
    this.move('RETURN_TO_MODERATION', at);
    this.deputy = null;
    this.mandate = null;
    this.registerBy = registerBy;
  }

  /** A new round with a deadline of its own; the rating keeps that of the first. */
  reopen(move: 'REOPEN' | 'REOPEN_BY_STAFF', round: { on: string; dueOn: string }, at: Date): void {
    this.move(move, at);
    this.reopenedTimes += 1;
    this.reopenedOn = round.on;
    this.firstDueOn ??= this.dueOn;
    this.dueOn = round.dueOn;
    this.pausedDays = 0;
    this.extensionDays = 0;
    this.closedAt = null;
  }

  withdraw(at: Date): void {
    this.move('WITHDRAW', at);
    this.forwardedTo = null;
    this.forwardedToMandate = null;
    this.closedAt = at;
  }

  close(at: Date): void {
    this.move('CLOSE', at);
    this.closedAt = at;
  }

  /** What a person says of it holds. */
  markUrgent(urgent: boolean): void {
    this.urgent = urgent;
    this.urgencyDecided = true;
  }

  /** Nothing about a person is left; what is counted stays, and so does when it last moved. */
  anonymise(text: string, codeHash: string, at: Date): void {
    this.subject = text;
    this.text = text;
    this.codeHash = codeHash;
    this.clientKey = null;
    this.clientDigest = null;
    this.anonymisedAt = at;
  }

  private move(move: AppealMove, at: Date): void {
    const to: AppealStatus | undefined = statusAfter(move, this.status, this.forwardedOutside);
    if (!to) throw new Refusal('MOVE_NOT_ALLOWED');
    this.status = to;
    this.changedAt = at;
  }
}
AppealSchema.setClass(Appeal);
export { AppealSchema };
