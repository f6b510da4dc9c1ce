import type { Config } from '../../config.js';
import type { Actor, PartnerActor } from '../../shared/actor.js';
import type { Clock } from '../../shared/clock.js';
import { Failure } from '../../shared/failures.js';
import { hashedAddress, secondsUntil, type Quotas, type Taken } from '../../shared/quota.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** One quota as a caller is told of it. */
export interface Standing {
  limit: number;
  rest: number;
  resetsAt: Date;
}

/** What is left to a caller; the day's quota is a partner's alone. */
export interface Standings {
  minute: Standing;
  day?: Standing;
}

/** Who is counted: an actor, and the address that counts for those whom nobody knows. */
export interface Caller {
  actor: Actor;
  address: string;
}

/** Told of each operation of a partner's key, for its usage chart. */
export type NoteUsage = (actor: PartnerActor, used: { cost: number; refused: boolean; failed: boolean }) => void;

/**
 * How much each caller may ask: operations per minute for an address without a session and for an account, units of cost per
 * minute and day for a partner (over all its keys). Held over all servers by `Quotas`.
 */
export class Allowance {
  constructor(
    private readonly quotas: Quotas,
    private readonly config: Pick<Config, 'anonymousPerMinute' | 'staffPerMinute' | 'secret'>,
    private readonly clock: Clock,
  ) {}

  /** Before an operation is even read: counts it for people. A partner pays by cost, so `pay` counts it. */
  async enter({ actor, address }: Caller): Promise<Standings | null> {
    if (actor.kind === 'PARTNER') return null;
    const [key, limit] = actor.kind === 'STAFF'
      ? [`account:${actor.accountId}`, this.config.staffPerMinute] as const
      : [`address:${hashedAddress(address, this.config.secret)}`, this.config.anonymousPerMinute] as const;
    return { minute: this.granted(await this.quotas.take(key, 1, { limit, windowMs: MINUTE_MS }), limit, 'RATE_LIMITED') };
  }

  /** Takes what an operation costs a partner; a refused document costs 1. */
  async pay(actor: PartnerActor, cost: number): Promise<Standings> {
    const take = async (limit: number, windowMs: number): Promise<Standing> =>
      this.granted(await this.quotas.take(`partner:${actor.partnerId}`, cost, { limit, windowMs }), limit, 'QUOTA_USED_UP');
    // The minute first: an app that asks again and again while its minute is used up must not lose the day by it.
    const minute = await take(actor.costPerMinute, MINUTE_MS);
    return { minute, day: await take(actor.costPerDay, DAY_MS) };
  }

  private granted({ allowed, rest, resetsAt }: Taken, limit: number, reason: string): Standing {
    if (allowed) return { limit, rest, resetsAt };
    throw new Failure('RATE_LIMITED', reason, null, { limit, rest, retryAfter: secondsUntil(resetsAt, this.clock) });
  }
}
