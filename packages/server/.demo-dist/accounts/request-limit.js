import { LRUCache } from 'lru-cache';
/** Addresses remembered at once; the ones not seen for the longest are forgotten first. */
const MAX_KEYS = 50_000;
/**
 * Counts requests per key in windows of fixed length, in the memory of this process. The library's own counter starts a
 * new window only after a silence, so a busy office behind one address would lock itself out however slowly it signs in.
 */
export function requestLimit(clock) {
    const windows = new LRUCache({ max: MAX_KEYS });
    return {
        /** `rule.window` and `retryAfter` are in seconds. */
        consume(key, rule) {
            const now = clock.now().getTime();
            const current = windows.get(key);
            if (!current || now >= current.endsAt) {
                windows.set(key, { count: 1, endsAt: now + rule.window * 1000 });
                return Promise.resolve({ allowed: true, retryAfter: null });
            }
            if (current.count >= rule.max) {
                return Promise.resolve({ allowed: false, retryAfter: Math.ceil((current.endsAt - now) / 1000) });
            }
            current.count += 1;
            return Promise.resolve({ allowed: true, retryAfter: null });
        },
    };
}
