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
} as const;

/** The parts of the score. */
export const RATING_PARTS = ['timeliness', 'quality', 'personal'] as const;
export type RatingPart = (typeof RATING_PARTS)[number];

/** FEW_DATA «мало данных»: show no figure. MARKED: a mark with its interval. LEAGUE: a tier too. */
export const RATING_STATES = ['FEW_DATA', 'MARKED', 'LEAGUE'] as const;
export type RatingState = (typeof RATING_STATES)[number];

/** Tiers that differ statistically from the level's mean: A above, C below, B neither. */
export const TIERS = ['A', 'B', 'C'] as const;
export type Tier = (typeof TIERS)[number];

/** Items of one topic × channel: how many, and how many of them hit. Several rows of one stratum are added up. */
export interface StratumCount {
  readonly stratum: string;
  readonly n: number;
  readonly hits: number;
}

/** What a mandate did in a period. What counts (exclusions, integrity, template answers) is decided before. */
export interface RatingInput {
  readonly mandateId: string;
  /** Mandates are compared inside a level only. */
  readonly level: string;
  /** Of all appeals due in the period, open overdue ones included, those answered in time. */
  readonly timeliness: readonly StratumCount[];
  /** Of all counted marks, those with quality ≥ 4 and the question answered. */
  readonly quality: readonly StratumCount[];
  /** Of all counted marks for the personal approach, those ≥ 4. */
  readonly personal: readonly StratumCount[];
  /** Measured informality of the answers, each from 0 (a form letter) to 1. */
  readonly informality?: { readonly sum: number; readonly n: number };
  /** Works, but stands outside the league: a self-enrolled deputy of a closed region (rules §5). */
  readonly outsideLeague?: boolean;
}

/** One stratum of a part, with all that is needed to recompute it by hand. */
export interface StratumResult extends StratumCount {
  /** How often the others of the level hit here. */
  readonly rate: number;
  readonly hitWeight: number;
  readonly missWeight: number;
}

/** The measured informality inside the part «personal». */
export interface InformalityResult {
  readonly n: number;
  readonly observed: number | null;
  readonly mean: number;
  readonly value: number;
}

/** One part of a score. Shares from 0 to 1; null where nothing was observed. */
export interface PartResult {
  readonly n: number;
  readonly hits: number;
  readonly observed: number | null;
  /** What the others of the level would have reached with the same topics and channels. */
  readonly expected: number | null;
  /** The level's mean without this mandate: where the share is shrunk to. */
  readonly mean: number;
  /** The sample after weighting, a + b; `n` where topics do not differ. */
  readonly effective: number;
  readonly adjusted: number | null;
  /** The share of marks or appeals after shrinkage. */
  readonly shrunk: number;
  /** What goes into the score: `shrunk`, for «personal» together with the informality. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  readonly strata: readonly StratumResult[];
  /** Only for «personal», and only where the level has measurements. */
  readonly informality: InformalityResult | null;
}

/** Score, interval and standing. In FEW_DATA the figures are computed too, but must not be shown. */
export interface Standing {
  readonly formulaVersion: string;
  readonly timeliness: PartResult;
  readonly quality: PartResult;
  readonly personal: PartResult;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** The score of a deputy who does exactly as the others of the level do. */
  readonly levelMean: number;
  /** Posterior P(score > mean), with the mean's own uncertainty. */
  readonly aboveMean: number;
  /** How much of what tells scores apart is not chance, 0 to 1; n / (n + M) where the parts have equal samples. */
  readonly reliability: number;
  readonly state: RatingState;
  readonly tier: Tier | null;
  /** How many due appeals and marks are missing to leave FEW_DATA. */
  readonly missingDue: number;
  readonly missingMarks: number;
}

/** A mandate's rating. */
export interface RatingResult extends Standing {
  readonly mandateId: string;
  readonly level: string;
}

/** A faction's or region's rating: the same formula on the pooled counts of its mandates. */
export interface PooledResult extends Standing {
  readonly groupKey: string;
  readonly mandates: number;
}

/** Figures are whole multiples of 1 / SCALE. */
export const SCALE = 10 ** FORMULA.decimals;

/** To the formula's decimals. */
export function roundFigure(value: number): number {
  return Math.round(value * SCALE) / SCALE;
}
