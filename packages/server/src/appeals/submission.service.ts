import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { appealByClientKey } from '../db/lookups.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { attachUploads } from '../files/index.js';
import { record } from '../history/index.js';
import type { Reference } from '../regions/index.js';
import type { Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { announce } from '../shared/events.js';
import { asId, hashOf, newId, newTrackingCode, trackingCodeFor } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import type { Locale } from '../shared/locale.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { normalEmail, type Vault } from '../shared/vault.js';
import { checkText } from '../shared/words.js';
import { Appeal } from './appeal.entity.js';
import type { ApplicantInput, SubmitAppealInput } from './appeal.inputs.js';
import type { Channel } from './appeal.lifecycle.js';
import { Applicant } from './applicant.entity.js';
import { CONSENT, CONSENTS } from './consent.js';
import { localDay, registrationDay, registrationDeadline } from './deadline.js';
import type { DeadlineRules } from './deadline-rules.js';
import type { FirstLook } from './first-look.js';
import { LIMITS } from './limits.js';
import { SUBMITTED_COLUMNS, toSubmitted, type SubmittedRow } from './submitted.queries.js';

/** The queue of jobs takes what was due earlier first, in milliseconds. */
const AHEAD_OF_MAILS_MS = 3_600_000;

export interface Submitted {
  appeal: SubmittedRow;
  code: string | null;
}

const EMAIL = /^[^\s@<>"(),;:\\]{1,64}@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]{2,}$/u;
const MAX_EMAIL = 254;
const CLIENT_KEY = /^[A-Za-z0-9_-]{16,100}$/;

const CHANNEL_OF: Partial<Record<Actor['kind'], Channel>> = { STAFF: 'STAFF', PARTNER: 'PARTNER' };

/** Intake: a citizen's letter becomes an appeal with a number and a code. */
export class SubmissionService {
  constructor(
    private readonly orm: Orm, private readonly reference: Reference, private readonly rules: DeadlineRules,
    private readonly actor: Actor, private readonly clock: Clock, private readonly locale: Locale, private readonly secret: string, private readonly vault: Vault,
    private readonly firstLook: FirstLook, private readonly filesPerLetter: number,
  ) {}

  /** Sent again with the same client key and input, it gives the first appeal back instead of a second one. */
  async submit(input: SubmitAppealInput): Promise<Submitted> {
    const clientKey = input.clientKey ?? null;
    if (clientKey !== null && !CLIENT_KEY.test(clientKey)) throw new Refusal('CLIENT_KEY_INVALID', 'clientKey');
    const digest = clientKey === null ? null : createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const before = clientKey === null ? null : await this.sentBefore(clientKey, digest!);
    if (before) return before;
    const accepted = await this.check(input);
    const id = newId();
    try {
      return await transaction(this.orm, { kind: 'APPLICANT', appealId: id }, (em) => this.store(em, id, input, accepted, clientKey, digest));
    } catch (error) {
      // Two requests with one key at once: the unique index lets one through, the other finds it.
      const first = clientKey === null ? null : await this.sentBefore(clientKey, digest!);
      if (first) return first;
      throw error;
    }
  }

  private async sentBefore(clientKey: string, digest: string): Promise<Submitted | null> {
    // Each partner's keys are its own, and so are those of the portal: another's key neither collides nor tells anything.
    const appealId = await appealByClientKey(this.orm, clientKey, this.partnerId);
    if (appealId === null) return null;
    const row = await rowsFor(this.orm, { kind: 'APPLICANT', appealId }).selectFrom('appeal as a').where('a.id', '=', appealId)
      .select([...SUBMITTED_COLUMNS, 'a.client_digest', 'a.code_hash']).executeTakeFirstOrThrow();
    if (row.client_digest !== digest) throw new Refusal('CLIENT_KEY_REUSED', 'clientKey');
    const code = this.codeFor(clientKey);
    return {
      appeal: toSubmitted(row),
      code: hashOf(code) === row.code_hash ? code : null,
    };
  }

  private async check(input: SubmitAppealInput) {
    const refusals: Refusal[] = [];
    const subject = checkText(input.subject, { field: 'subject', max: LIMITS.subject, empty: 'SUBJECT_EMPTY', tooLong: 'SUBJECT_TOO_LONG' }, refusals);
    const text = checkText(input.text, { field: 'text', max: LIMITS.text, empty: 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
    const name = checkText(input.applicant.name, { field: 'applicant.name', max: LIMITS.name, empty: 'NAME_EMPTY', tooLong: 'NAME_TOO_LONG' }, refusals)
      .replace(/\s+/g, ' ');
    const { email, phone } = contactsOf(input.applicant, refusals);
    if (input.consentVersion && !CONSENTS.some(({ version }) => version === input.consentVersion)) refusals.push(new Refusal('CONSENT_VERSION_UNKNOWN', 'consentVersion'));
    if (!input.consent) refusals.push(new Refusal('CONSENT_MISSING', 'consent'));
    if (input.topicCode && !this.reference.topic(input.topicCode, 'ru')) refusals.push(new Refusal('TOPIC_UNKNOWN', 'topicCode'));
    const addressee = await this.addressee(input, refusals);
    refuse(refusals);
    return { subject, text, name, email, phone, addressee };
  }

  /** The deputy whom the applicant chose, if any, with refusals for what cannot be. */
  private async addressee({ regionCode, deputyId }: SubmitAppealInput, refusals: Refusal[]): Promise<Addressee | null> {
    if (!this.reference.region(regionCode, 'ru')) {
      refusals.push(new Refusal('REGION_UNKNOWN', 'regionCode'));
      return null;
    }
    if (!this.reference.isOpenForAppeals(regionCode, null, this.clock.now())) refusals.push(new Refusal('REGION_NOT_OPEN', 'regionCode'));
    if (!deputyId) return null;
    const deputy = await addresseeOf(rowsFor(this.orm, this.actor), asId(deputyId, 'deputyId'));
    if (!deputy) refusals.push(new Refusal('DEPUTY_UNKNOWN', 'deputyId'));
    else if (deputy.region_code !== regionCode) refusals.push(new Refusal('DEPUTY_NOT_IN_REGION', 'deputyId'));
    else if (!this.reference.isOpenForAppeals(regionCode, deputy.level, this.clock.now())) refusals.push(new Refusal('REGION_NOT_OPEN', 'deputyId'));
    return deputy ?? null;
  }

  private async store(
    em: Em, id: string, input: SubmitAppealInput, accepted: Awaited<ReturnType<SubmissionService['check']>>, clientKey: string | null, digest: string | null,
  ): Promise<Submitted> {
    const at = this.clock.now();
    const region = this.reference.region(input.regionCode, 'ru')!;
    const today = localDay(at, region.timeZone);
    const policy = this.rules.policyFor(region.code, today);
    const receivedOn = registrationDay(at, region.timeZone, this.rules.calendar, policy.terms);
    const registerBy = registrationDeadline(receivedOn, policy.terms, this.rules.calendar).dueOn;
    const code = clientKey === null ? newTrackingCode() : this.codeFor(clientKey);
    const { name, email, phone, addressee } = accepted;
    const look = this.firstLook.at(accepted.subject, accepted.text);
    const applicant = em.create(Applicant, {
      name: this.vault.seal('applicant.name', name), email: this.vault.sealed('applicant.email', email), phone: this.vault.sealed('applicant.phone', phone),
      contactHash: this.vault.contactHash(email, phone), locale: this.locale, createdAt: at,
    });
    const appeal = em.create(Appeal, {
      id, number: await nextNumber(em, region, Number(today.slice(0, 4))), status: 'SUBMITTED', kind: input.kind ?? 'APPLICATION', collective: input.collective ?? false,
      channel: CHANNEL_OF[this.actor.kind] ?? 'PORTAL', partner: this.partnerId, identity: 'NONE', region: region.code,
      deputy: addressee?.id ?? null, mandate: addressee?.mandate_id ?? null, topic: input.topicCode ?? null, applicant: applicant.id,
      subject: accepted.subject, text: accepted.text, urgent: look.urgent, codeHash: hashOf(code), clientKey, clientDigest: digest, consentVersion: input.consentVersion || CONSENT.version,
      policy: policy.id, submittedAt: at, registerBy, changedAt: at,
    });
    em.persist([applicant, appeal]);
    await em.flush();
    await attachUploads(em, this.actor, input.attachments, { appealId: appeal.id, messageId: null }, at, this.filesPerLetter);
    await look.keep(em, appeal.id, at);
    await record(em, appeal, this.actor.kind === 'PARTNER' ? this.actor : { kind: 'APPLICANT', appealId: appeal.id }, at, { event: 'MOVE', move: 'SUBMIT' });
    await addJob(em, 'appeal_news', { appealId: appeal.id, news: 'SUBMITTED', code });
    await addJob(em, 'staff_news', { appealId: appeal.id, event: 'APPEAL_SUBMITTED', occasion: '' });
    // Before the mails of a burst: a moderator may have opened the letter already.
    await addJob(em, 'look_at_appeal', { appealId: appeal.id }, { runAt: new Date(at.getTime() - AHEAD_OF_MAILS_MS) });
    // One after another, as the letters of a region wait for each other here anyhow: a burst of letters leaves the other hands free.
    await addJob(em, 'find_campaign', { appealId: appeal.id }, { queue: `campaigns ${region.code}` });
    await announce(em, { kind: 'appeal.submitted', id: appeal.id, regionCode: appeal.region, deputyId: appeal.deputy ?? null, partnerId: this.partnerId });
    return {
      appeal: { id: appeal.id, number: appeal.number, status: 'SUBMITTED', submittedAt: at, registerBy, dueOn: null, changedAt: at, clientKey }, code,
    };
  }

  private get partnerId(): string | null {
    return this.actor.kind === 'PARTNER' ? this.actor.partnerId : null;
  }

  private codeFor(clientKey: string): string {
    return trackingCodeFor(this.secret, this.partnerId === null ? clientKey : `${this.partnerId}:${clientKey}`);
  }
}

export type Addressee = Awaited<ReturnType<typeof addresseesOf>>[number];

/** Deputies with their current mandates, as an appeal is addressed; whoever has none is left out. */
export function addresseesOf(db: Db, deputyIds: readonly string[]) {
  return db.selectFrom('deputy as d').innerJoin('mandate as m', (join) => join.onRef('m.deputy_id', '=', 'd.id').on('m.is_current', '=', true))
    .innerJoin('representative_body as b', 'b.id', 'm.body_id').where('d.id', '=', sql<string>`any(${[...deputyIds]}::uuid[])`).where('m.ended_on', 'is', null)
    .select(['d.id', 'd.region_code', 'm.id as mandate_id', 'b.level']).execute();
}

/** One of them. */
export const addresseeOf = async (db: Db, deputyId: string): Promise<Addressee | undefined> => (await addresseesOf(db, [deputyId]))[0];

function contactsOf(applicant: ApplicantInput, refusals: Refusal[]): { email: string | null; phone: string | null } {
  const email = applicant.email?.trim() ? normalEmail(applicant.email) : null;
  const phone = applicant.phone?.trim() ?? null;
  if (email !== null && (email.length > MAX_EMAIL || !EMAIL.test(email))) refusals.push(new Refusal('EMAIL_INVALID', 'applicant.email'));
  if (phone) {
    const digits = phone.replace(/\D/g, '').length;
    if (phone.length > 40 || digits < 10 || digits > 15) refusals.push(new Refusal('PHONE_INVALID', 'applicant.phone'));
  }
  if (!email && !phone) refusals.push(new Refusal('CONTACT_MISSING', 'applicant.email'));
  return { email, phone: phone || null };
}

/** The next number of the region and year; the row is locked until the transaction ends, so numbers have no gaps and no doubles. */
async function nextNumber(em: Em, region: { code: string; number: string }, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into appeal_number as n (region_code, year, last) values (${region.code}, ${year}, 1)
    on conflict (region_code, year) do update set last = n.last + 1 returning last`.execute(rowsOf(em));
  return `${region.number}-${year}-${String(rows[0]!.last).padStart(6, '0')}`;
}
