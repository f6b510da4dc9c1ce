/**
 * The rating's formula (rules §4): counts in, figures with their uncertainty out. Pure, versioned, the same to the byte.
 *
 * One share (in time of due; marks ≥ 4 of marks) goes the way «observed → expected → adjusted → shrunk → interval»:
 * - the level's mean m and each stratum's rate r (topic × channel) come from the *other* mandates of the level, so that nothing a
 *   mandate does can shift the measure that it is measured by;
 * - a hit weighs (1 − r) / (1 − m), a miss r / m: an answer in time counts for more where few are in time, a late one where most
 *   are. The sum of hits' weights is a, of misses' b, and a + b is the effective sample. From this follows exactly
 *   adjusted = a / (a + b) = m + (observed − expected) / (a + b): above the mean if and only if more was observed than expected;
 * - shrunk = (a + M·m) / (a + b + M), the mean of Beta(a + M·m, b + M·(1 − m)), whose quantiles are the interval.
 *
 * Why not observed / expected · m: with that quotient one more answer in time, on a topic where everybody is in time, lowers the
 * figure. Here each item has a weight of its own that no other item of the mandate changes, hence two exact properties: one more
 * miss never raises a score, one more hit never lowers it. Where topics do not differ all weights are 1, and the plain empirical
 * Bayes of the rules remains.
 *
 * M stays a dated constant: estimated anew for each period it would move every figure when one mandate moves, and a deputy could
 * not recompute it. Every intermediate figure is rounded before the next is made from it, so the export recomputes to the last digit.
 */
import { betaCdf } from './beta.js';
import { FORMULA, FORMULA_VERSION, RATING_PARTS, roundFigure } from './formula.model.js';
import { addTo, emptyTally, fittedBeta, ratePart, roundedInterval } from './formula.parts.js';
export { wilson } from './beta.js';
export { effectOfOne, explain, fakeMarksBound } from './explain.js';
export * from './formula.model.js';
/** The sample from which n / (n + strength) reaches a reliability: .7 with strength 20 gives 47. */
export function sampleForReliability(reliability, strength = FORMULA.strength) {
    return Math.ceil((reliability / (1 - reliability)) * strength);
}
/**
 * Quality and personal approach are told by the same applicants, so their errors are added as if they always went together: the
 * interval may be a little too wide, never too narrow. Timeliness is measured on other items, and its error added as independent.
 */
function scoreVariance(of) {
    const deviation = (name) => FORMULA.weights[name] * Math.sqrt(of(name));
    return deviation('timeliness') ** 2 + (deviation('quality') + deviation('personal')) ** 2;
}
function standing(own, level, outsideLeague) {
    const rated = { timeliness: ratePart('timeliness', own, level), quality: ratePart('quality', own, level),
        personal: ratePart('personal', own, level) };
    const total = (of, power) => RATING_PARTS.reduce((sum, name) => sum + FORMULA.weights[name] ** power * of(rated[name]), 0);
    const score = roundFigure(total((part) => part.result.value, 1));
    const mean = roundFigure(total((part) => part.mean, 1));
    const variance = scoreVariance((name) => rated[name].variance);
    const interval = roundedInterval(fittedBeta(score, variance));
    const aboveMean = roundFigure(1 - betaCdf(mean, fittedBeta(score, variance + scoreVariance((name) => rated[name].meanVariance))));
    const reliability = roundFigure(total((part) => part.result.n / (part.result.n + FORMULA.strength), 2) / total(() => 1, 2));
    const missingDue = Math.max(0, FORMULA.minimumDue - rated.timeliness.result.n);
    const missingMarks = Math.max(0, FORMULA.minimumMarks - rated.quality.result.n);
    const inLeague = !outsideLeague && reliability >= FORMULA.leagueReliability;
    const state = missingDue + missingMarks > 0 ? 'FEW_DATA' : inLeague ? 'LEAGUE' : 'MARKED';
    return {
        formulaVersion: FORMULA_VERSION, timeliness: rated.timeliness.result, quality: rated.quality.result, personal: rated.personal.result,
        score, ...interval, levelMean: mean, aboveMean, reliability, state, tier: state === 'LEAGUE' ? tierOf(aboveMean) : null,
        missingDue, missingMarks,
    };
}
/** The tier of a posterior P(score > mean). */
export function tierOf(aboveMean) {
    if (aboveMean >= FORMULA.tierA)
        return 'A';
    return aboveMean <= FORMULA.tierC ? 'C' : 'B';
}
/**
 * The rating of all mandates of a period, each measured against the others of its level. Sorted by mandateId.
 * @throws RangeError when hits exceed n, a count is no whole number, or a mandate comes twice
 */
export function rate(inputs) {
    if (new Set(inputs.map((input) => input.mandateId)).size < inputs.length)
        throw new RangeError('a mandate comes twice');
    const levels = new Map();
    for (const input of inputs) {
        const level = levels.get(input.level) ?? emptyTally();
        levels.set(input.level, level);
        addTo(level, input);
    }
    return [...inputs].sort((a, b) => (a.mandateId < b.mandateId ? -1 : 1)).map((input) => {
        const own = emptyTally();
        addTo(own, input);
        const level = levels.get(input.level) ?? own;
        return { mandateId: input.mandateId, level: input.level, ...standing(own, level, input.outsideLeague ?? false) };
    });
}
/**
 * The rating of groups (factions, regions): the counts of a group's mandates are pooled and measured against all other groups;
 * never a mean of scores or ranks. Level joins topic and channel in the stratum, so a group of councils is measured as councils.
 * @param groupOf the group of a mandate, or null to leave it out. Sorted by groupKey.
 */
export function ratePooled(inputs, groupOf) {
    const everyone = emptyTally();
    const groups = new Map();
    for (const input of inputs) {
        const key = groupOf(input);
        if (key === null)
            continue;
        const leveled = { ...input };
        for (const name of RATING_PARTS) {
            leveled[name] = input[name].map((row) => ({ ...row, stratum: `${input.level} ${row.stratum}` }));
        }
        const group = groups.get(key) ?? { tally: emptyTally(), mandates: 0 };
        groups.set(key, { tally: group.tally, mandates: group.mandates + 1 });
        addTo(group.tally, leveled);
        addTo(everyone, leveled);
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([groupKey, { tally, mandates }]) => ({ groupKey, mandates, ...standing(tally, everyone, false) }));
}
