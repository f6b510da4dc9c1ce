import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../shared/clock.js';
import { secondsUntil, type Quota, type Taken } from '../shared/quota.js';

/** Counts over all servers: shared/quota. */
export interface Counter {
  take(key: string, amount: number, quota: Quota): Promise<Taken>;
}

/** Tries of one account's password in a window; everyone knows the password of a demonstration, and many people use the same accounts. */
const TRIES = { limit: 10, windowMs: 15 * 60_000 };
const DEMO_TRIES = 5_000;
/** Windows up to this size are counted one by one, larger ones by leases. */
const SMALL = 100;

const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

/** The library's limits per address and path, over all servers together. */
export function addressLimits(counter: Counter, secret: string, clock: Clock) {
  return {
    /** `rule.window` and `retryAfter` are in seconds. */
    async consume(key: string, rule: { window: number; max: number }): Promise<{ allowed: boolean; retryAfter: number | null }> {
      const { allowed, resetsAt } = await counter.take(`sign-in-address:${hmac(secret, key).slice(0, 22)}`, 1, {
        limit: rule.max, windowMs: rule.window * 1000, ...(rule.max <= SMALL ? { lease: 1 } : {}),
      });
      return { allowed, retryAfter: allowed ? null : secondsUntil(resetsAt, clock) };
    },
  };
}

/**
 * Tries of one account's password. The e-mail is counted whether an account has it or not. Strangers share one budget; a browser in which
 * the person signed in before has its own, so that nobody is locked out by somebody else's guesses.
 */
export class PasswordTries {
  constructor(private readonly counter: Counter, private readonly secret: string, private readonly clock: Clock, private readonly demo: boolean) {}

  /** Counts one try. @returns null, or after how many seconds the next is possible */
  async count(email: string, device: string | undefined): Promise<number | null> {
    const known = device !== undefined && this.isOf(email, device) ? device : null;
    const key = known === null ? `sign-in-account:${hmac(this.secret, `account:${email}`)}` : `sign-in-device:${hmac(this.secret, known)}`;
    const { allowed, resetsAt } = await this.counter.take(key, 1, { ...TRIES, ...(this.demo ? { limit: DEMO_TRIES } : {}), lease: 1 });
    return allowed ? null : secondsUntil(resetsAt, this.clock);
  }

  /** What a browser keeps after it proved whose it is. */
  newDevice(email: string): string {
    const nonce = randomBytes(12).toString('base64url');
    return `${nonce}.${this.signature(email, nonce)}`;
  }

  private isOf(email: string, device: string): boolean {
    const [nonce = '', signature = ''] = device.split('.');
    const expected = Buffer.from(this.signature(email, nonce));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private signature(email: string, nonce: string): string {
    return hmac(this.secret, `device:${email}:${nonce}`);
  }
}
