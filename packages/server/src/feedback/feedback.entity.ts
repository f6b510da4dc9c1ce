import { defineEntity, p } from '@mikro-orm/core';
import { Appeal } from '../appeals/appeal.entity.js';
import { Message } from '../appeals/message.entity.js';
import { day, id, instant, oneOf } from '../db/columns.js';
import { Deputy, Mandate } from '../deputies/deputy.entity.js';
import { Region } from '../regions/region.entity.js';

/** «решено / частично / не решено» (rules §3). */
export const FEEDBACK_RESULTS = ['SOLVED', 'PARTLY', 'NOT_SOLVED'] as const;
export type FeedbackResult = (typeof FEEDBACK_RESULTS)[number];

/** A comment is moderated before anyone but staff sees it (rules §3). */
export const COMMENT_STATES = ['NONE', 'PENDING', 'SHOWN', 'HIDDEN'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

const FeedbackSchema = defineEntity({
  name: 'Feedback',
  comment: 'The applicant\'s mark of one answer; a reopened appeal is rated again and the last one counts (rules §3)',
  indexes: [
    { properties: ['region', 'givenAt', 'id'] },
    { properties: ['deputy', 'givenAt', 'id'] },
    { properties: ['givenAt', 'id'] },
    { properties: ['commentState', 'region'] },
    { properties: ['appeal'] },
  ],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    answer: () => p.oneToOne(Message).owner().mapToPk().unique(),
    deputy: () => p.manyToOne(Deputy).mapToPk(),
    mandate: () => p.manyToOne(Mandate).mapToPk(),
    region: () => p.manyToOne(Region).mapToPk(),
    applicantKey: p.string().comment('The applicant\'s contact hash: one mark per applicant, deputy and period counts (rules §4)'),
    quality: p.integer().check('((quality >= 1) AND (quality <= 5))'),
    prompt: p.boolean().nullable(),
    personal: p.integer().nullable().check('((personal >= 1) AND (personal <= 5))'),
    result: oneOf(FEEDBACK_RESULTS).nullable(),
    comment: p.text().nullable(),
    commentState: oneOf(COMMENT_STATES),
    counted: p.boolean().default(true).comment('Whether the share counts it; set by the rating job'),
    notCountedReason: p.string().nullable(),
    insider: oneOf(['STAFF', 'OWN'] as const).nullable().comment('Whose mark it was, once the contact that told it is erased: of the staff, or the deputy\'s own'),
    networkKey: p.string().nullable().comment('Hash of the network that it came from; finds bursts (rules §4)'),
    givenAt: instant(),
    givenOn: day(),
  },
});
export class Feedback extends FeedbackSchema.class {}
FeedbackSchema.setClass(Feedback);

const FeedbackLinkSchema = defineEntity({
  name: 'FeedbackLink',
  comment: 'A single-use link to mark one answer; only the hash of its token is kept',
  properties: {
    tokenHash: p.string().primary(),
    answer: () => p.manyToOne(Message).mapToPk().index(),
    validUntil: instant(),
    usedAt: instant().nullable(),
    continuationHash: p.string().nullable().unique().comment('Lets the page that recorded the mark add the rest'),
    continuationUntil: instant().nullable(),
  },
});
export class FeedbackLink extends FeedbackLinkSchema.class {}
FeedbackLinkSchema.setClass(FeedbackLink);
export { FeedbackSchema, FeedbackLinkSchema };
