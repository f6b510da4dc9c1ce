import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { Refusal } from '../shared/refusal.js';
import { inspectArchive } from './inspect-archive.js';
import { inspectPdf } from './inspect-pdf.js';
import { FILE_RULES, TAKEN_TYPES, type FileRule } from './file-types.js';

/** What a file is, by its content alone. */
export interface Inspected {
  type: string;
  rule: FileRule;
}

/** Old office files, which hide macros and cannot be looked into without a parser of their own; protected new ones look the same. */
const OLD_OFFICE = 'application/x-cfb';
const HEAD = 64 * 1024;

/**
 * Looks at what came: its type, and for documents whether it holds anything that acts by itself. Photos are looked at by whoever
 * decodes them.
 * @throws Refusal
 */
export async function inspect(file: string, name: string): Promise<Inspected> {
  const type = await typeOf(file);
  const rule = type === null ? undefined : FILE_RULES[type];
  if (type === null || !rule) throw new Refusal(reasonFor(type), 'file', { taken: takenNames() });
  if (rule.kind === 'DOCUMENT') {
    if (rule.form === 'ARCHIVE') await inspectArchive(file);
    if (rule.form === 'PDF') await inspectPdf(file);
    if (rule.form === 'TEXT' && !/\.(txt|text|md|log)$/i.test(name)) throw new Refusal('FILE_TYPE_NOT_TAKEN', 'file', { taken: takenNames() });
  }
  return { type, rule };
}

/** Names of what is taken, for people: «jpg, png …». */
export const takenNames = (): string => TAKEN_TYPES.map((type) => FILE_RULES[type]!.extension).join(', ');

function reasonFor(type: string | null): string {
  if (type === null) return 'FILE_TYPE_NOT_TAKEN';
  if (type === OLD_OFFICE) return 'DOCUMENT_IS_OLD';
  return /macroenabled/i.test(type) ? 'DOCUMENT_HAS_MACROS' : 'FILE_TYPE_NOT_TAKEN';
}

async function typeOf(file: string): Promise<string | null> {
  const found = await fileTypeFromFile(file).catch(() => undefined);
  if (found) return found.mime.startsWith('image/apng') ? 'image/png' : found.mime;
  const handle = await open(file);
  try {
    return await isText(handle) ? 'text/plain' : null;
  } finally {
    await handle.close();
  }
}

/** Plain words: no control characters anywhere, and nothing that a program would take for a page or a drawing. */
async function isText(handle: FileHandle): Promise<boolean> {
  const buffer = Buffer.alloc(HEAD);
  let isFirst = true;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, HEAD);
    if (bytesRead === 0) return !isFirst;
    const part = buffer.subarray(0, bytesRead);
    if (part.some((byte) => (byte < 0x20 && byte !== 0x09 && byte !== 0x0A && byte !== 0x0C && byte !== 0x0D) || byte === 0x7F)) return false;
    if (isFirst && /^(?:\uFEFF|\xEF\xBB\xBF)?\s*(?:<[!?a-z]|#!|%!)/i.test(part.subarray(0, 1_024).toString('latin1'))) return false;
    if (/<(?:script|svg|html|iframe|object)\b/i.test(part.toString('latin1'))) return false;
    isFirst = false;
  }
}
