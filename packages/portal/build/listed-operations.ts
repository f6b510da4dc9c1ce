import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { print, type DocumentNode } from 'graphql';
import type { Plugin } from 'vite';

/**
 * Codegen's side: notes the text of each operation under its sha256, and gives the generated document that hash (`__meta__`),
 * which the client sends in place of the text. `asSent` makes of a document what the client would send.
 */
export function listOperations(file: string, asSent: (document: DocumentNode) => DocumentNode = (document) => document) {
  const texts: Record<string, string> = {};
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '{}');
  return (document: DocumentNode): { hash: string } => {
    const text = print(asSent(document));
    const hash = createHash('sha256').update(text).digest('hex');
    texts[hash] = text;
    writeFileSync(file, JSON.stringify(texts));
    return { hash };
  };
}

/** The build's side: lays the list beside the pages, where the server reads it at its start and hands it to nobody. */
export function listedOperations(file: string): Plugin {
  return {
    name: 'listed-operations',
    apply: 'build',
    generateBundle() {
      if (existsSync(file)) this.emitFile({ type: 'asset', fileName: 'operations.json', source: readFileSync(file, 'utf8') });
    },
  };
}
