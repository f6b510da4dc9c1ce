import { transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { attachUploads, sendDraftFiles } from '../files/index.js';
import type { Reference } from '../regions/index.js';
import { allow, staff } from '../shared/allow.js';
import { Failure } from '../shared/failures.js';
import type { Day } from '../shared/day.js';
import { asId } from '../shared/ids.js';
import { addJob, ratingSoon } from '../shared/jobs.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText, cleaned } from '../shared/words.js';
import { AnswerDraft, type QuestionDraft } from './answer-draft.entity.js';
import type { AnswerAppealInput, BeginAppealInput, SaveAnswerDraftInput } from './appeal.inputs.js';
import { canDraft } from './appeals.policy.js';
import { feedbackReminder, feedbackWindowEnd, localDay, startOfLocalDay } from './deadline.js';
import type { DeadlineRules } from './deadline-rules.js';
import { factsOf, type Desk } from './desk.js';
import { templateShare } from './informality.js';
import { forgetSent, keepDraft, keepUnsent } from './kept-drafts.service.js';
import { knownTexts } from './known-texts.js';
import { LIMITS } from './limits.js';
import { Message } from './message.entity.js';
import { recordedAuthor } from './messages.js';
import { AnswerPromise } from './promise.entity.js';
import { MAX_PROMISES, wrongPromiseDay } from './promise.formula.js';
import type { PromiseInput } from './promise.type.js';
import { Question } from './question.entity.js';

/** What a deputy and the deputy's aide do with an appeal. */
export class AnsweringService {
  constructor(private readonly orm: Orm, private readonly desk: Desk, private readonly reference: Reference, private readonly rules: DeadlineRules, private readonly filesPerLetter: number) {}

  begin(input: BeginAppealInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'BEGIN', (appeal, _em, at) => Promise.resolve(appeal.begin(at)));
  }

  /**
   * The deputy signs: the letter goes out with a result for every question, and the applicant is asked for a mark.
   * Of two who sign at once one is sent; the words of the other are kept beside it with the files that came with them, and that one is
   * told CONFLICT. What stands in the draft is one for both, and went with the answer that was sent.
   */
  async answer(input: AnswerAppealInput): Promise<string> {
    try {
      return await this.sign(input);
    } catch (error) {
      if (error instanceof Failure && error.code === 'CONFLICT') await this.keepUnsent(input);
      throw error;
    }
  }

  private async keepUnsent({ id, text, attachments }: AnswerAppealInput): Promise<void> {
    const author = staff(this.desk.actor);
    await transaction(this.orm, author, async (em) => {
      const appeal = await this.desk.locked(em, id);
      // It can still be answered: the words are in the composer, and their draft with them.
      if (canDraft(author, factsOf(appeal))) return;
      await keepUnsent(em, author, appeal.id, { text: text.slice(0, LIMITS.answer), attachments }, this.desk.clock.now(), this.filesPerLetter);
    });
  }

  private sign(input: AnswerAppealInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'ANSWER', async (appeal, em, at, tell) => {
      const questions = await em.find(Question, { appeal: appeal.id }, { orderBy: { position: 'asc' } });
      const refusals: Refusal[] = [];
      const text = checkText(input.text, { field: 'text', max: LIMITS.answer, empty: 'ANSWER_EMPTY', tooLong: 'ANSWER_TOO_LONG' }, refusals);
      const given = new Map(input.questions.map((answer, i) => [answer.id, { ...answer, i }]));
      for (const { id, i } of given.values()) {
        if (!questions.some((question) => question.id === id)) refusals.push(new Refusal('QUESTION_UNKNOWN', `questions.${i}.id`));
      }
      for (const question of questions) {
        const answer = given.get(question.id);
        if (!answer) refusals.push(new Refusal('QUESTION_RESULT_MISSING', 'questions'));
        else {
          question.result = answer.result;
          question.resultText = ownWords(answer.text, `questions.${answer.i}.text`, refusals);
        }
      }
      const timeZone = this.reference.timeZone(appeal.region);
      const policy = this.rules.policy(appeal.policy);
      const on = localDay(at, timeZone);
      const promises = checkPromises(input.promises ?? [], on, refusals);
      refuse(refusals);
      const share = templateShare(text, (await knownTexts(rowsOf(em), appeal.deputy!)).map((known) => known.text));
      const message = em.create(Message, {
        appeal: appeal.id, kind: 'ANSWER', deputy: appeal.deputy, text, templateShare: share, createdAt: at, ...recordedAuthor(this.desk),
      });
      em.persist(message);
      appeal.answer({ on, feedbackUntil: feedbackWindowEnd(on, policy).dueOn }, at);
      for (const promise of promises) {
        em.persist(em.create(AnswerPromise, { ...promise, appeal: appeal.id, answer: message.id, deputy: appeal.deputy!, state: 'OPEN', createdAt: at }));
      }
      await em.flush();
      const letter = { appealId: appeal.id, messageId: message.id };
      const there = await sendDraftFiles(em, letter, input.draftAttachments, at);
      await attachUploads(em, this.desk.actor, input.attachments, { ...letter, there }, at, this.filesPerLetter);
      const draft = await em.findOne(AnswerDraft, { appeal: appeal.id });
      // Somebody else's words, which are not what was signed.
      if (draft && draft.savedBy !== staff(this.desk.actor).accountId && cleaned(draft.text) !== text) {
        await keepDraft(rowsOf(em), appeal.id, draft.savedBy, draft.text, at);
      }
      await forgetSent(rowsOf(em), appeal.id, text);
      await em.nativeDelete(AnswerDraft, { appeal: appeal.id });
      await tell('ANSWERED', message.id);
      await addJob(em, 'appeal_news', { appealId: appeal.id, news: 'FEEDBACK_REMINDER', messageId: message.id }, {
        key: `reminder:${message.id}`, runAt: startOfLocalDay(feedbackReminder(on, policy).dueOn, timeZone),
      });
      await ratingSoon(em, at);
      return this.inWhoseName(em, appeal.deputy!);
    });
  }

  /** What the record says where an aide signed. */
  private async inWhoseName(em: Em, deputyId: string): Promise<{ text: string } | void> {
    const { role, name } = staff(this.desk.actor);
    if (role !== 'AIDE') return;
    const deputy = await rowsOf(em).selectFrom('deputy').where('id', '=', deputyId).select('sort_name').executeTakeFirstOrThrow();
    return { text: `Подписал помощник ${name} от имени депутата ${deputy.sort_name}` };
  }

  /** Keeps the draft as it is typed; who saves over a revision that is not the last is told so and loses nothing. */
  async saveDraft(input: SaveAnswerDraftInput): Promise<string> {
    const author = staff(this.desk.actor);
    await transaction(this.orm, author, async (tx) => {
      const appeal = await this.desk.locked(tx, asId(input.appealId, 'appealId'));
      allow(canDraft(this.desk.actor, factsOf(appeal)));
      if (input.text.length > LIMITS.answer) throw new Refusal('ANSWER_TOO_LONG', 'text', { max: LIMITS.answer, length: input.text.length });
      const known = new Set((await tx.find(Question, { appeal: appeal.id })).map(({ id }) => id));
      const refusals: Refusal[] = [];
      const questions: QuestionDraft[] = input.questions.map(({ id, result, text }, i) => {
        if (!known.has(id)) refusals.push(new Refusal('QUESTION_UNKNOWN', `questions.${i}.id`));
        return { id, result: result ?? null, text: ownWords(text, `questions.${i}.text`, refusals) };
      });
      refuse(refusals);
      const at = this.desk.clock.now();
      const draft = await tx.findOne(AnswerDraft, { appeal: appeal.id });
      if (!draft) {
        tx.persist(tx.create(AnswerDraft, { appeal: appeal.id, text: input.text, questions, revision: 1, savedBy: author.accountId, savedByName: author.name, savedAt: at }));
        return;
      }
      if (draft.savedBy !== author.accountId && draft.revision !== (input.revision ?? 0)) throw new Refusal('DRAFT_STALE', 'revision');
      Object.assign(draft, { text: input.text, questions, revision: draft.revision + 1, savedBy: author.accountId, savedByName: author.name, savedAt: at });
    });
    return input.appealId;
  }
}

/** What is promised by which day; the day is one of the region's own calendar. */
function checkPromises(promises: readonly PromiseInput[], today: Day, refusals: Refusal[]): { text: string; dueOn: Day }[] {
  if (promises.length > MAX_PROMISES) refusals.push(new Refusal('PROMISES_TOO_MANY', 'promises', { max: MAX_PROMISES }));
  return promises.map(({ text, dueOn }, i) => {
    const wrong = wrongPromiseDay(dueOn, today);
    if (wrong) refusals.push(new Refusal(wrong, `promises.${i}.dueOn`));
    return { text: checkText(text, { field: `promises.${i}.text`, max: LIMITS.promise, empty: 'PROMISE_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals), dueOn };
  });
}

function ownWords(text: string | null | undefined, field: string, refusals: Refusal[]): string | null {
  const clean = cleaned(text ?? '');
  if (clean.length > LIMITS.reason) refusals.push(new Refusal('TEXT_TOO_LONG', field, { max: LIMITS.reason, length: clean.length }));
  return clean || null;
}
