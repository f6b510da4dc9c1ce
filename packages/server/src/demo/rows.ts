/** Rows of the tables out of lives. */
import { CONSENT, shingles } from '../appeals/index.js';
import { appealStream, appended, digestOfText, EMPTY_HEAD } from '../history/index.js';
import { epochDay } from '../shared/day.js';
import { hashOf } from '../shared/ids.js';
import type { CopyRow } from './copy.js';
import type { CourseEvent } from './course.js';
import { idAt, secretOf } from './identifiers.js';
import type { Life, LifeMessage } from './life.js';
import { DAY } from './local-time.js';
import { mailsOf, type MailsInput } from './mails.js';
import { chance, seeded } from './random.js';

/** The tables that lives fill, in the order in which they refer to each other. */
export const LIFE_TABLES = ['applicant', 'appeal', 'question', 'answer_draft', 'history_entry', 'history_text', 'history_head', 'message', 'feedback', 'feedback_link',
  'mail'] as const;
export type LifeTable = (typeof LIFE_TABLES)[number];
export type LifeRows = Record<LifeTable, CopyRow[]>;

/** Those that wait until every answer is written: what repeats what is known only then, and the others refer to answers. */
export const LATE_TABLES: readonly LifeTable[] = ['message', 'feedback', 'feedback_link', 'mail'];

export const noRows = (): LifeRows => ({ applicant: [], appeal: [], question: [], answer_draft: [], history_entry: [], history_text: [], history_head: [],
  message: [], feedback: [], feedback_link: [], mail: [] });

/** An answer is compared with so many before it, as the product does. */
const EARLIER_ANSWERS = 50;

/**
 * Writes into the rows of answers how much of each repeats earlier ones of the same deputy, measured as the product measures it
 * (appeals/informality). Only when all answers are there is it known which came earlier.
 */
export function measureTemplates(messages: readonly CopyRow[]): void {
  const byDeputy = new Map<string, CopyRow[]>();
  for (const message of messages) {
    const deputy = message['deputy_id'];
    if (typeof deputy !== 'string') continue;
    const own = byDeputy.get(deputy);
    if (own) own.push(message); else byDeputy.set(deputy, [message]);
  }
  const time = (row: CopyRow): number => (row['created_at'] as Date).getTime();
  for (const answers of byDeputy.values()) {
    const lastSeen = new Map<string, number>();
    answers.sort((a, b) => time(a) - time(b)).forEach((answer, i) => {
      const runs = shingles(answer['text'] as string);
      let repeated = 0;
      for (const run of runs) {
        if ((lastSeen.get(run) ?? -Infinity) >= i - EARLIER_ANSWERS) repeated += 1;
        lastSeen.set(run, i);
      }
      answer['template_share'] = runs.size === 0 ? null : repeated / runs.size;
    });
  }
}

/** What the rows of all lives share. */
export interface RowsInput extends MailsInput {
  readonly seed: string;
  readonly now: Date;
}

/** Adds the rows of one appeal. @param number given for life */
export function addRows(rows: LifeRows, life: Life, number: string, input: RowsInput): void {
  const { plan, applicant, course } = life;
  const random = seeded(`${input.seed}:rows:${plan.key}`);
  const submittedAt = course.events[0]!.at;
  const appealId = idAt(submittedAt, random);
  const applicantId = idAt(submittedAt, random);
  const code = secretOf(10, random);
  const { vault } = input;
  const contactHash = vault.contactHash(applicant.email, applicant.phone);
  rows.applicant.push({
    id: applicantId, name: vault.seal('applicant.name', applicant.name), email: vault.sealed('applicant.email', applicant.email),
    phone: vault.sealed('applicant.phone', applicant.phone), contact_hash: contactHash,
    locale: 'ru', created_at: submittedAt,
  });
  rows.appeal.push({
    id: appealId, number, status: course.status, kind: life.kind, collective: applicant.writer.collective, channel: life.channel,
    identity: applicant.identity,
    region_code: plan.region.code, deputy_id: life.deputy?.id ?? null, mandate_id: life.deputy?.mandateId ?? null, topic_code: life.topic,
    applicant_id: applicantId,
    subject: life.subject, text: life.text, code_hash: hashOf(code), client_key: null, client_digest: null,
    consent_version: CONSENT.version, policy_id: course.policyId,
    submitted_at: submittedAt, register_by: course.registerBy, clarification_asked_on: course.clarificationAskedOn,
    clarify_by: course.clarifyBy, paused_days: 0,
    registered_at: course.registeredAt, registered_on: course.registeredOn, extension_days: course.extensionDays, due_on: course.dueOn,
    first_reaction_at: course.firstReactionAt, answered_at: course.answeredAt, answered_on: course.answeredOn, closed_at: course.closedAt,
    reject_reason: course.rejectReason,
    // What waits is read as it comes in; the mark of what was accepted stands as somebody left it.
    urgent: life.story.urgent === true && course.registeredOn !== null,
    forwarded_outside: course.forwardedOutside, reopened_times: course.reopenedTimes, feedback_until: course.feedbackUntil,
    changed_at: course.lastMoveAt, version: course.moves,
  });
  const questionIds = life.questions.map((question, i) => {
    const id = idAt(course.registeredAt ?? submittedAt, random);
    rows.question.push({ id, appeal_id: appealId, position: i + 1, text: question.text, topic_code: question.topic,
      result: question.result, result_text: question.resultText });
    return id;
  });
  addHistory(rows, appealId, course.events, random);

  const messageIds = new Map<LifeMessage, string>();
  for (const message of life.messages) {
    const id = idAt(message.at, random);
    messageIds.set(message, id);
    rows.message.push({
      id, appeal_id: appealId, kind: message.kind, author_kind: message.author.kind, author_name: message.author.name, account: null,
        deputy_id: message.deputy?.id ?? null,
      text: message.text, template_share: null, created_at: message.at,
    });
  }
  for (const mark of life.marks) rows.feedback.push({
    id: idAt(mark.at, random), appeal_id: appealId, answer_id: messageIds.get(mark.answer)!, deputy_id: mark.deputy.id,
    mandate_id: mark.deputy.mandateId, region_code: plan.region.code,
    applicant_key: contactHash, quality: mark.quality, prompt: mark.prompt, personal: mark.personal, result: mark.result,
    comment: mark.comment,
    comment_state: mark.commentState, counted: true, not_counted_reason: null, network_key: mark.network, given_at: mark.at,
    given_on: mark.on,
  });
  const tokens = addLinks(rows, life, messageIds, input, random);
  if (life.draft) rows.answer_draft.push({
    appeal_id: appealId, text: life.draft.text, questions: questionIds.map((id) => ({ id, result: null, text: null })), revision: 3,
    saved_by: `demo:${life.deputy?.id ?? ''}`,
    saved_by_name: life.draft.savedByName, saved_at: life.draft.at,
  });
  rows.mail.push(...mailsOf(life, { ...input, appealId, number, code, tokens }));
}

const CODE = /^[A-Z][A-Z_]*$/;

/** The appeal's stream with its chain, as `recordIn` writes it. */
function addHistory(rows: LifeRows, appealId: string, events: readonly CourseEvent[], random: () => number): void {
  const stream = appealStream(appealId);
  let head = EMPTY_HEAD;
  for (const { event, move, from, to, actor, reason, at } of events) {
    const id = idAt(at, random);
    const words = reason !== null && !CODE.test(reason) ? reason : null;
    const salt = words === null ? null : secretOf(22, random);
    const entry = {
      stream, position: head.position + 1, id, event, move, fromStatus: from, toStatus: to, actorKind: actor.kind, actorName: actor.name, account: null,
      reason: words === null ? reason : null, textDigest: salt === null ? null : digestOfText(salt, words!), at,
    };
    const before = head.hash;
    head = appended(entry, head);
    rows.history_entry.push({
      id, stream, position: entry.position, event, move, from_status: from, to_status: to, actor_kind: actor.kind, actor_name: actor.name, account: null,
      reason: entry.reason, text_digest: entry.textDigest, at, prev_hash: before, hash: head.hash,
    });
    if (salt !== null) rows.history_text.push({ entry_id: id, salt, text: words });
  }
  rows.history_head.push({ stream, position: head.position, hash: head.hash });
}

/** Links of the answers of the last weeks: used where a mark came by mail, open where none came. */
function addLinks(rows: LifeRows, life: Life, ids: ReadonlyMap<LifeMessage, string>, { now }: RowsInput,
  random: () => number): Map<LifeMessage, string> {
  const { course, applicant, plan } = life;
  const open = new Map<LifeMessage, string>();
  if (!applicant.email || !course.feedbackUntil) return open;
  const answer = life.messages.findLast(({ kind }) => kind === 'ANSWER');
  const validUntil = plan.region.time.instant((epochDay(course.feedbackUntil) + 1) * DAY);
  if (!answer || validUntil <= now) return open;
  const mark = life.marks.find((given) => given.answer === answer);
  const token = secretOf(32, random);
  const used = mark !== undefined && chance(random, 0.85);
  rows.feedback_link.push({
    token_hash: hashOf(token), answer_id: ids.get(answer)!, valid_until: new Date(validUntil.getTime() - 1), used_at: used ? mark.at
      : null, continuation_hash: null, continuation_until: null,
  });
  if (!mark) open.set(answer, token);
  return open;
}
