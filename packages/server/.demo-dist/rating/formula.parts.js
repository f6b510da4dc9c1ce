/** One part of the score, from a mandate's counts and those of its level. The method is told in rating.formula.ts. */
import { betaFromMoments, betaInterval, betaVariance } from './beta.js';
import { FORMULA, RATING_PARTS, SCALE, roundFigure } from './formula.model.js';
const between = (low, value, high) => Math.min(high, Math.max(low, value));
/** A tally of nothing. */
export function emptyTally() {
    const part = () => ({ n: 0, hits: 0, strata: new Map() });
    return { parts: { timeliness: part(), quality: part(), personal: part() }, informality: { n: 0, hits: 0 } };
}
/** Adds a mandate's counts. @throws RangeError when hits exceed n or a count is no whole number */
export function addTo(tally, input) {
    for (const name of RATING_PARTS) {
        const part = tally.parts[name];
        for (const { stratum, n, hits } of input[name]) {
            if (!Number.isSafeInteger(n) || !Number.isSafeInteger(hits) || hits < 0 || hits > n) {
                throw new RangeError(`${input.mandateId}: ${hits} hits of ${n} in ${name}`);
            }
            const counts = part.strata.get(stratum) ?? { n: 0, hits: 0 };
            part.strata.set(stratum, { n: counts.n + n, hits: counts.hits + hits });
            part.n += n;
            part.hits += hits;
        }
    }
    if (input.informality) {
        const { sum, n } = input.informality;
        if (!Number.isSafeInteger(n) || !(sum >= 0 && sum <= n))
            throw new RangeError(`${input.mandateId}: informality ${sum} of ${n}`);
        tally.informality.n += n;
        tally.informality.hits += Math.round(sum * SCALE);
    }
}
/** A share pulled towards what was believed before. */
function pull({ n, hits }, mean, strength) {
    return (hits + strength * mean) / (n + strength);
}
/** Without the mandate's own counts: the measure must not move with what it measures. */
const without = (all, own) => ({ n: all.n - own.n, hits: all.hits - own.hits });
function levelMean(others, prior) {
    const mean = pull(others, prior, FORMULA.priorStrength);
    return roundFigure(between(FORMULA.meanEdge, mean, 1 - FORMULA.meanEdge));
}
/** How unsure the level's mean itself is: a level of three mandates knows its mean no better than three mandates can. */
const meanVariance = (mean, n) => (mean * (1 - mean)) / (n + FORMULA.priorStrength + 1);
function weighStrata(name, own, level, mean) {
    // No weight above the maximum: (1 − r) / (1 − m) and r / m both stay below it for rates between these two.
    const lowest = Math.max(0, 1 - FORMULA.maxWeight * (1 - mean));
    const highest = Math.min(1, FORMULA.maxWeight * mean);
    return [...own.parts[name].strata]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([stratum, counts]) => {
        const others = without(level.parts[name].strata.get(stratum) ?? counts, counts);
        const rate = roundFigure(between(lowest, pull(others, mean, FORMULA.stratumStrength), highest));
        return {
            stratum, n: counts.n, hits: counts.hits, rate,
            hitWeight: roundFigure((1 - rate) / (1 - mean)), missWeight: roundFigure(rate / mean),
        };
    });
}
/** One share: observed → expected → adjusted → shrunk → interval. @param level counts of the whole level, `own` included */
export function ratePart(name, own, level) {
    const { n, hits } = own.parts[name];
    const others = without(level.parts[name], own.parts[name]);
    const mean = levelMean(others, FORMULA.priorMean);
    const strata = weighStrata(name, own, level, mean);
    const sum = (of) => roundFigure(strata.reduce((total, row) => total + of(row), 0));
    const weightedHits = sum((row) => row.hits * row.hitWeight);
    const weightedMisses = sum((row) => (row.n - row.hits) * row.missWeight);
    const effective = roundFigure(weightedHits + weightedMisses);
    const posterior = posteriorOf(weightedHits, weightedMisses, mean);
    const shrunk = roundFigure(posterior.alpha / (posterior.alpha + posterior.beta));
    const marks = {
        mean, variance: betaVariance(posterior), meanVariance: meanVariance(mean, others.n),
        result: {
            n, hits, observed: n ? roundFigure(hits / n) : null, expected: n ? roundFigure(sum((row) => row.n * row.rate) / n) : null,
            mean, effective, adjusted: effective ? roundFigure(weightedHits / effective) : null, shrunk, value: shrunk,
            ...roundedInterval(posterior), weight: FORMULA.weights[name], strata, informality: null,
        },
    };
    return name === 'personal' && level.informality.n > 0 ? withInformality(marks, own.informality, level.informality) : marks;
}
function posteriorOf(hits, misses, mean) {
    return { alpha: hits + FORMULA.strength * mean, beta: misses + FORMULA.strength * (1 - mean) };
}
/** The credible interval of a posterior. */
export function roundedInterval(posterior) {
    const { low, high } = betaInterval(posterior, FORMULA.credibility);
    return { low: roundFigure(low), high: roundFigure(high) };
}
/**
 * «Personal» = .75 · the share of marks ≥ 4 + .25 · the mean measured informality, each shrunk to its own mean of the level first.
 * A measurement between 0 and 1 varies at most as a yes or no does, so a Beta on its sum is wide enough.
 */
function withInformality(marks, own, level) {
    const [measured, all] = [own, level].map(({ n, hits }) => ({ n, hits: hits / SCALE }));
    const others = without(all, measured);
    const mean = levelMean(others, FORMULA.informalityPriorMean);
    const posterior = posteriorOf(measured.hits, measured.n - measured.hits, mean);
    const value = roundFigure(posterior.alpha / (posterior.alpha + posterior.beta));
    const share = FORMULA.informalityWeight;
    const mix = (mark, measure) => (1 - share) * mark + share * measure;
    const mixVariance = (mark, measure) => (1 - share) ** 2 * mark + share ** 2 * measure;
    const mixed = roundFigure(mix(marks.result.shrunk, value));
    const variance = mixVariance(marks.variance, betaVariance(posterior));
    return {
        mean: roundFigure(mix(marks.mean, mean)), variance,
        meanVariance: mixVariance(marks.meanVariance, meanVariance(mean, others.n)),
        result: {
            ...marks.result, value: mixed, ...roundedInterval(fittedBeta(mixed, variance)),
            informality: { n: measured.n, observed: measured.n ? roundFigure(measured.hits / measured.n) : null, mean, value },
        },
    };
}
/** A sum of shares is no Beta, but one with its mean and variance stays inside 0 and 1 and leans as it does. */
export function fittedBeta(mean, variance) {
    const inside = between(1 / SCALE, mean, 1 - 1 / SCALE);
    return betaFromMoments(inside, Math.min(variance, 0.99 * inside * (1 - inside)));
}
