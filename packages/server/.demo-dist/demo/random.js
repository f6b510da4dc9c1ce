/** Four 32-bit words out of a string (cyrb128), the state of {@link seeded}. */
function hash128(text) {
    let h1 = 1779033703;
    let h2 = 3144134277;
    let h3 = 1013904242;
    let h4 = 2773480762;
    for (let i = 0; i < text.length; i++) {
        const k = text.charCodeAt(i);
        h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
        h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
        h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
        h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
    }
    h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
    h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
    h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
    h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
    const all = h1 ^ h2 ^ h3 ^ h4;
    return [all >>> 0, (h2 ^ all) >>> 0, (h3 ^ all) >>> 0, (h4 ^ all) >>> 0];
}
/** The generator sfc32 seeded by a string: the same seed gives the same sequence on every machine. */
export function seeded(seed) {
    let [a, b, c, d] = hash128(seed);
    const next = () => {
        const t = (((a + b) | 0) + d) | 0;
        d = (d + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (c << 21) | (c >>> 11);
        c = (c + t) | 0;
        return (t >>> 0) / 4294967296;
    };
    // The first outputs still resemble the seed.
    for (let i = 0; i < 12; i++)
        next();
    return next;
}
/** One of the items, each as likely as another. Throws on an empty list. */
export function pick(random, items) {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined)
        throw new RangeError('pick from an empty list');
    return item;
}
/** One of the items, as likely as its weight says. Throws when no item has a positive weight. */
export function weighted(random, items, weightOf) {
    let total = 0;
    for (const item of items)
        total += Math.max(0, weightOf(item));
    let left = random() * total;
    for (const item of items) {
        const weight = Math.max(0, weightOf(item));
        if (weight > 0 && left < weight)
            return item;
        left -= weight;
    }
    const last = items.findLast((item) => weightOf(item) > 0);
    if (last === undefined)
        throw new RangeError('weighted choice without a positive weight');
    return last;
}
/** A whole number from `min` to `max`, both included. */
export function int(random, min, max) {
    return min + Math.floor(random() * (max - min + 1));
}
/** True with the given probability (0–1). */
export function chance(random, probability) {
    return random() < probability;
}
/** A normally distributed number (Box–Muller). */
export function normal(random, mean, deviation) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * random());
}
/** A shuffled copy (Fisher–Yates). */
export function shuffle(random, items) {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        const held = copy[i];
        copy[i] = copy[j];
        copy[j] = held;
    }
    return copy;
}
/** `count` different items in random order; all of them when there are fewer. */
export function sample(random, items, count) {
    return shuffle(random, items).slice(0, count);
}
