import type { DeliveryState } from '../../gql/schema';

const SOON_MS = 60_000;
/** While an attempt is near, and while the next one is far away. */
const QUICK_MS = 2_000;
const SLOW_MS = 20_000;

/** How often to look at the log again, in milliseconds; 0 when nothing in it waits. */
export function pollEvery(deliveries: readonly { state: DeliveryState; nextAttemptAt: string | null }[], now: Date): number {
  const waiting = deliveries.filter(({ state }) => state === 'WAITING');
  if (waiting.length === 0) return 0;
  const isSoon = ({ nextAttemptAt }: { nextAttemptAt: string | null }) =>
    nextAttemptAt === null || Date.parse(nextAttemptAt) - now.getTime() < SOON_MS;
  return waiting.some(isSoon) ? QUICK_MS : SLOW_MS;
}

/** A JSON body with a line for each of its fields; anything else as it is. */
export function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
