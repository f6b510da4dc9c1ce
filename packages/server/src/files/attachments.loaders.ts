import type DataLoader from 'dataloader';
import type { Db } from '../db/orm.js';
import { batchByOwner } from '../shared/loader.js';
import type { Vault } from '../shared/vault.js';
import type { AttachmentState } from './attachment.entity.js';
import type { AttachmentKind } from './file-types.js';
import type { Audience } from './links.js';

/** An attachment as the API shows it, with whom its links are made for. */
export interface AttachmentRow {
  id: string;
  /** The appeal, or the draft, that it belongs to. */
  ownerId: string;
  /** Null: it stands in a draft, and is nothing of the appeal so far. */
  appealId: string | null;
  messageId: string | null;
  name: string;
  kind: AttachmentKind;
  type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  status: Exclude<AttachmentState, 'STORING'>;
  originalBytes: number;
  /** Closed; opened only for those who may have it. */
  sealedSha256: string;
  audience: Audience;
}

/** Attachments by what they belong to: one statement for any number of owners. */
const attachmentsBy = (column: 'appeal_id' | 'draft_id' | 'kept_draft_id') =>
  (db: Db, vault: Vault, audience: (ownerId: string) => Audience): DataLoader<string, AttachmentRow[]> =>
    batchByOwner(async (ids) => {
      const rows = await db.selectFrom('attachment').where(column, 'in', [...ids]).orderBy('position').orderBy('id')
        .select(['id', `${column} as ownerId`, 'appeal_id as appealId', 'message_id as messageId', 'name', 'kind', 'type', 'bytes', 'width', 'height', 'state', 'original_bytes as originalBytes', 'original_sha256 as sealedSha256']).execute();
      return rows.map(({ ownerId, state, ...row }) => ({
        ...row, ownerId: ownerId!, appealId: row.appealId ?? null, messageId: row.messageId ?? null, width: row.width ?? null, height: row.height ?? null,
        name: vault.open('attachment.name', row.name), status: state as AttachmentRow['status'], audience: audience(ownerId!),
      }));
    }, (row) => row.ownerId);

/** Of appeals, with what came with their messages. */
export const attachmentsOf = attachmentsBy('appeal_id');
/** Of drafts of answers, by their appeals; the caller asks `canDraft` first. */
export const attachmentsOfDrafts = attachmentsBy('draft_id');
/** Of unsent answers that were kept. */
export const attachmentsOfKeptDrafts = attachmentsBy('kept_draft_id');
