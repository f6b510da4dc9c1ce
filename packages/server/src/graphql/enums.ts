/** GraphQL enums are made from the same lists of words that the rules use: ['A', 'B'] → { A: 'A', B: 'B' }. */
export function asEnum<T extends string>(words: readonly T[]): { [K in T]: K } {
  return Object.fromEntries(words.map((word) => [word, word])) as { [K in T]: K };
}
