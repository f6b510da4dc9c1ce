import { sql, type SqlBool } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import type { Reference } from '../regions/index.js';
import { asId } from '../shared/ids.js';
import { allow } from '../shared/allow.js';
import { Refusal, refuse } from '../shared/refusal.js';
import type { Vault } from '../shared/vault.js';
import { checkText } from '../shared/words.js';
import type { Appeal } from './appeal.entity.js';
import type { RegisterAppealInput, RejectAppealInput, RequestClarificationInput } from './appeal.inputs.js';
import { canOpenContacts } from './appeals.policy.js';
import { Applicant } from './applicant.entity.js';
import { answerDeadline, clarificationDeadline, localDay, registrationDay } from './deadline.js';
import type { DeadlineRules } from './deadline-rules.js';
import { factsOf, type Desk } from './desk.js';
import { LIMITS, MAX_QUESTIONS } from './limits.js';
import { addresseeRefusal } from './move-checks.js';
import { writeMessage } from './messages.js';
import { Question } from './question.entity.js';
import { addresseeOf } from './submission.service.js';

/** What a moderator does with an appeal. */
export class ModerationService {
  constructor(
    private readonly orm: Orm, private readonly desk: Desk, private readonly reference: Reference, private readonly rules: DeadlineRules, private readonly vault: Vault,
  ) {}

  /** Accepts: topic, deputy, questions, and with them the deadline. */
  register(input: RegisterAppealInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'REGISTER', async (appeal, em, at, tell) => {
      const refusals: Refusal[] = [];
      const addressee = await addresseeOf(rowsOf(em), asId(input.deputyId, 'deputyId'));
      const misgiven = addresseeRefusal(addressee, appeal.region);
      if (misgiven) refusals.push(misgiven);
      if (!this.reference.topic(input.topicCode, 'ru')) refusals.push(new Refusal('TOPIC_UNKNOWN', 'topicCode'));
      const about = input.aboutDeputyId ? await addresseeOf(rowsOf(em), asId(input.aboutDeputyId, 'aboutDeputyId')) : null;
      if (input.aboutDeputyId && !about) refusals.push(new Refusal('DEPUTY_UNKNOWN', 'aboutDeputyId'));
      if (about && about.id === addressee?.id) refusals.push(new Refusal('COMPLAINT_TO_ITS_SUBJECT', 'deputyId'));
      const questions = this.checkQuestions(input, appeal, refusals);
      refuse(refusals);
      const policy = this.rules.policy(appeal.policy);
      // Registered again after it came back, it keeps the deadline that the applicant was told.
      const registeredOn = appeal.registeredOn ?? registrationDay(at, this.reference.timeZone(appeal.region), this.rules.calendar, policy);
      const { dueOn } = answerDeadline({ registeredOn: appeal.reopenedOn ?? registeredOn, policy, calendar: this.rules.calendar, pausedDays: appeal.pausedDays, extensionDays: appeal.extensionDays });
      appeal.register({ topic: input.topicCode, deputy: addressee!.id, mandate: addressee!.mandate_id, aboutDeputy: about?.id ?? null, registeredOn, dueOn }, at);
      if (input.kind) appeal.kind = input.kind;
      const kept = await em.count(Question, { appeal: appeal.id });
      questions.forEach(({ text, topicCode }, i) => em.persist(em.create(Question, { appeal: appeal.id, position: kept + i + 1, text, topic: topicCode })));
      await tell('REGISTERED');
    });
  }

  reject(input: RejectAppealInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'REJECT', async (appeal, em, at, tell) => {
      const refusals: Refusal[] = [];
      if (input.reason === 'NO_CLARIFICATION') refusals.push(new Refusal('REASON_NOT_FOR_PEOPLE', 'reason'));
      const text = checkText(input.text, { field: 'text', max: LIMITS.reason, empty: 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
      refuse(refusals);
      appeal.reject(input.reason, at);
      const message = writeMessage(this.desk, em, appeal, 'REJECTION', text, at);
      await tell('REJECTED', message.id);
      return { reason: input.reason };
    });
  }

  /** Asks the applicant; the clock stands still until the reply. */
  requestClarification(input: RequestClarificationInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'REQUEST_CLARIFICATION', async (appeal, em, at, tell) => {
      const refusals: Refusal[] = [];
      const text = checkText(input.text, { field: 'text', max: LIMITS.reason, empty: 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
      refuse(refusals);
      const on = localDay(at, this.reference.timeZone(appeal.region));
      appeal.requestClarification({ on, by: clarificationDeadline(on, this.rules.policy(appeal.policy)).dueOn }, at);
      const message = writeMessage(this.desk, em, appeal, 'CLARIFICATION_REQUEST', text, at);
      await tell('CLARIFICATION_REQUEST', message.id);
    });
  }

  /** Shows the applicant's contacts and writes down who looked (rules §6). */
  async openContacts(appealId: string): Promise<{ name: string; email: string | null; phone: string | null }> {
    return transaction(this.orm, this.desk.actor, async (tx) => {
      const appeal = await this.desk.locked(tx, appealId);
      allow(canOpenContacts(this.desk.actor, factsOf(appeal)));
      await record(tx, appeal, this.desk.actor, this.desk.clock.now(), { event: 'CONTACTS_OPENED' });
      const { name, email, phone } = await tx.findOneOrFail(Applicant, appeal.applicant);
      return {
        name: this.vault.open('applicant.name', name), email: this.vault.opened('applicant.email', email), phone: this.vault.opened('applicant.phone', phone),
      };
    });
  }

  /** Jobs' round: appeals whose clarification did not come in time are rejected by the system, each in a transaction of its own. */
  async lapseUnclarified(): Promise<number> {
    const over = await rowsFor(this.orm, this.desk.actor).selectFrom('appeal as a').innerJoin('region as r', 'r.code', 'a.region_code').where('a.status', '=', 'CLARIFICATION')
      .where(sql<SqlBool>`a.clarify_by < (${this.desk.clock.now()}::timestamptz at time zone r.time_zone)::date`)
      .select(['a.id', 'a.version']).orderBy('a.id').execute();
    let lapsed = 0;
    for (const { id, version } of over) {
      const done = await this.desk.tryMove(id, version, 'LAPSE', async (appeal, _em, at, tell) => {
        appeal.lapse(at);
        await tell('REJECTED');
        return { reason: 'NO_CLARIFICATION' };
      });
      if (done) lapsed += 1;
    }
    return lapsed;
  }

  private checkQuestions(input: RegisterAppealInput, appeal: Appeal, refusals: Refusal[]): { text: string; topicCode: string }[] {
    if (!input.questions?.length) return [{ text: appeal.subject, topicCode: input.topicCode }];
    if (input.questions.length > MAX_QUESTIONS) {
      refusals.push(new Refusal('QUESTIONS_TOO_MANY', 'questions', { max: MAX_QUESTIONS }));
      return [];
    }
    return input.questions.map(({ text, topicCode }, i) => {
      if (!this.reference.topic(topicCode, 'ru')) refusals.push(new Refusal('TOPIC_UNKNOWN', `questions.${i}.topicCode`));
      return { text: checkText(text, { field: `questions.${i}.text`, max: LIMITS.reason, empty: 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals), topicCode };
    });
  }
}
