import { digestOfText, EMPTY_HEAD, entryHash, type ChainedEntry, type ChainHead } from './chain.js';

/** An entry as the database holds it, with the words that are still there. */
export interface StoredEntry extends ChainedEntry {
  readonly prevHash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly text: string | null;
}

/** What can be wrong with a stream. */
export const FAULTS = [
  'ENTRY_CHANGED', 'ENTRY_MISSING', 'ENTRY_EXTRA', 'PREVIOUS_HASH_FOREIGN', 'TAIL_CUT', 'HEAD_MISSING', 'HEAD_CHANGED', 'TEXT_CHANGED', 'TEXT_MISSING',
] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly stream: string;
  readonly position: number;
  /** Of the row that is wrong; null where it is gone. */
  readonly id: string | null;
}

/** The event that explains why words before it in its stream are gone. */
const ERASURE = 'DATA_ERASED';

/**
 * Checks one stream, entry after entry in the order of positions. After a fault it goes on from what is stored, so that one change is
 * one fault and not as many as come behind it.
 */
export class StreamCheck {
  readonly faults: Fault[] = [];
  /** Words that were erased, with an erasure on record behind them. */
  erased = 0;
  private at: ChainHead = EMPTY_HEAD;
  private textsGone: Fault[] = [];

  /** @param head where the stream says that it ends; null when it says nothing */
  constructor(private readonly stream: string, private readonly head: ChainHead | null) {}

  add(entry: StoredEntry): void {
    const { position, id } = entry;
    const isNext = position === this.at.position + 1;
    if (position > this.at.position + 1) this.found('ENTRY_MISSING', this.at.position + 1, null);
    else if (!isNext || position > (this.head?.position ?? Infinity)) this.found('ENTRY_EXTRA', position, id);
    if (entryHash(entry, entry.prevHash) !== entry.hash) this.found('ENTRY_CHANGED', position, id);
    else if (isNext && entry.prevHash !== this.at.hash) this.found('PREVIOUS_HASH_FOREIGN', position, id);
    if (entry.event === ERASURE) {
      this.erased += this.textsGone.length;
      this.textsGone = [];
    }
    this.checkText(entry);
    this.at = { position, hash: entry.hash };
  }

  /** @returns everything that is wrong with the stream, in order */
  end(): Fault[] {
    this.faults.push(...this.textsGone);
    if (!this.head) this.found('HEAD_MISSING', this.at.position, null);
    else if (this.head.position > this.at.position) this.found('TAIL_CUT', this.at.position + 1, null);
    else if (this.head.position === this.at.position && this.head.hash !== this.at.hash) this.found('HEAD_CHANGED', this.at.position, null);
    return this.faults.toSorted((a, b) => a.position - b.position);
  }

  private checkText({ position, id, textDigest, salt, text }: StoredEntry): void {
    if (text === null || salt === null) {
      if (textDigest !== null) this.textsGone.push({ kind: 'TEXT_MISSING', stream: this.stream, position, id });
    } else if (digestOfText(salt, text) !== textDigest) this.found('TEXT_CHANGED', position, id);
  }

  private found(kind: FaultKind, position: number, id: string | null): void {
    this.faults.push({ kind, stream: this.stream, position, id });
  }
}

/** Everything that is wrong with one stream that is read at once. */
export function checkStream(stream: string, entries: readonly StoredEntry[], head: ChainHead | null): Fault[] {
  const check = new StreamCheck(stream, head);
  for (const entry of entries) check.add(entry);
  return check.end();
}
