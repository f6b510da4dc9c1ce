import { setImmediate } from 'node:timers/promises';

/** How many letters are read before whatever else waits in the process has its turn. */
const AT_ONCE = 4;

/** The same items, with room between them for others: mails must not wait until a model has been trained. */
export async function* unhurried<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const [i, item] of items.entries()) {
    if (i % AT_ONCE === 0) await setImmediate();
    yield item;
  }
}

/** What learning in portions comes to, with room between the portions. */
export async function inPortions<T>(learning: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = learning.next();
    if (done) return value;
    await setImmediate();
  }
}

/** The same without a pause. */
export function atOnce<T>(learning: Generator<void, T>): T {
  for (;;) {
    const { done, value } = learning.next();
    if (done) return value;
  }
}
