import { defineEntity, p } from '@mikro-orm/core';
import { AnswerDraft } from '../appeals/answer-draft.entity.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { KeptDraft } from '../appeals/kept-draft.entity.js';
import { Message } from '../appeals/message.entity.js';
import { id, instant, oneOf, sealed } from '../db/columns.js';
import { Partner } from '../partners/partner.entity.js';
import { ATTACHMENT_KINDS } from './file-types.js';

/** How far a file has come: being stored, waiting for the virus scanner, to be had, or refused by the scanner and removed. */
export const ATTACHMENT_STATES = ['STORING', 'SCANNING', 'READY', 'INFECTED'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** What is nobody's yet, or nobody's any more. */
export const WAITING = 'appeal_id is null and draft_id is null and kept_draft_id is null';

const AttachmentSchema = defineEntity({
  name: 'Attachment',
  comment: 'A photo or document of an appeal, of a message or of a draft; without any of them it is an upload that waits to be attached (docs/adr/0018)',
  checks: [{ name: 'attachment_one_place_check', expression: 'num_nonnulls(appeal_id, draft_id, kept_draft_id) <= 1' }],
  indexes: [
    { name: 'attachment_waiting', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} (created_at) where ${WAITING}` },
  ],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk().nullable().deleteRule('restrict').index(),
    message: () => p.manyToOne(Message).mapToPk().nullable().deleteRule('restrict').index().comment('The message that it came with; null: the letter itself'),
    draft: () => p.manyToOne(AnswerDraft).mapToPk().fieldName('draft_id').nullable().deleteRule('set null').index().comment('The draft of an answer that it stands in; it is nothing of the appeal before it is sent'),
    keptDraft: () => p.manyToOne(KeptDraft).mapToPk().nullable().deleteRule('set null').index().comment('The unsent answer that it stayed with'),
    position: p.integer().default(0).comment('Order within the letter or the draft, from 1'),
    tokenHash: p.string().columnType('char(64)').unique().comment('Hash of the secret that attaches the upload'),
    account: p.string().nullable().comment('Who of the console uploaded it'),
    partner: () => p.manyToOne(Partner).mapToPk().nullable().deleteRule('restrict').comment('Whose app uploaded it'),
    state: oneOf(ATTACHMENT_STATES),
    kind: oneOf(ATTACHMENT_KINDS),
    name: sealed('name').comment('As the file is given out; encrypted, since people name files after themselves'),
    type: p.string().comment('Media type of what is given out'),
    bytes: p.integer().comment('Of what is given out'),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    fileKey: sealed('file_key').comment('The key of the stored files, closed by the ring'),
    originalType: p.string(),
    originalBytes: p.integer(),
    originalSha256: sealed('original_sha256').comment('Of the file as it came, before anything was changed'),
    takenAt: sealed('taken_at').nullable().comment("The camera's own time, with its offset where it knows it"),
    takenPlace: sealed('taken_place').nullable().comment('Latitude and longitude as JSON'),
    createdAt: instant(),
    attachedAt: instant().nullable().comment('To a letter, or to a draft; where both are gone it is let go'),
  },
});
export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);
export { AttachmentSchema };
