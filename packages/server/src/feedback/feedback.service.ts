import { createHmac } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { Appeal, type Desk, LIMITS, localDay, Message, tellOfChange, type TrackingService } from '../appeals/index.js';
import { transaction } from '../db/acting.js';
import { appealByFeedbackLink } from '../db/lookups.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import type { Reference } from '../regions/index.js';
import type { Actor } from '../shared/actor.js';
import { allow, coversRegion, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { announce } from '../shared/events.js';
import { notFound } from '../shared/failures.js';
import { asId, hashOf } from '../shared/ids.js';
import { ratingSoon } from '../shared/jobs.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { cleaned } from '../shared/words.js';
import { Feedback, FeedbackLink } from './feedback.entity.js';
import type { GiveFeedbackInput } from './feedback.inputs.js';

/** How long the page that recorded the mark may add the rest, in milliseconds. */
const CONTINUATION_MS = 60 * 60 * 1000;

/** Where a mark comes from: an answer, and the link that was used, if any. */
interface Door {
  answerId: string;
  link: FeedbackLink | null;
}

export interface Given {
  appealId: string;
  appealNumber: string;
  continuation: string | null;
}

/** The applicant marks an answer: by the mail's link, by what continues it, or by number and code (rules §3). */
export class FeedbackService {
  constructor(
    private readonly orm: Orm, private readonly tracking: TrackingService, private readonly reference: Reference,
    private readonly clock: Clock, private readonly networkKey: string | null, private readonly secret: string,
  ) {}

  /** Records or completes a mark. The first mark closes the appeal; a later one of the same answer replaces it. */
  async give(input: GiveFeedbackInput): Promise<Given> {
    const marks = checkMarks(input);
    const byCode = input.number && input.code ? await this.tracking.open(input.number, input.code) : null;
    const actor: Actor = { kind: 'APPLICANT', appealId: byCode ?? await this.ofLink(input) };
    return transaction(this.orm, actor, async (em) => {
      const now = this.clock.now();
      const door = await this.door(em, input, byCode, now);
      const answer = await em.findOneOrFail(Message, door.answerId);
      const appeal = await em.findOneOrFail(Appeal, answer.appeal, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const statusBefore = appeal.status;
      const today = localDay(now, this.reference.timeZone(appeal.region));
      const isOpenToMarks = (appeal.status === 'ANSWERED' || appeal.status === 'CLOSED') && appeal.feedbackUntil && today <= appeal.feedbackUntil;
      if (!isOpenToMarks) throw new Refusal(door.link ? 'FEEDBACK_LINK_EXPIRED' : 'FEEDBACK_NOT_POSSIBLE');
      const before = await em.findOne(Feedback, { answer: answer.id });
      if (!before && marks.quality === undefined) throw new Refusal('MARK_MISSING', 'quality');
      const feedback = before ?? em.create(Feedback, {
        appeal: appeal.id, answer: answer.id, deputy: appeal.deputy!, mandate: appeal.mandate!, region: appeal.region,
        applicantKey: await this.applicantKey(em, appeal.applicant), quality: marks.quality!, commentState: 'NONE', networkKey: this.networkKey,
        givenAt: now, givenOn: today,
      });
      Object.assign(feedback, marks, { givenAt: now, givenOn: today });
      if (marks.comment !== undefined) feedback.commentState = marks.comment ? 'PENDING' : 'NONE';
      em.persist(feedback);
      if (!before) await record(em, appeal, actor, now, { event: 'FEEDBACK_GIVEN' });
      if (appeal.status === 'ANSWERED') {
        appeal.close(now);
        await em.flush();
        await record(em, appeal, actor, now, { event: 'MOVE', move: 'CLOSE', from: 'ANSWERED', reason: 'FEEDBACK_GIVEN' });
      }
      const continuation = door.link ? this.continued(door.link, input, now) : null;
      await em.flush();
      await announce(em, { kind: 'feedback.received', id: feedback.id, regionCode: appeal.region, deputyId: appeal.deputy! });
      await tellOfChange(em, appeal, statusBefore);
      await ratingSoon(em, now);
      return { appealId: appeal.id, appealNumber: appeal.number, continuation };
    });
  }

  /** A comment is shown to the deputy only after staff read it (rules §3). */
  async moderateComment(feedbackId: string, show: boolean, desk: Desk): Promise<string> {
    const actor = staff(desk.actor);
    await transaction(this.orm, actor, async (em) => {
      const feedback = await em.findOne(Feedback, asId(feedbackId, 'feedbackId'), { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!feedback) throw notFound();
      const appeal = await desk.locked(em, feedback.appeal);
      allow(actor.role !== 'ANALYST' && coversRegion(actor, appeal.region));
      if (!feedback.comment) throw new Refusal('COMMENT_ABSENT', 'feedbackId');
      feedback.commentState = show ? 'SHOWN' : 'HIDDEN';
      await record(em, appeal, actor, this.clock.now(), { event: 'COMMENT_MODERATED', reason: feedback.commentState });
      await announce(em, { kind: 'feedback.received', id: feedback.id, regionCode: feedback.region, deputyId: feedback.deputy });
    });
    return feedbackId;
  }

  /** The appeal that the given token or continuation opens. */
  private async ofLink({ token, continuation }: GiveFeedbackInput): Promise<string> {
    const secret = continuation || token;
    if (!secret) throw new Refusal('FEEDBACK_ACCESS_MISSING');
    const appealId = await appealByFeedbackLink(this.orm, hashOf(secret));
    if (appealId === null) throw continuation ? new Refusal('FEEDBACK_LINK_USED', 'continuation') : new Refusal('FEEDBACK_LINK_UNKNOWN', 'token');
    return appealId;
  }

  private async door(em: Em, input: GiveFeedbackInput, byCode: string | null, now: Date): Promise<Door> {
    if (byCode) {
      const answer = await em.findOne(Message, { appeal: byCode, kind: 'ANSWER' }, { orderBy: { createdAt: 'desc' } });
      if (!answer) throw new Refusal('FEEDBACK_NOT_POSSIBLE');
      return { answerId: answer.id, link: null };
    }
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    if (input.continuation) {
      const link = await em.findOne(FeedbackLink, { continuationHash: hashOf(input.continuation) }, lock);
      if (!link || link.continuationUntil! < now) throw new Refusal('FEEDBACK_LINK_USED', 'continuation');
      return { answerId: link.answer, link };
    }
    const link = await em.findOne(FeedbackLink, { tokenHash: hashOf(input.token!) }, lock);
    if (!link) throw new Refusal('FEEDBACK_LINK_UNKNOWN', 'token');
    if (link.usedAt) throw new Refusal('FEEDBACK_LINK_USED', 'token');
    if (link.validUntil < now) throw new Refusal('FEEDBACK_LINK_EXPIRED', 'token');
    return { answerId: link.answer, link };
  }

  /** Uses the link up; the page goes on with what only it was given, the same for the whole hour. */
  private continued(link: FeedbackLink, { token, continuation }: GiveFeedbackInput, now: Date): string {
    if (continuation) return continuation;
    const made = createHmac('sha256', this.secret).update(`continuation:${token}`).digest('base64url');
    link.usedAt = now;
    link.continuationHash = hashOf(made);
    link.continuationUntil = new Date(now.getTime() + CONTINUATION_MS);
    return made;
  }

  private async applicantKey(em: Em, applicantId: string): Promise<string> {
    return (await rowsOf(em).selectFrom('applicant').where('id', '=', applicantId).select('contact_hash').executeTakeFirstOrThrow()).contact_hash;
  }
}

/** What of the marks was given, within bounds; what was left out stays as it is. */
function checkMarks(input: GiveFeedbackInput) {
  const refusals: Refusal[] = [];
  for (const field of ['quality', 'personal'] as const) {
    const mark = input[field];
    if (mark !== null && mark !== undefined && (mark < 1 || mark > 5)) refusals.push(new Refusal('MARK_OUT_OF_RANGE', field));
  }
  const comment = input.comment === null || input.comment === undefined ? undefined : cleaned(input.comment) || null;
  if (comment && comment.length > LIMITS.comment) refusals.push(new Refusal('COMMENT_TOO_LONG', 'comment', { max: LIMITS.comment, length: comment.length }));
  refuse(refusals);
  return {
    ...(input.quality === null || input.quality === undefined ? {} : { quality: input.quality }),
    ...(input.prompt === null || input.prompt === undefined ? {} : { prompt: input.prompt }),
    ...(input.personal === null || input.personal === undefined ? {} : { personal: input.personal }),
    ...(input.result === null || input.result === undefined ? {} : { result: input.result }),
    ...(comment === undefined ? {} : { comment }),
  } as { quality?: number; prompt?: boolean; personal?: number; result?: Feedback['result']; comment?: string | null };
}
