import { chance, normal, weighted } from './random.js';
const MARKS = {
    // How often each mark from 1 to 5 is given.
    good: [1, 2, 7, 27, 63],
    explained: [5, 9, 24, 34, 28],
    formal: [40, 27, 19, 9, 5],
};
const RESULTS = { good: [72, 22, 6], explained: [14, 44, 42], formal: [5, 17, 78] };
const RESULT_NAMES = ['SOLVED', 'PARTLY', 'NOT_SOLVED'];
const clamped = (value) => Math.min(5, Math.max(1, Math.round(value)));
/** How kinds of answers are mixed by ability. */
export function drawQuality({ quality }, random) {
    const good = 0.12 + 0.62 * quality;
    const formal = 0.62 * (1 - quality) ** 1.7;
    return weighted(random, ['good', 'explained', 'formal'], (kind) => ({ good, formal, explained: Math.max(0.08, 1 - good - formal) })[kind]);
}
export function drawMark(kind, late, ability, random) {
    const drawn = weighted(random, [1, 2, 3, 4, 5], (mark) => MARKS[kind][mark - 1] ?? 0);
    const quality = clamped(drawn - (late && chance(random, 0.45) ? 1 : 0));
    const result = weighted(random, [0, 1, 2], (i) => RESULTS[kind][i] ?? 0);
    const warmth = quality + (ability.tone - 0.5) * 1.6 + (kind === 'formal' ? -0.8 : 0.2);
    return {
        quality,
        prompt: chance(random, 0.78) ? chance(random, late ? 0.1 : 0.55 + 0.42 * ability.promptness) : null,
        personal: chance(random, 0.82) ? clamped(normal(random, warmth, 0.7)) : null,
        result: chance(random, 0.84) ? RESULT_NAMES[result] ?? null : null,
        outcome: quality >= 4 && result < 2 ? 'good' : quality <= 2 || result === 2 ? 'bad' : 'partial',
    };
}
