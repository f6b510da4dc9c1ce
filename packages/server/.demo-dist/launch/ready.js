import { setTimeout as sleep } from 'node:timers/promises';
/** Waits until `GET <address>/readyz` answers 200; false when it did not within `withinMs`. */
export async function isReadyWithin(address, withinMs) {
    for (const until = performance.now() + withinMs; performance.now() < until; await sleep(100)) {
        const ready = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).then((response) => response.ok, () => false);
        if (ready)
            return true;
    }
    return false;
}
