import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../shared/refusal.js';

/** What an office document may unfold to; the largest that people send stay far below. */
const MAX_UNFOLDED_BYTES = 250 * 1024 * 1024;
const MAX_ENTRIES = 5_000;
/** Relations and content types are small; what is larger is not looked into. */
const MAX_READ_BYTES = 2 * 1024 * 1024;

/** Programs inside: macros of both families, ActiveX, packed objects. */
const ACTS = /(^|\/)(vbaProject(Signature)?\.bin|vbaData\.xml)$|^xl\/macrosheets\/|\/activeX\/|\/embeddings\/[^/]*\.(bin|ole|exe)$|^(Basic|Scripts)\/.+|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|lnk)$/i;
const READ = /(^|\/)\[Content_Types\]\.xml$|\.rels$|(^|\/)META-INF\/manifest\.xml$/i;
/** A template from elsewhere brings its macros when the document is opened. */
const ACTS_IN_TEXT = /macroEnabled|attachedTemplate"[^>]*TargetMode="External|TargetMode="External"[^>]*attachedTemplate|frame"[^>]*TargetMode="External|application\/vnd\.sun\.star\.basic/i;
const ENCRYPTED_IN_TEXT = /manifest:encryption-data/;

/**
 * Unfolds an office document without keeping it: what it says of its own sizes is not believed.
 * @throws Refusal when it unfolds to too much, acts by itself, is closed by a password or is broken
 */
export async function inspectArchive(file: string): Promise<void> {
  let archive: ZipFile;
  try {
    // Looks for the end of the archive at the end of the file: with anything behind it, this fails.
    archive = await new Promise((resolve, reject) => {
      yauzl.open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
  } catch {
    throw new Refusal('FILE_BROKEN', 'file');
  }
  try {
    if (archive.entryCount > MAX_ENTRIES) throw new Refusal('DOCUMENT_UNFOLDS', 'file');
    if (archive.comment.length > 0) throw new Refusal('FILE_AMBIGUOUS', 'file');
    let unfolded = 0;
    for await (const entry of entriesOf(archive)) {
      if ((entry.generalPurposeBitFlag & 1) !== 0) throw new Refusal('DOCUMENT_IS_LOCKED', 'file');
      if (ACTS.test(entry.fileName)) throw new Refusal('DOCUMENT_HAS_MACROS', 'file');
      unfolded = await measure(archive, entry, unfolded);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('FILE_BROKEN', 'file');
  } finally {
    archive.close();
  }
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      archive.once('entry', resolve).once('end', () => resolve(null)).once('error', reject);
      archive.readEntry();
    });
    archive.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
    if (entry === null) return;
    yield entry;
  }
}

/** Counts what one entry unfolds to, on top of `before`. */
async function measure(archive: ZipFile, entry: Entry, before: number): Promise<number> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const read: Buffer[] | null = READ.test(entry.fileName) && entry.uncompressedSize <= MAX_READ_BYTES ? [] : null;
  let total = before;
  for await (const chunk of stream) {
    total += (chunk as Buffer).length;
    if (total > MAX_UNFOLDED_BYTES) {
      stream.destroy();
      throw new Refusal('DOCUMENT_UNFOLDS', 'file');
    }
    read?.push(chunk as Buffer);
  }
  const text = read && Buffer.concat(read).toString('utf8');
  if (text && ACTS_IN_TEXT.test(text)) throw new Refusal('DOCUMENT_HAS_MACROS', 'file');
  if (text && ENCRYPTED_IN_TEXT.test(text)) throw new Refusal('DOCUMENT_IS_LOCKED', 'file');
  return total;
}
