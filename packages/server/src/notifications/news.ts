import { v5 } from 'uuid';
import { answerDeadline, rejectReasonIn, wasUndone, type Deadline, type DeadlineRules } from '../appeals/index.js';
import type { Config } from '../config.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { newLinkToken } from '../feedback/index.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { addDays, localDay, startOfLocalDay } from '../shared/day.js';
import { hashOf } from '../shared/ids.js';
import { addJob, type JobPayloads } from '../shared/jobs.js';
import type { Vault } from '../shared/vault.js';
import { composeNews, type NewsMaterial } from './compose.js';
import { sealedMail } from '../shared/sealed-mail.js';
import { MAIL_ATTEMPTS } from './sender.js';

export type { News } from './news.facts.js';

/** Makes ids of mails out of what they tell, so that the same news has the same id. */
const NAMESPACE = '5b0f1c5e-6c0d-4f7a-9a43-3f2f0f6f3d11';

type Story = NonNullable<Awaited<ReturnType<NewsWriter['read']>>>;

/** Writes to the applicant when something happens to the appeal: the task `appeal_news`. */
export class NewsWriter {
  constructor(
    private readonly orm: Orm, private readonly reference: Reference, private readonly rules: DeadlineRules, private readonly clock: Clock,
    private readonly config: Pick<Config, 'publicUrl' | 'serviceName' | 'smtpUrl'>, private readonly vault: Vault,
  ) {}

  /**
   * One mail for one piece of news, whatever happens: its id is made from the news, so that a job that is run again after a crash
   * finds it there and does nothing. Mail, link and the job that sends it are stored in one transaction.
   * @returns the mail's id; null when there is nobody to write to, nothing to say any more, or it was written before
   */
  async tell(job: JobPayloads['appeal_news']): Promise<string | null> {
    return transaction(this.orm, SYSTEM, async (em) => {
      if (await wasUndone(rowsOf(em), job.undo)) return null;
      const story = await this.read(rowsOf(em), job);
      if (!story?.email || story.email_failed_at) return null;
      if (job.news === 'FEEDBACK_REMINDER' && story.reminders_off_at) return null;
      const now = this.clock.now();
      if (!(await this.isStillNews(rowsOf(em), job, story, now))) return null;
      // An appeal can be registered twice: it may go back to moderation.
      const occasion = job.messageId ?? (job.news === 'REGISTERED' ? story.registeredAt?.toISOString() : job.news === 'DEPUTY_CHANGED' || job.news === 'REOPENED' ? story.changed_at.toISOString() : undefined) ?? '';
      const id = v5([job.news, job.appealId, occasion].join(' '), NAMESPACE);
      const asksForMark = job.news === 'ANSWERED' || job.news === 'FEEDBACK_REMINDER';
      const token = asksForMark && story.feedbackUntil !== null ? newLinkToken() : null;
      const letter = composeNews(job.news, await this.material(rowsOf(em), job, story, token));
      const { numInsertedOrUpdatedRows } = await rowsOf(em).insertInto('mail').values({
        id, kind: job.news, state: this.config.smtpUrl ? 'WAITING' : 'KEPT', appeal_id: job.appealId, ...sealedMail(this.vault, story.email, letter),
        attempts: 0, created_at: now,
      }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return null;
      if (token !== null) await this.storeLink(em, token, job.messageId!, story);
      if (this.config.smtpUrl) await addJob(em, 'send_mail', { mailId: id }, { key: `mail:${id}`, maxAttempts: MAIL_ATTEMPTS });
      return id;
    });
  }

  /** The appeal as a letter needs it. */
  async read(db: Db, { appealId, messageId }: JobPayloads['appeal_news']) {
    const row = await db.selectFrom('appeal as a').innerJoin('applicant as p', 'p.id', 'a.applicant_id').leftJoin('deputy as d', 'd.id', 'a.deputy_id')
      .where('a.id', '=', appealId)
      .select(['a.number', 'a.status', 'a.subject', 'a.text', 'a.region_code', 'a.policy_id', 'a.register_by', 'a.clarify_by', 'a.registered_at',
        'a.registered_on', 'a.due_on', 'a.paused_days', 'a.extension_days', 'a.reopened_on', 'a.forwarded_body', 'a.changed_at', 'a.feedback_until', 'a.reject_reason', 'p.name', 'p.email', 'p.email_failed_at', 'p.reminders_off_at', 'p.locale',
        'd.first_name', 'd.middle_name', 'd.last_name'])
      .executeTakeFirst();
    if (!row) return null;
    const message = messageId ? await db.selectFrom('message as m').where('m.id', '=', messageId)
      .select((eb) => ['m.text', eb.selectFrom('attachment as t').whereRef('t.message_id', '=', 'm.id').select((x) => x.fn.countAll<number>().as('count')).as('files')]).executeTakeFirst() : undefined;
    return {
      ...row, name: this.vault.open('applicant.name', row.name), email: this.vault.opened('applicant.email', row.email), locale: row.locale === 'en' ? 'en' as const : 'ru' as const, messageText: message?.text ?? null,
      files: Number(message?.files ?? 0),
      registeredAt: row.registered_at ?? null, feedbackUntil: row.feedback_until ?? null, timeZone: this.reference.timeZone(row.region_code),
    };
  }

  /** The job may run late: nobody is asked for what was given meanwhile. */
  private async isStillNews(db: Db, { news, messageId }: JobPayloads['appeal_news'], story: Story, now: Date): Promise<boolean> {
    switch (news) {
      case 'CLARIFICATION_REQUEST': return story.status === 'CLARIFICATION';
      case 'REGISTERED': return story.due_on !== null && story.status !== 'SUBMITTED';
      case 'REOPENED': return story.status === 'REOPENED';
      case 'FEEDBACK_REMINDER': return this.awaitsMark(db, story, messageId!, now);
      default: return true;
    }
  }

  /** Whether the answer is still the last one, unmarked, and may be marked today. */
  private async awaitsMark(db: Db, story: Story, answerId: string, now: Date): Promise<boolean> {
    if (story.status !== 'ANSWERED' || story.feedbackUntil === null || localDay(now, story.timeZone) > story.feedbackUntil) return false;
    const marked = await db.selectFrom('feedback').where('answer_id', '=', answerId).select('id').executeTakeFirst();
    if (marked) return false;
    const later = await db.selectFrom('message as m').innerJoin('message as n', (join) => join.onRef('n.appeal_id', '=', 'm.appeal_id')
      .on('n.kind', '=', 'ANSWER').onRef('n.created_at', '>', 'm.created_at')).where('m.id', '=', answerId).select('n.id').executeTakeFirst();
    return !later;
  }

  /** Valid to the end of the window's last day, as the region's clock has it. */
  private async storeLink(em: Em, token: string, answerId: string, { feedbackUntil, timeZone }: Story): Promise<void> {
    const nextDay = startOfLocalDay(addDays(feedbackUntil!, 1), timeZone);
    await rowsOf(em).insertInto('feedback_link').values({
      token_hash: hashOf(token), answer_id: answerId, valid_until: new Date(nextDay.getTime() - 1),
    }).execute();
  }

  private async material(db: Db, { appealId, news, code }: JobPayloads['appeal_news'], story: Story, token: string | null): Promise<NewsMaterial> {
    const { publicUrl, serviceName } = this.config;
    const { locale } = story;
    const questions = news === 'ANSWERED'
      ? await db.selectFrom('question').where('appeal_id', '=', appealId).orderBy('position').select(['text', 'result', 'result_text']).execute()
      : [];
    return {
      publicUrl, serviceName, locale, applicantName: story.name, number: story.number, subject: story.subject, text: story.text,
      place: this.reference.region(story.region_code, locale)?.name ?? story.region_code, code: code ?? null,
      registerBy: story.register_by, clarifyBy: story.clarify_by ?? null, dueOn: story.due_on ?? null, deadline: this.deadline(story),
      deputyName: story.last_name ? [story.first_name, story.middle_name, story.last_name].filter(Boolean).join(' ') : null,
      forwardedBody: story.forwarded_body ?? null,
      files: story.files,
      messageText: story.messageText ?? (story.reject_reason ? rejectReasonIn(story.reject_reason, locale).text : ''),
      questions: questions.map(({ text, result, result_text }) => ({ text, result: result ?? null, resultText: result_text ?? null })),
      token, feedbackUntil: story.feedbackUntil,
    };
  }

  private deadline(story: Story): Deadline | null {
    const countedFrom = story.reopened_on ?? story.registered_on;
    return countedFrom ? answerDeadline({
      registeredOn: countedFrom, policy: this.rules.policy(story.policy_id), calendar: this.rules.calendar,
      pausedDays: story.paused_days, extensionDays: story.extension_days,
    }) : null;
  }
}
