import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { Appeal, canMove, CONSENTS, LIMITS, tellOfChange, type TrackedRow, type TrackingService } from '../appeals/index.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { personalStream, record, recordIn } from '../history/index.js';
import type { Reference, RegionRow } from '../regions/index.js';
import { SYSTEM, type Actor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { badInput } from '../shared/failures.js';
import { addJob } from '../shared/jobs.js';
import type { Locale } from '../shared/locale.js';
import { Refusal } from '../shared/refusal.js';
import type { Vault } from '../shared/vault.js';
import { checkText } from '../shared/words.js';
import type { AppealStatus } from '../appeals/index.js';
import { newPseudonym } from './erasure.js';
import type { EraseApplicantDataInput, EraseApplicantInput } from './personal-data.inputs.js';
import { canSearchPeople, canSeeRetention } from './personal-data.policy.js';
import { nextDue, RETENTION_PER_RUN, retentionGroups } from './retention.js';

/** A person's appeals that are listed at once. */
const MAX_APPEALS = 100;
const NAMED_NEXT = 50;

/** What a person sent, without anything about the person. */
export interface PersonsAppeal {
  id: string;
  number: string;
  status: AppealStatus;
  submittedAt: Date;
  closedAt: Date | null;
  region: RegionRow;
}

/** What the applicant, and the administrator at the applicant's wish, may ask of the data that we hold (rules §6). */
export class PersonalDataService {
  constructor(
    private readonly orm: Orm, private readonly tracking: TrackingService, private readonly reference: Reference, private readonly vault: Vault,
    private readonly actor: Actor, private readonly clock: Clock, private readonly locale: Locale, private readonly retentionRuns: boolean,
  ) {}

  /** Everything that we hold about an appeal and its applicant, for whoever has its number and code. */
  async collect(number: string, code: string) {
    const id = await this.tracking.open(number, code);
    const applicant: Actor = { kind: 'APPLICANT', appealId: id };
    const at = this.clock.now();
    await transaction(this.orm, applicant, async (em) => {
      const appeal = await em.findOneOrFail(Appeal, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await record(em, appeal, applicant, at, { event: 'DATA_EXPORTED' });
    });
    const appeal = await this.tracking.view(id);
    const db = rowsFor(this.orm, applicant);
    const person = await db.selectFrom('appeal as a').innerJoin('applicant as p', 'p.id', 'a.applicant_id').where('a.id', '=', id)
      .select(['p.name', 'p.email', 'p.phone', 'p.locale', 'a.consent_version', 'a.channel', 'a.identity', 'a.kind', 'a.collective']).executeTakeFirstOrThrow();
    const contacts = {
      name: this.vault.open('applicant.name', person.name), email: this.vault.opened('applicant.email', person.email),
      phone: this.vault.opened('applicant.phone', person.phone),
    };
    const mails = await db.selectFrom('mail').where('appeal_id', '=', id).orderBy('created_at')
      .select(['kind', 'subject', 'state', 'created_at as createdAt', 'sent_at as sentAt']).execute();
    const marks = await db.selectFrom('feedback').where('appeal_id', '=', id).orderBy('given_at')
      .select(['quality', 'prompt', 'personal', 'result', 'comment', 'given_at as givenAt']).execute();
    // The applicant's wall shows no note; that there are some is not kept from the person whom they may be about.
    const { count: internalNotes } = await rowsFor(this.orm, SYSTEM).selectFrom('note').where('appeal_id', '=', id).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    const files = await this.files(db, id);
    const consent = CONSENTS.find(({ version }) => version === person.consent_version);
    const given = { version: person.consent_version, text: consent?.text[this.locale] ?? '' };
    const { channel, identity, kind, collective, locale } = person;
    return {
      id, collectedAt: at, contacts, consent: given, appeal, internalNotes,
      mails: mails.map((mail) => ({ ...mail, sentAt: mail.sentAt ?? null })),
      json: JSON.stringify({
        collectedAt: at, applicant: { ...contacts, locale }, consent: given,
        appeal: { ...ownWords(appeal), kind, collective, channel, identity }, files, marks, mails, internalNotes,
      }, null, 2),
    };
  }

  /** The applicant's own wish. An open appeal is withdrawn first: nobody works on what nobody can read. */
  async eraseOwn({ number, code, confirm }: EraseApplicantDataInput): Promise<{ underWay: boolean }> {
    const id = await this.tracking.open(number, code);
    if (!confirm) throw new Refusal('ERASURE_UNCONFIRMED', 'confirm');
    const applicant: Actor = { kind: 'APPLICANT', appealId: id };
    await transaction(this.orm, applicant, async (em) => {
      await this.withdraw(em, id);
      await addJob(em, 'erase_applicant', { appealIds: [id], pseudonym: newPseudonym(), cause: 'ASKED_BY_APPLICANT' }, { key: `erase:${id}` });
    });
    return { underWay: true };
  }

  /** What one person sent, by the contact that the person gave. Who asked is on record. */
  async byContact(contact: string): Promise<{ total: number; open: number; appeals: PersonsAppeal[] }> {
    allow(canSearchPeople(staff(this.actor)));
    const hash = this.hashOfContact(contact);
    if (!hash) throw badInput('contact', 'CONTACT_MALFORMED');
    return transaction(this.orm, this.actor, async (em) => {
      await recordIn(em, personalStream(hash), this.actor, this.clock.now(), { event: 'CONTACTS_OPENED' });
      const rows = await appealsOf(em, hash);
      return {
        total: rows.length, open: rows.filter(({ closedAt }) => !closedAt).length,
        appeals: rows.slice(0, MAX_APPEALS).map(({ regionCode, closedAt, ...row }) =>
          ({ ...row, closedAt: closedAt ?? null, region: this.reference.region(regionCode, this.locale)! })),
      };
    });
  }

  /** All appeals of one person, at the person's wish. Who did it and why is on record. */
  async eraseByContact(input: EraseApplicantInput): Promise<{ erased: number }> {
    allow(canSearchPeople(staff(this.actor)));
    const refusals: Refusal[] = [];
    const reason = checkText(input.reason, { field: 'reason', max: LIMITS.reason, empty: 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
    const [refusal] = refusals;
    if (refusal) throw refusal;
    const hash = this.hashOfContact(input.contact);
    if (!hash) throw new Refusal('CONTACT_MALFORMED', 'contact');
    return transaction(this.orm, this.actor, async (em) => {
      const appeals = await appealsOf(em, hash);
      if (appeals.length === 0) throw new Refusal('PERSON_UNKNOWN', 'contact');
      for (const { id } of appeals) await this.withdraw(em, id);
      await recordIn(em, personalStream(hash), this.actor, this.clock.now(), { event: 'DATA_ERASED', text: reason });
      await addJob(em, 'erase_applicant', { appealIds: appeals.map(({ id }) => id), pseudonym: newPseudonym(), cause: 'ASKED_BY_ADMINISTRATOR' }, { key: `erase:${hash}` });
      return { erased: appeals.length };
    });
  }

  /** The rules, and what they would anonymise now. */
  async retention() {
    allow(canSeeRetention(staff(this.actor)));
    const now = this.clock.now();
    const db = rowsFor(this.orm, this.actor);
    const [rules, groups, next] = [
      await db.selectFrom('retention_rule').select(['status', 'after_days as afterDays', 'source']).orderBy('after_days', 'desc').orderBy('status').execute(),
      await retentionGroups(this.orm, now), await nextDue(this.orm, now),
    ];
    return {
      enabled: this.retentionRuns, rules, perRun: RETENTION_PER_RUN, total: groups.reduce((sum, { count }) => sum + count, 0),
      due: groups.map(({ regionCode, ...group }) => ({ ...group, region: this.reference.region(regionCode, this.locale)! })),
      next: next.slice(0, NAMED_NEXT).map((appeal) => appeal.number), inNextRun: next.length,
    };
  }

  /** The applicant takes it back, by the move that is there for it; in the name of the applicant also where an administrator is asked. */
  private async withdraw(em: Em, id: string): Promise<void> {
    const applicant: Actor = { kind: 'APPLICANT', appealId: id };
    const appeal = await em.findOneOrFail(Appeal, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const from = appeal.status;
    if (!canMove('WITHDRAW', from, 'APPLICANT', appeal.forwardedOutside)) return;
    const at = this.clock.now();
    appeal.withdraw(at);
    await em.flush();
    await record(em, appeal, applicant, at, { event: 'MOVE', move: 'WITHDRAW', from, reason: 'ERASURE_ASKED' });
    await tellOfChange(em, appeal, from);
  }

  /**
   * What is held of files. That an original says where and when it was taken is told, the place and time are not: the copy may be
   * passed on, and the applicant has the file.
   */
  private async files(db: Db, appealId: string) {
    const rows = await db.selectFrom('attachment').where('appeal_id', '=', appealId).orderBy('attached_at').orderBy('position')
      .select(['name', 'type', 'bytes', 'message_id', 'attached_at as attachedAt', 'original_bytes', 'taken_at', 'taken_place']).execute();
    return rows.map(({ name, type, bytes, attachedAt, ...row }) => ({
      name: this.vault.open('attachment.name', name), type, bytes, attachedAt, withMessage: row.message_id !== null,
      sealedOriginal: { bytes: row.original_bytes, holdsTime: row.taken_at !== null, holdsPlace: row.taken_place !== null },
    }));
  }

  private hashOfContact(contact: string): string | null {
    const text = contact.trim();
    if (text.includes('@')) return text.length <= 254 ? this.vault.contactHash(text, null) : null;
    const digits = text.replace(/\D/g, '');
    return digits.length >= 10 && digits.length <= 15 ? this.vault.contactHash(null, text) : null;
  }
}

const appealsOf = (em: Em, hash: string) => rowsOf(em).selectFrom('appeal as a').innerJoin('applicant as p', 'p.id', 'a.applicant_id')
  .where('p.contact_hash', '=', hash).where('a.anonymised_at', 'is', null).orderBy('a.submitted_at', 'desc').orderBy(sql`a.id`)
  .select(['a.id', 'a.number', 'a.status', 'a.submitted_at as submittedAt', 'a.closed_at as closedAt', 'a.region_code as regionCode']).execute();

/** An appeal as a file of its own can say it: no buttons, nobody's ids. */
const ownWords = (appeal: TrackedRow) => ({
  number: appeal.number, status: appeal.status, submittedAt: appeal.submittedAt, region: appeal.region.code, deputy: appeal.deputyName, dueOn: appeal.dueOn,
  subject: appeal.subject, text: appeal.text,
  messages: appeal.messages.map(({ kind, authorKind, authorName, text, createdAt }) => ({ kind, authorKind, authorName, text, createdAt })),
  questions: appeal.questions.map(({ text, topic, result, resultText }) => ({ text, topic: topic.code, result, resultText })),
  history: appeal.steps,
});
