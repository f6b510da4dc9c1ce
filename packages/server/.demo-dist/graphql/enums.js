/** GraphQL enums are made from the same lists of words that the rules use: ['A', 'B'] → { A: 'A', B: 'B' }. */
export function asEnum(words) {
    return Object.fromEntries(words.map((word) => [word, word]));
}
