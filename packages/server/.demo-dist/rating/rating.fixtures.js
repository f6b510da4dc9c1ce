/** Numbers from 0 to 1 that repeat with the seed (mulberry32). */
export function randomFrom(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
/** A whole number from `low` to `high`. */
export const whole = (random, low, high) => low + Math.floor(random() * (high - low + 1));
/** One row without topics. */
export const plain = (hits, n) => [{ stratum: 'all', n, hits }];
/** A mandate with the same counts in all parts, unless told otherwise. */
export function mandate(mandateId, hits, n, more = {}) {
    return { mandateId, level: 'REGIONAL', timeliness: plain(hits, n), quality: plain(hits, n), personal: plain(hits, n), ...more };
}
/** `n` items over the topics, in a mix of the mandate's own, each a hit with the topic's share. */
export function drawPart(random, ability, n) {
    const topics = Object.keys(ability);
    const mix = topics.map(() => random() ** 2 + 0.05);
    const total = mix.reduce((sum, one) => sum + one, 0);
    return topics.map((stratum, i) => {
        const count = Math.round((n * (mix[i] ?? 0)) / total);
        let hits = 0;
        for (let k = 0; k < count; k += 1)
            if (random() < (ability[stratum] ?? 0))
                hits += 1;
        return { stratum, n: count, hits };
    });
}
