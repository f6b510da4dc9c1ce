const SHINGLE = 5;
/** The runs of five words of a text, in lower case and with ё as е. */
export function shingles(text) {
    const words = text.toLowerCase().replaceAll('ё', 'е').match(/[\p{L}\p{N}]+/gu) ?? [];
    const found = new Set();
    for (let i = 0; i + SHINGLE <= words.length; i += 1)
        found.add(words.slice(i, i + SHINGLE).join(' '));
    return found;
}
/**
 * How much of an answer repeats the deputy's earlier answers: the share of its runs of five words that stand in one of them.
 * 0 is all new, 1 is a template; null when the answer is too short to tell (rules §4, «неформальность» by evidence).
 */
export function templateShare(answer, earlier) {
    const own = shingles(answer);
    if (own.size === 0)
        return null;
    const known = new Set();
    for (const text of earlier)
        for (const shingle of shingles(text))
            known.add(shingle);
    let repeated = 0;
    for (const shingle of own)
        if (known.has(shingle))
            repeated += 1;
    return repeated / own.size;
}
