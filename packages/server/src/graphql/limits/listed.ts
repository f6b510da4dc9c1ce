import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../config.js';

/** The operations of the console's and the portal's builds, by the hash of their text. Nothing a client sends gets on the list. */
export class ListedOperations {
  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /** Reads what the builds laid beside their pages; a site that was not built has none. */
  static load(files: readonly string[] = BUILDS): ListedOperations {
    return new ListedOperations(new Map(files.filter((file) => existsSync(file)).flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>))));
  }

  textOf(hash: string): string | undefined {
    return this.texts.get(hash);
  }
}

const BUILDS = ['admin', 'portal'].map((site) => path.join(PROJECT_ROOT, 'packages', site, 'dist', 'operations.json'));
