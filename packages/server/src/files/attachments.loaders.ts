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
  appealId: string;
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

/** Attachments of appeals, with those of their messages: one statement for any number of appeals. */
export const attachmentsOf = (db: Db, vault: Vault, audience: (appealId: string) => Audience): DataLoader<string, AttachmentRow[]> =>
  batchByOwner(async (ids) => {
    const rows = await db.selectFrom('attachment').where('appeal_id', 'in', [...ids]).orderBy('position').orderBy('id')
      .select(['id', 'appeal_id', 'message_id as messageId', 'name', 'kind', 'type', 'bytes', 'width', 'height', 'state', 'original_bytes as originalBytes', 'original_sha256 as sealedSha256']).execute();
    return rows.map(({ appeal_id: appealId, state, ...row }) => ({
      ...row, appealId: appealId!, messageId: row.messageId ?? null, width: row.width ?? null, height: row.height ?? null,
      name: vault.open('attachment.name', row.name), status: state as AttachmentRow['status'], audience: audience(appealId!),
    }));
  }, (row) => row.appealId);
