/** Where a number of the rating came from: the steps that the page shows, and what one more item would change. */
import { FORMULA, RATING_PARTS, roundFigure } from './formula.model.js';
/** The steps in the order of the calculation; INFORMALITY only inside «personal» and only where it is measured. */
export const EXPLAIN_CODES = [
    'OBSERVED', 'EXPECTED', 'ADJUSTED', 'PRIOR', 'SHRUNK', 'INFORMALITY', 'WEIGHT', 'CONTRIBUTION', 'SCORE', 'STANDING',
];
function explainPart(name, part) {
    const step = (code, params) => ({ code, part: name, params });
    return [
        step('OBSERVED', { hits: part.hits, n: part.n, value: part.observed }),
        step('EXPECTED', { value: part.expected }),
        step('ADJUSTED', { value: part.adjusted, effective: part.effective }),
        step('PRIOR', { mean: part.mean, strength: FORMULA.strength }),
        step('SHRUNK', { value: part.shrunk }),
        ...(part.informality ? [step('INFORMALITY', { ...part.informality, weight: FORMULA.informalityWeight })] : []),
        step('WEIGHT', { value: part.value, low: part.low, high: part.high, weight: part.weight }),
        step('CONTRIBUTION', { value: roundFigure(part.weight * part.value) }),
    ];
}
/** «Откуда взялось число»: every figure between the counts and the score. */
export function explain(result) {
    return [
        ...RATING_PARTS.flatMap((name) => explainPart(name, result[name])),
        { code: 'SCORE', part: null, params: { value: result.score, low: result.low, high: result.high } },
        { code: 'STANDING', part: null, params: { levelMean: result.levelMean, aboveMean: result.aboveMean, reliability: result.reliability } },
    ];
}
/**
 * How far the score would move with one more item: what raises it, and what a single appeal was worth (turn the sign).
 * @param stratum topic × channel; one that the mandate has nothing of is taken at the level's mean
 */
export function effectOfOne(result, name, stratum, hit) {
    const part = result[name];
    const row = part.strata.find((one) => one.stratum === stratum);
    const weight = (hit ? row?.hitWeight : row?.missWeight) ?? 1;
    const strength = part.effective + FORMULA.strength;
    const after = (part.shrunk * strength + (hit ? weight : 0)) / (strength + weight);
    const share = part.informality ? 1 - FORMULA.informalityWeight : 1;
    return roundFigure(part.weight * share * (after - part.shrunk));
}
/**
 * f(k): k fake marks, whatever they say and on whatever topic, move the score of the deputy whom they are given to by no more.
 * A fake mark can reach quality and personal, never timeliness; its weight is at most the formula's maximum, and the level's
 * figures behind the score are those of the others. Kept small by integrity.ts, which lets one applicant count once.
 * @param k fake marks that were counted
 * @param effective genuine marks after weighting: the smaller `effective` of quality and personal
 */
export function fakeMarksBound(k, effective) {
    const fake = k * FORMULA.maxWeight;
    return (FORMULA.weights.quality + FORMULA.weights.personal) * (fake / (effective + FORMULA.strength + fake));
}
