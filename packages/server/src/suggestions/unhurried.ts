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
