/** What a partner did on one day. */
export interface UsageDay {
  day: string;
  requests: number;
  cost: number;
  refused: number;
  failed: number;
}

/** Sums of the whole span. */
export function total(days: readonly UsageDay[]): Omit<UsageDay, 'day'> {
  const sum = { requests: 0, cost: 0, refused: 0, failed: 0 };
  for (const one of days) {
    sum.requests += one.requests;
    sum.cost += one.cost;
    sum.refused += one.refused;
    sum.failed += one.failed;
  }
  return sum;
}

/** A limit far above the bars would flatten them: it is drawn from a quarter of it on, and told in words before. */
export function scaleTop(most: number, limit: number): { top: number; isLimitShown: boolean } {
  const isLimitShown = most * 4 >= limit;
  return { top: Math.max(1, (isLimitShown ? Math.max(most, limit) : most) * 1.08), isLimitShown };
}
