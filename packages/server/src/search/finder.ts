import { sql } from 'kysely';
import type { Db } from '../db/orm.js';
import { meantInRussian } from './keyboard.js';
import { Lexicon } from './lexicon.js';
import { distance } from './nearness.js';
import { FREQUENT, looseOf, LOOSE_FROM, planSearch, RARE, readings, weightOf, type Near, type SearchPlan } from './search-plan.js';
import { readTyped, type Typed, type Wanted } from './typed.js';

/** One Russian for the whole server. */
const LEXICON = new Lexicon();

/** So many of the best can be paged through. */
export const RANKED_APPEALS = 500;
/** With so many by the words as they were typed nothing else is looked for. */
const ENOUGH = 10;
/** Up to here it matters to a word's weight how many appeals have it. */
const COUNTED = FREQUENT;
/** A word that no more appeals have may be a slip; the words near to it are tried as well. */
const MAYBE_SLIP = 1;
const NEAR_WORDS = 4;
const CYRILLIC = /^[а-я]{4,}$/;

/** The filters that a search is within, as the door of the database reads them (db/walls/search-doors.ts). */
export type Asked = Readonly<Record<string, unknown>>;

/** A word of the question that was taken for others. */
export interface Taken {
  readonly typed: string;
  readonly as: readonly string[];
}

/** How a question to the index is to be asked, once it is clear what was meant. */
export interface Understood {
  readonly plan: SearchPlan;
  /** What an appeal must have to be found at all. */
  readonly wanted: string;
  readonly weights: readonly number[];
  /** How many appeals have everything as it was typed, counted no further than is needed to know. */
  readonly exact: number;
  /** Whether `exact` is all of them. */
  readonly exactIsAll: boolean;
  readonly taken: readonly Taken[];
  /** The best first, at most RANKED_APPEALS. */
  readonly best: readonly string[];
  /** Whether these are all that the question finds. */
  readonly whole: boolean;
  /** So many were looked at to find the best. */
  readonly looked: number;
  /** Whether that was everything that the question finds. */
  readonly lookedAtAll: boolean;
}

type Ranked = Pick<Understood, 'best' | 'whole' | 'looked' | 'lookedAtAll'>;

/** What a line of the search box comes to: one appeal by its number, nothing that could be looked for, or a question. */
export type Found = { readonly number: string } | { readonly number: null; readonly understood: Understood | null };

/** Finds appeals by words, inside the actor's walls: the database's doors know who acts. */
export class Finder {
  constructor(private readonly db: Db) {}

  /**
   * Looks for a line within filters. Three statements where the words are met as they were typed, at most eight where they are not.
   * @param now freshness counts from it
   */
  async find(line: string, asked: Asked, now: Date): Promise<Found> {
    const typed = readTyped(line);
    if (typed.number !== null) return { number: typed.number };
    const russianOf = (wanted: Wanted): string[] => (wanted.kind === 'WORD' && /[a-z]/i.test(wanted.typed) ? meantInRussian(wanted.typed) : []);
    await LEXICON.learn(this.db, [...typed.wanted.flatMap((wanted) => [...wanted.words, ...readings(wanted, () => russianOf(wanted))]), ...typed.unwanted]);
    const plan = planSearch(typed, LEXICON, russianOf);
    if (!plan) return { number: null, understood: null };
    const even = plan.terms.map(() => 1);
    const ranked = await this.found(plan.strict, plan, even, asked, now);
    if (ranked.best.length >= ENOUGH) {
      const taken = await this.taken(plan, new Map(), russianOf);
      return { number: null, understood: { plan, wanted: plan.strict, weights: even, exact: ranked.best.length, exactIsAll: ranked.whole, taken, ...ranked } };
    }
    return { number: null, understood: await this.widened(typed, plan, russianOf, ranked, asked, now) };
  }

  /** Everything that a question finds, as a condition on ids in no order. */
  idsFound({ plan, wanted, exact, best, whole }: Understood, asked: Asked): ReturnType<typeof sql<string>> {
    // Sorted by anything but relevance, what only resembles the question would push away what answers it.
    const only = exact > 0 ? plan.strict : wanted;
    if (exact === 0 && whole) return sql<string>`select unnest(${[...best]}::uuid[])`;
    return sql<string>`select f.id from search_found(${only}, '{}', '{}', '{}', '{}', ${JSON.stringify(asked)}::jsonb, now(), null) f`;
  }

  /** How many a question finds, counted up to `most`, unless looking for the best has told it. @param ranked whether the best come first, with what only resembles the question among them */
  async count({ plan, wanted, exact, exactIsAll, looked, lookedAtAll }: Understood, asked: Asked, most: number, ranked: boolean): Promise<number> {
    const only = exact > 0 && !ranked ? plan.strict : wanted;
    const [known, all] = only === wanted ? [looked, lookedAtAll] : [exact, exactIsAll];
    return all || known >= most ? Math.min(known, most) : (await this.counted([only], asked, most))[0]!;
  }

  private async widened(typed: Typed, first: SearchPlan, russianOf: (wanted: Wanted) => string[], exactly: Ranked, asked: Asked, now: Date): Promise<Understood> {
    const asTyped = await this.counted([...first.terms.map(({ exact }) => exact), ...first.terms.flatMap(({ begun }) => begun ?? [])], {}, COUNTED);
    const own = asTyped.slice(0, first.terms.length);
    // What something begins with is no slip.
    const isBegun = (asTyped[first.terms.length] ?? 0) > MAYBE_SLIP;
    const missed = first.terms.filter(({ wanted, begun }, at) => own[at]! <= MAYBE_SLIP && wanted.kind === 'WORD' && !(begun && isBegun)).map(({ wanted }) => wanted);
    const near = await this.nearTo(missed, russianOf);
    const plan = near.size > 0 ? planSearch(typed, LEXICON, russianOf, near)! : first;
    const like = await this.likely(plan, own);
    const loose = looseOf(plan, own, like);
    const weights = plan.terms.map((_, at) => weightOf(Math.min(own[at]! > 0 ? own[at]! : like[at]!, COUNTED)));
    let { wanted } = loose;
    let ranked = await this.found(wanted, plan, weights, asked, now);
    if (loose.else !== null && ranked.best.length < ENOUGH) ranked = await this.found((wanted = loose.else), plan, weights, asked, now);
    const taken = await this.taken(plan, near, russianOf);
    return { plan, wanted, weights, exact: exactly.best.length, exactIsAll: exactly.whole, taken, ...ranked };
  }

  /** How many appeals have each term by any word, as far as that decides anything: what may be missing, and what an unmet word weighs. */
  private async likely(plan: SearchPlan, own: readonly number[]): Promise<number[]> {
    const asked = plan.terms.map(({ like }, at) => ({ like, at })).filter(({ at }) => own[at] === 0 || (plan.terms.length >= LOOSE_FROM && own[at]! <= RARE));
    const counts = asked.length > 0 ? await this.counted(asked.map(({ like }) => like), {}, COUNTED) : [];
    const known = new Map(asked.map(({ at }, place) => [at, counts[place]!]));
    return plan.terms.map((_, at) => known.get(at) ?? own[at]!);
  }

  /** The words that came instead of a typed one: near ones, or what its keys or sounds write in Russian. */
  private async taken(plan: SearchPlan, near: ReadonlyMap<string, readonly Near[]>, russianOf: (wanted: Wanted) => string[]): Promise<Taken[]> {
    const russian = plan.terms.flatMap(({ wanted }) => russianOf(wanted).map((word) => ({ typed: wanted.typed, word, stem: LEXICON.stemOf(word) })));
    const there = russian.length > 0 ? await this.counted(russian.map(({ stem }) => `'${stem ?? ''}'`), {}, 1) : [];
    const taken = new Map<string, string[]>();
    russian.forEach(({ typed, word }, at) => there[at]! > 0 && taken.set(typed, [...(taken.get(typed) ?? []), word]));
    for (const [typed, words] of near) if (words.length > 0) taken.set(typed, [...(taken.get(typed) ?? []), ...words.map((word) => word.near)]);
    return [...taken].map(([typed, as]) => ({ typed, as: [...new Set(as)] }));
  }

  /** Known words near to those that nothing was found by, the likeliest first. */
  private async nearTo(missed: readonly Wanted[], russianOf: (wanted: Wanted) => string[]): Promise<Map<string, Near[]>> {
    const found = new Map<string, Near[]>();
    const tries = missed.map((wanted) => ({ typed: wanted.typed, words: [...new Set([...wanted.words, ...russianOf(wanted)])].filter((word) => CYRILLIC.test(word)) }));
    const words = [...new Set(tries.flatMap((one) => one.words))];
    if (words.length === 0) return found;
    const { rows } = await sql<{ word: string; near: string; stem: string; appeals: number }>`
      select word, near, stem, appeals from search_words_near(${words}::text[])`.execute(this.db);
    for (const { typed, words: of } of tries) {
      const nearest = rows.filter(({ word }) => of.includes(word))
        .map((row) => ({ ...row, far: distance(row.word, row.near) }))
        .filter((row): row is typeof row & { far: number } => row.far !== null)
        .sort((a, b) => a.far - Math.log10(a.appeals) / 3 - (b.far - Math.log10(b.appeals) / 3));
      const byStem = new Map(nearest.reverse().map((row) => [row.stem, row]));
      const least = nearest.at(-1)?.far ?? 0;
      const chosen = [...byStem.values()].reverse().filter(({ far }) => far <= least + 1).slice(0, NEAR_WORDS);
      if (chosen.length > 0) found.set(typed, chosen.map(({ near, stem }) => ({ near, stem })));
    }
    return found;
  }

  private async found(wanted: string, plan: SearchPlan, weights: readonly number[], asked: Asked, now: Date): Promise<Ranked> {
    const better = plan.terms.length > 1 || wanted !== plan.strict ? [plan.strict, ...(wanted === plan.strict ? [] : [plan.wide])] : [];
    const sum = weights.reduce((all, one) => all + one, 0);
    const { rows } = await sql<{ id: string; whole: boolean; looked: number }>`
      select id, whole, looked from search_found(${wanted}, ${plan.terms.map(({ exact }) => exact)}::text[], ${plan.terms.map(({ like }) => like)}::text[],
        ${weights.map((weight) => weight / sum)}::float8[], ${better}::text[], ${JSON.stringify(asked)}::jsonb, ${now}::timestamptz, ${RANKED_APPEALS})`.execute(this.db);
    const { whole: lookedAtAll, looked } = rows[0] ?? { whole: true, looked: 0 };
    return { best: rows.map(({ id }) => id), whole: lookedAtAll && rows.length === looked, looked, lookedAtAll };
  }

  private async counted(queries: readonly string[], asked: Asked, most: number): Promise<number[]> {
    const { rows: [row] } = await sql<{ counts: number[] }>`select search_counted(${[...queries]}::text[], ${JSON.stringify(asked)}::jsonb, ${most}, ${most <= COUNTED}) as counts`.execute(this.db);
    return row!.counts;
  }
}
