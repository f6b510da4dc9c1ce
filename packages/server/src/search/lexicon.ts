import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from '../db/orm.js';
import type { Meaning } from './search-plan.js';
import { SAME_WORD, SYNONYMS } from './synonyms.js';

/** So many words are remembered with their stems; a stem never changes while the server runs. */
const REMEMBERED = 50_000;

type Groups = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Stems as PostgreSQL itself makes them, so that a question has the words of the index; asked once for each word. */
export class Lexicon implements Meaning {
  private readonly stems = new LRUCache<string, { stem: string | null }>({ max: REMEMBERED });
  private forms: ReadonlyMap<string, readonly string[]> | null = null;
  private synonyms: Groups | null = null;

  /** Learns the stems of these words, and at the first time those of the words for the same. At most one statement. */
  async learn(db: Db, words: readonly string[]): Promise<void> {
    const listed = this.synonyms ? [] : [...SAME_WORD, ...SYNONYMS].flat().flatMap((phrase) => phrase.split(/[ -]/));
    const unknown = [...new Set([...words, ...listed])].filter((word) => !this.stems.has(word));
    if (unknown.length > 0) {
      const { rows } = await sql<{ word: string; stem: string | null }>`
        select w.word, (tsvector_to_array(to_tsvector('russian', w.word)))[1] as stem from unnest(${unknown}::text[]) as w (word)`.execute(db);
      for (const { word, stem } of rows) this.stems.set(word, { stem });
    }
    if (this.synonyms) return;
    this.forms = this.sameWord();
    this.synonyms = this.groups();
  }

  /** Null for a word too small to be indexed (в, и, на). */
  stemOf(word: string): string | null {
    return this.stems.get(word)?.stem ?? null;
  }

  formsOf(stem: string): readonly string[] {
    return this.forms?.get(stem) ?? [];
  }

  synonymsOf(stem: string, around: ReadonlySet<string>): readonly (readonly string[])[] {
    const groups = this.synonyms?.get(stem) ?? [];
    const found = new Map<string, readonly string[]>();
    for (const group of groups) {
      const [own = '', ...phrase] = group;
      // The first of a group is by what it was entered: a whole phrase must stand in the question.
      if (own.split(' ').every((part) => around.has(part))) for (const other of phrase) found.set(other, other.split(' '));
    }
    return [...found.values()];
  }

  private sameWord(): ReadonlyMap<string, readonly string[]> {
    const forms = new Map<string, string[]>();
    for (const words of SAME_WORD) {
      const stems = [...new Set(words.map((word) => this.stemOf(word)).filter((stem) => stem !== null))];
      for (const stem of stems) forms.set(stem, [...(forms.get(stem) ?? []), ...stems.filter((other) => other !== stem)]);
    }
    return forms;
  }

  /** By each stem: what it is part of, followed by what else the group says. */
  private groups(): Groups {
    const groups = new Map<string, string[][]>();
    for (const words of SYNONYMS) {
      const phrases = [...new Set(words.map((phrase) => phrase.split(/[ -]/).map((word) => this.stemOf(word)).filter((stem) => stem !== null).join(' ')))].filter((phrase) => phrase !== '');
      for (const phrase of phrases) {
        for (const stem of phrase.split(' ')) groups.set(stem, [...(groups.get(stem) ?? []), [phrase, ...phrases.filter((other) => other !== phrase)]]);
      }
    }
    return groups;
  }
}
