import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { EMPTY_HEAD, type ChainHead } from './chain.js';
import { StreamCheck, type Fault, type StoredEntry } from './check.js';

/** Rows that are in memory at once. */
const BATCH = 2000;

/** One row of the read: an entry with the head of its stream, or, without an entry, the head of a stream that has none. */
interface Read {
  stream: string;
  id: string | null;
  position: number;
  event: string;
  move: string | null;
  from_status: string | null;
  to_status: string | null;
  actor_kind: string;
  actor_name: string;
  account: string | null;
  reason: string | null;
  text_digest: string | null;
  at: Date;
  prev_hash: string;
  hash: string;
  salt: string | null;
  text: string | null;
  head_position: number | null;
  head_hash: string | null;
}

export interface Verification {
  streams: number;
  entries: number;
  erasedTexts: number;
  /** In the order of streams and positions. */
  faults: Fault[];
  /** How many there are beyond those that were kept. */
  moreFaults: number;
  /** SHA-256 over «stream position hash\n» of every stream's end, streams in the order of bytes: keep it elsewhere, and compare. */
  digest: string;
}

/**
 * Reads the whole history once, in order and in one snapshot, with as many rows in memory as one batch has. It writes nothing and
 * fails where row-level security would hide a row from it.
 */
export async function verifyHistory(client: Client, keepFaults = 10): Promise<Verification> {
  const result: Verification = { streams: 0, entries: 0, erasedTexts: 0, faults: [], moreFaults: 0, digest: '' };
  const digest = createHash('sha256');
  let stream = null as { name: string; head: ChainHead | null; end: ChainHead; check: StreamCheck } | null;
  const endStream = (): void => {
    if (!stream) return;
    const { name, head, end, check } = stream;
    const faults = check.end();
    result.faults.push(...faults.slice(0, Math.max(0, keepFaults - result.faults.length)));
    result.moreFaults += faults.length;
    result.erasedTexts += check.erased;
    result.streams += 1;
    const { position, hash } = head ?? end;
    digest.update(`${name} ${position} ${hash}\n`);
  };

  await client.query('begin transaction isolation level repeatable read, read only');
  try {
    await client.query('set local row_security = off');
    await client.query(`declare history no scroll cursor for
      select coalesce(e.stream, h.stream) as stream, e.id, e.position, e.event, e.move, e.from_status, e.to_status, e.actor_kind, e.actor_name, e.account,
        e.reason, e.text_digest, e.at, e.prev_hash, e.hash, t.salt, t.text, h.position as head_position, h.hash as head_hash
      from history_entry e left join history_text t on t.entry_id = e.id full join history_head h on h.stream = e.stream
      order by coalesce(e.stream, h.stream) collate "C", e.position`);
    for (;;) {
      const { rows } = await client.query<Read>(`fetch ${BATCH} from history`);
      if (rows.length === 0) break;
      for (const row of rows) {
        if (stream?.name !== row.stream) {
          endStream();
          const head = row.head_position === null ? null : { position: row.head_position, hash: row.head_hash! };
          stream = { name: row.stream, head, end: EMPTY_HEAD, check: new StreamCheck(row.stream, head) };
        }
        if (row.id === null) continue;
        stream.check.add(entryOf(row, row.id));
        stream.end = { position: row.position, hash: row.hash };
        result.entries += 1;
      }
    }
    endStream();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
  result.moreFaults -= result.faults.length;
  result.digest = digest.digest('hex');
  return result;
}

const entryOf = (row: Read, id: string): StoredEntry => ({
  stream: row.stream, position: row.position, id, event: row.event, move: row.move, fromStatus: row.from_status, toStatus: row.to_status,
  actorKind: row.actor_kind, actorName: row.actor_name, account: row.account, reason: row.reason, textDigest: row.text_digest, at: row.at,
  prevHash: row.prev_hash, hash: row.hash, salt: row.salt, text: row.text,
});
