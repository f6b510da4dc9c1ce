import { defineEntity, p } from '@mikro-orm/core';
import { Appeal } from '../appeals/appeal.entity.js';
import { Message } from '../appeals/message.entity.js';
import { id, instant, oneOf, sealed } from '../db/columns.js';
import { Partner } from '../partners/partner.entity.js';
import { ATTACHMENT_KINDS } from './file-types.js';

/** How far a file has come: being stored, waiting for the virus scanner, to be had, or refused by the scanner and removed. */
export const ATTACHMENT_STATES = ['STORING', 'SCANNING', 'READY', 'INFECTED'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

const AttachmentSchema = defineEntity({
  name: 'Attachment',
  comment: 'A photo or document of an appeal or of a message; without an appeal it is an upload that waits to be attached (docs/adr/0018)',
  indexes: [
    { name: 'attachment_waiting', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} (created_at) where appeal_id is null` },
  ],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk().nullable().deleteRule('restrict').index(),
    message: () => p.manyToOne(Message).mapToPk().nullable().deleteRule('restrict').index().comment('The message that it came with; null: the letter itself'),
    position: p.integer().default(0).comment('Order within the letter, from 1'),
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
    attachedAt: instant().nullable(),
  },
});
export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);
export { AttachmentSchema };
