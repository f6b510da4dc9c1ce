/** What the funnel is made of: the method's constants and how many marks come to a due appeal here. */
export interface FunnelMethod {
  /** Mean of the level, 0 to 100. */
  mean: number;
  /** Due appeals and marks from which a score is reliable enough for a league. */
  leagueFrom: number;
  weights: { timeliness: number; quality: number; personal: number };
  /** Counted marks for one due appeal, 0 to 1. */
  marksPerDue: number;
}

/** A league begins where reliability n / (n + M) reaches 0.7 (rules §4); from that follows M, the items of the mean behind each share. */
const RELIABILITY = 0.7;
const Z95 = 1.96;

/**
 * Half the width, in points, of the band in which 95 % of the scores of deputies who are exactly average lie by chance alone,
 * with `due` appeals behind them. Each part is shrunk to the mean, so that its noise is n / (n + M) of the share's own.
 */
export function funnelHalfWidth(due: number, { mean, leagueFrom, weights, marksPerDue }: FunnelMethod): number {
  const p = Math.min(0.99, Math.max(0.01, mean / 100));
  const strength = (leagueFrom * (1 - RELIABILITY)) / RELIABILITY;
  const variance = (weight: number, n: number) => (n <= 0 ? 0 : (weight ** 2 * p * (1 - p) * n) / (n + strength) ** 2);
  const marks = due * marksPerDue;
  return 100 * Z95 * Math.sqrt(variance(weights.timeliness, due) + variance(weights.quality, marks) + variance(weights.personal, marks));
}
