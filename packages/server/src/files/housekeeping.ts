import { sql } from 'kysely';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { addJob } from '../shared/jobs.js';
import type { Vault } from '../shared/vault.js';
import { WAITING } from './attachment.entity.js';
import { opened } from './cipher.js';
import { Scanner } from './scanner.js';
import type { FileStore } from './store.js';

/** Uploads that nobody attached are kept for so long. */
const WAITING_MS = 24 * 60 * 60 * 1000;
/** Uploads that one run removes at most. */
const PER_RUN = 1_000;

/** Takes the files of an appeal and of its drafts away with it, in the transaction that erases the appeal; the store follows by a job. */
export async function forgetFilesOf(em: Em, db: Db, appealId: string): Promise<number> {
  const gone = await db.deleteFrom('attachment')
    .where((eb) => eb.or([eb('appeal_id', '=', appealId), eb('draft_id', '=', appealId), eb('kept_draft_id', 'in', eb.selectFrom('kept_draft').where('appeal_id', '=', appealId).select('id'))]))
    .returning('id').execute();
  if (gone.length > 0) await addJob(em, 'remove_files', { attachmentIds: gone.map(({ id }) => id) });
  return gone.length;
}

/** What the worker does with files. */
export class FilesHousekeeping {
  private readonly scanner: Scanner | null;

  constructor(
    private readonly orm: Orm, private readonly clock: Clock, private readonly vault: Vault, private readonly store: FileStore, { scanner }: Pick<Config, 'scanner'>,
  ) {
    this.scanner = scanner && new Scanner(scanner);
  }

  /** What stood in a draft that is gone waits its day as well. @returns how many uploads were let go; the files follow by a job */
  async forgetUploads(): Promise<number> {
    return transaction(this.orm, SYSTEM, async (em) => {
      await sql`update attachment set attached_at = null, created_at = ${this.clock.now()} where ${sql.raw(WAITING)} and attached_at is not null`.execute(rowsOf(em));
      const { rows } = await sql<{ id: string }>`delete from attachment where id in (
          select id from attachment where ${sql.raw(WAITING)} and created_at < ${new Date(this.clock.now().getTime() - WAITING_MS)} order by created_at limit ${PER_RUN} for update skip locked)
        returning id`.execute(rowsOf(em));
      if (rows.length > 0) await addJob(em, 'remove_files', { attachmentIds: rows.map(({ id }) => id) });
      return rows.length;
    });
  }

  /** Run again, it removes what is left. */
  async removeFiles(attachmentIds: readonly string[]): Promise<number> {
    for (const id of attachmentIds) await this.store.remove(id);
    return attachmentIds.length;
  }

  /** Asks the scanner about a file that waits for it. @throws ScannerError: the job is tried again */
  async scan(attachmentId: string): Promise<'READY' | 'INFECTED' | 'GONE'> {
    const row = await rowsFor(this.orm, SYSTEM).selectFrom('attachment').where('id', '=', attachmentId).where('state', '=', 'SCANNING').select(['id', 'file_key']).executeTakeFirst();
    if (!row) return 'GONE';
    const content = opened(await this.store.get(attachmentId, 'original'), this.vault.open('attachment.file_key', row.file_key), 'original');
    // Without a scanner, since it was taken out of the settings, nothing waits for one.
    const state = this.scanner && await this.scanner.scan(content) === 'INFECTED' ? 'INFECTED' as const : 'READY' as const;
    content.destroy();
    await rowsFor(this.orm, SYSTEM).updateTable('attachment').where('id', '=', attachmentId).set({ state }).execute();
    if (state === 'INFECTED') await this.store.remove(attachmentId);
    return state;
  }
}
