import { v5 } from 'uuid';
import { answerDeadline, deadlineInWords, rejectReasonIn } from '../appeals/index.js';
import { rowsOf } from '../db/orm.js';
import { newLinkToken } from '../feedback/index.js';
import { addDays, localDay, startOfLocalDay } from '../shared/day.js';
import { hashOf } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { asHtml, asText, shortened, subjectLine } from './letter.js';
import { LETTERS_EN } from './letters.en.js';
import { LETTERS_RU } from './letters.ru.js';
import { MAIL_ATTEMPTS } from './sender.js';
const LETTERS = { ru: LETTERS_RU, en: LETTERS_EN };
const BEGINNING = 300;
/** Makes ids of mails out of what they tell, so that the same news has the same id. */
const NAMESPACE = '5b0f1c5e-6c0d-4f7a-9a43-3f2f0f6f3d11';
/** The steps of a deadline that a person asks about; the rest is arithmetic and stands on the appeal's page. */
const TELLING_STEPS = ['RULE', 'PAUSE', 'EXTENSION', 'MOVED'];
/** Writes to the applicant when something happens to the appeal: the task `appeal_news`. */
export class NewsWriter {
    orm;
    reference;
    rules;
    clock;
    config;
    constructor(orm, reference, rules, clock, config) {
        this.orm = orm;
        this.reference = reference;
        this.rules = rules;
        this.clock = clock;
        this.config = config;
    }
    /**
     * One mail for one piece of news, whatever happens: its id is made from the news, so that a job that is run again after a crash
     * finds it there and does nothing. Mail, link and the job that sends it are stored in one transaction.
     * @returns the mail's id; null when there is nobody to write to, nothing to say any more, or it was written before
     */
    async tell(job) {
        return this.orm.em.fork().transactional(async (em) => {
            const story = await this.read(rowsOf(em), job);
            if (!story?.email)
                return null;
            const now = this.clock.now();
            if (!(await this.isStillNews(rowsOf(em), job, story, now)))
                return null;
            // An appeal can be registered twice: it may go back to moderation.
            const occasion = job.messageId ?? (job.news === 'REGISTERED' ? story.registeredAt?.toISOString() : undefined) ?? '';
            const id = v5([job.news, job.appealId, occasion].join(' '), NAMESPACE);
            const asksForMark = job.news === 'ANSWERED' || job.news === 'FEEDBACK_REMINDER';
            const token = asksForMark && story.feedbackUntil !== null ? newLinkToken() : null;
            const letter = LETTERS[story.locale][job.news](await this.facts(rowsOf(em), job, story, token));
            const { numInsertedOrUpdatedRows } = await rowsOf(em).insertInto('mail').values({
                id, kind: job.news, state: this.config.smtpUrl ? 'WAITING' : 'KEPT', appeal_id: job.appealId, to_address: story.email,
                subject: subjectLine(letter), text: asText(letter), html: asHtml(letter, story.locale), attempts: 0, created_at: now,
            }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
            if (!numInsertedOrUpdatedRows)
                return null;
            if (token !== null)
                await this.storeLink(em, token, job.messageId, story);
            if (this.config.smtpUrl)
                await addJob(em, 'send_mail', { mailId: id }, { key: `mail:${id}`, maxAttempts: MAIL_ATTEMPTS });
            return id;
        });
    }
    /** The appeal as a letter needs it. */
    async read(db, { appealId, messageId }) {
        const row = await db.selectFrom('appeal as a').innerJoin('applicant as p', 'p.id', 'a.applicant_id').leftJoin('deputy as d', 'd.id', 'a.deputy_id')
            .where('a.id', '=', appealId)
            .select(['a.number', 'a.status', 'a.subject', 'a.text', 'a.region_code', 'a.policy_id', 'a.register_by', 'a.clarify_by', 'a.registered_at',
            'a.registered_on', 'a.due_on', 'a.paused_days', 'a.extension_days', 'a.feedback_until', 'a.reject_reason', 'p.name', 'p.email', 'p.locale',
            'd.first_name', 'd.middle_name', 'd.last_name'])
            .executeTakeFirst();
        if (!row)
            return null;
        const message = messageId ? await db.selectFrom('message').where('id', '=', messageId).select('text').executeTakeFirst() : undefined;
        return {
            ...row, email: row.email ?? null, locale: row.locale === 'en' ? 'en' : 'ru', messageText: message?.text ?? null,
            registeredAt: row.registered_at ?? null, feedbackUntil: row.feedback_until ?? null, timeZone: this.reference.timeZone(row.region_code),
        };
    }
    /** The job may run late: nobody is asked for what was given meanwhile. */
    async isStillNews(db, { news, messageId }, story, now) {
        switch (news) {
            case 'CLARIFICATION_REQUEST': return story.status === 'CLARIFICATION';
            case 'REGISTERED': return story.due_on !== null;
            case 'FEEDBACK_REMINDER': return this.awaitsMark(db, story, messageId, now);
            default: return true;
        }
    }
    /** Whether the answer is still the last one, unmarked, and may be marked today. */
    async awaitsMark(db, story, answerId, now) {
        if (story.status !== 'ANSWERED' || story.feedbackUntil === null || localDay(now, story.timeZone) > story.feedbackUntil)
            return false;
        const marked = await db.selectFrom('feedback').where('answer_id', '=', answerId).select('id').executeTakeFirst();
        if (marked)
            return false;
        const later = await db.selectFrom('message as m').innerJoin('message as n', (join) => join.onRef('n.appeal_id', '=', 'm.appeal_id')
            .on('n.kind', '=', 'ANSWER').onRef('n.created_at', '>', 'm.created_at')).where('m.id', '=', answerId).select('n.id').executeTakeFirst();
        return !later;
    }
    /** Valid to the end of the window's last day, as the region's clock has it. */
    async storeLink(em, token, answerId, { feedbackUntil, timeZone }) {
        const nextDay = startOfLocalDay(addDays(feedbackUntil, 1), timeZone);
        await rowsOf(em).insertInto('feedback_link').values({
            token_hash: hashOf(token), answer_id: answerId, valid_until: new Date(nextDay.getTime() - 1),
        }).execute();
    }
    async facts(db, { appealId, news, code }, story, token) {
        const { publicUrl, serviceName } = this.config;
        const { locale } = story;
        const questions = news === 'ANSWERED'
            ? await db.selectFrom('question').where('appeal_id', '=', appealId).orderBy('position').select(['text', 'result', 'result_text']).execute()
            : [];
        return {
            serviceName, applicantName: story.name, number: story.number, subject: shortened(story.subject, 200), beginning: shortened(story.text, BEGINNING),
            place: this.reference.region(story.region_code, locale)?.name ?? story.region_code,
            trackUrl: `${publicUrl}/track/${story.number}${code ? `#code=${code}` : ''}`, code: code ?? null,
            registerBy: story.register_by, clarifyBy: story.clarify_by ?? null, dueOn: story.due_on ?? null, dueReason: this.dueReason(story),
            deputyName: story.last_name ? [story.first_name, story.middle_name, story.last_name].filter(Boolean).join(' ') : null,
            messageText: story.messageText ?? (story.reject_reason ? rejectReasonIn(story.reject_reason, locale).text : ''),
            questions: questions.map(({ text, result, result_text }) => ({ text, result: result ?? null, resultText: result_text ?? null })),
            feedbackUrl: token === null ? null : `${publicUrl}/feedback/${token}`, feedbackUntil: story.feedbackUntil,
        };
    }
    dueReason(story) {
        if (!story.registered_on)
            return '';
        const deadline = answerDeadline({
            registeredOn: story.registered_on, policy: this.rules.policy(story.policy_id), calendar: this.rules.calendar,
            pausedDays: story.paused_days, extensionDays: story.extension_days,
        });
        return deadlineInWords(deadline, story.locale).steps.filter(({ code }) => TELLING_STEPS.includes(code)).map(({ text }) => text).join(' ');
    }
}
