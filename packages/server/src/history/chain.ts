/**
 * How the record is chained: pure, so that whoever has the rows can make the hashes again, in this language or another
 * (docs/adr/0010-chained-history.md). What is written, loaded in bulk and verified goes through these functions alone.
 */
import { hash } from 'node:crypto';

/** What stands before the first entry of a stream: 32 zero bytes in base64url. */
export const GENESIS = 'A'.repeat(43);

/** Everything of an entry that means something, as it is kept. */
export interface ChainedEntry {
  readonly stream: string;
  /** 1, 2, 3 … within the stream. */
  readonly position: number;
  readonly id: string;
  readonly event: string;
  readonly move: string | null;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
  readonly actorKind: string;
  readonly actorName: string;
  readonly account: string | null;
  readonly reason: string | null;
  /** The salted digest of the words, which can be erased themselves; null where nothing was said. */
  readonly textDigest: string | null;
  readonly at: Date;
}

/** Where a stream ends. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

export const EMPTY_HEAD: ChainHead = { position: 0, hash: GENESIS };

const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** Names the way of counting, so that a later one can live beside it. */
const VERSION = 'history-1';

/**
 * SHA-256 in base64url over a JSON array without spaces: version, hash before, then the fields in this order. An array of strings,
 * numbers and nulls cannot be read in two ways, whatever stands in the strings.
 */
export function entryHash(entry: ChainedEntry, before: string): string {
  return sha256(JSON.stringify([
    VERSION, before, entry.stream, entry.position, entry.id, entry.event, entry.move, entry.fromStatus, entry.toStatus, entry.actorKind,
    entry.actorName, entry.account, entry.reason, entry.textDigest, entry.at.toISOString(),
  ]));
}

/** The digest that stands in the chain for words. The salt is random and goes with the words: short words cannot be guessed afterwards. */
export const digestOfText = (salt: string, text: string): string => sha256(JSON.stringify([VERSION, salt, text]));

/** The entry's own hash and where the stream ends with it. */
export const appended = (entry: ChainedEntry, before: ChainHead): ChainHead => ({ position: entry.position, hash: entryHash(entry, before.hash) });
