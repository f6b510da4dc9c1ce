/** The rating's constants and shapes: what goes into the formula and what comes out. */
/** The method's name; a published figure keeps it. */
export const FORMULA_VERSION = '2026.1';
/** The method's constants; changing one makes a new version. */
export const FORMULA = {
    version: FORMULA_VERSION,
    validFrom: '2026-01-01',
    /** How the parts add up to the score. */
    weights: { timeliness: 0.4, quality: 0.4, personal: 0.2 },
    /** M: so many items of the level's mean stand behind each share. */
    strength: 20,
    /** So many items of the level's mean stand behind each stratum's rate. */
    stratumStrength: 20,
    /** What is believed of a level before anything is known, and how many items that belief is worth. */
    priorMean: 0.8,
    informalityPriorMean: 0.5,
    priorStrength: 2,
    /** A level's mean is kept this far from 0 and 1, where weights would have no bound. */
    meanEdge: 0.01,
    /** No item counts for more than this many. */
    maxWeight: 3,
    /** The part of «personal» that is the measured informality; the rest is the share of marks ≥ 4. */
    informalityWeight: 0.25,
    /** Fewer due appeals or fewer marks than these are «мало данных». */
    minimumDue: 10,
    minimumMarks: 10,
    /** In a league from this reliability of the score. */
    leagueReliability: 0.7,
    /** Tier A from this posterior P(score > mean), tier C up to that. */
    tierA: 0.95,
    tierC: 0.05,
    /** The interval holds this much of the posterior. */
    credibility: 0.95,
    /** Published and intermediate figures have so many decimals. */
    decimals: 6,
    /** A deputy may contest an item within so many days. */
    contestDays: 10,
};
/** The parts of the score. */
export const RATING_PARTS = ['timeliness', 'quality', 'personal'];
/** FEW_DATA «мало данных»: show no figure. MARKED: a mark with its interval. LEAGUE: a tier too. */
export const RATING_STATES = ['FEW_DATA', 'MARKED', 'LEAGUE'];
/** Tiers that differ statistically from the level's mean: A above, C below, B neither. */
export const TIERS = ['A', 'B', 'C'];
/** Figures are whole multiples of 1 / SCALE. */
export const SCALE = 10 ** FORMULA.decimals;
/** To the formula's decimals. */
export function roundFigure(value) {
    return Math.round(value * SCALE) / SCALE;
}
