import ipaddr from 'ipaddr.js';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { createHmac } from 'node:crypto';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM } from './actor.js';
import type { Clock } from './clock.js';

/** How much may be spent in one window. */
export interface Quota {
  /** Units in one window, over all servers together. */
  limit: number;
  /** Length of the fixed windows, which begin at whole multiples of it (a day is a day of UTC). */
  windowMs: number;
  /** Units that one server takes from the common budget at once; left out, a twentieth of the limit. 1 makes every unit count at once. */
  lease?: number;
}

/** What a request for units got. */
export interface Taken {
  allowed: boolean;
  /** What is left in this window, as far as this server knows: others may have taken a lease since. */
  rest: number;
  resetsAt: Date;
}

/** Whole seconds until then, at least one: what `Retry-After` says. */
export const secondsUntil = (at: Date, clock: Clock): number => Math.max(1, Math.ceil((at.getTime() - clock.now().getTime()) / 1000));

/** Windows remembered at once; the ones not used for the longest are forgotten first, with what was left of their lease. */
const MAX_WINDOWS = 50_000;
/** A lease is this part of the limit. */
const LEASES_PER_WINDOW = 20;
/** PostgreSQL's integer. */
const MAX_UNITS = 2_147_483_647;

/** One window of one key, as this server holds it. */
interface Window {
  endsAt: Date;
  /** Leased and not yet spent. */
  left: number;
  /** What all servers held when we last asked. */
  granted: number;
  /** Asked for by those who wait for a lease whose statement was not sent yet. */
  wanted: number;
  /** The limit at which the common budget was found empty: it is not asked for again in this window. */
  emptyAt: number | null;
  leasing: Promise<unknown> | null;
  isSent: boolean;
}

/**
 * Quotas that hold over all servers. A server leases a part of a window's budget by one atomic statement that never hands out
 * more than is left, and spends it in memory: the sum over all servers can't exceed the limit, and a steady caller costs
 * no SQL per request. The price: what one server leased and did not spend is not there for another (docs/adr/0014).
 */
export class Quotas {
  private readonly windows = new LRUCache<string, Window>({ max: MAX_WINDOWS });

  constructor(private readonly orm: Orm, private readonly clock: Clock) {}

  /** Takes `amount` units of the key's current window, all or none. A key names what is counted, such as `sign-in:<hash>`. */
  async take(key: string, amount: number, { limit, windowMs, lease = Math.ceil(limit / LEASES_PER_WINDOW) }: Quota): Promise<Taken> {
    const window = this.windowOf(`${key}:${windowMs}`, windowMs);
    while (window.left < amount && window.emptyAt !== limit && amount <= limit) {
      // One statement serves everyone who came before it was sent.
      if (!window.isSent) window.wanted += amount;
      await (window.leasing ??= this.lease(`${key}:${windowMs}`, window, limit, lease).finally(() => Object.assign(window, { leasing: null, isSent: false })));
    }
    const allowed = window.left >= amount && amount <= limit;
    if (allowed) window.left -= amount;
    return { allowed, rest: Math.max(0, Math.min(limit, limit - window.granted + window.left)), resetsAt: window.endsAt };
  }

  private windowOf(key: string, windowMs: number): Window {
    const now = this.clock.now().getTime();
    const endsAt = (Math.floor(now / windowMs) + 1) * windowMs;
    const known = this.windows.get(key);
    if (known?.endsAt.getTime() === endsAt) return known;
    const window: Window = { endsAt: new Date(endsAt), left: 0, granted: 0, wanted: 0, emptyAt: null, leasing: null, isSent: false };
    this.windows.set(key, window);
    return window;
  }

  private async lease(key: string, window: Window, limit: number, lease: number): Promise<void> {
    // A turn of the loop, so that what arrives together is asked for together.
    await Promise.resolve();
    const want = Math.min(Math.max(lease, window.wanted - window.left), limit, MAX_UNITS);
    Object.assign(window, { wanted: 0, isSent: true });
    const { rows: [row] } = await sql<{ granted: number; last_grant: number }>`
      insert into quota_window (key, ends_at, granted, last_grant) values (${key}, ${window.endsAt}, ${want}, ${want})
      on conflict (key, ends_at) do update set
        last_grant = greatest(0, least(${want}, ${limit} - quota_window.granted)),
        granted = quota_window.granted + greatest(0, least(${want}, ${limit} - quota_window.granted))
      returning granted, last_grant`.execute(rowsFor(this.orm, SYSTEM));
    window.left += row!.last_grant;
    window.granted = row!.granted;
    if (row!.last_grant < want) window.emptyAt = limit;
  }
}

/** Removes windows that are over; a job does it every ten minutes. */
export async function forgetQuotas(orm: Orm, now: Date): Promise<number> {
  const [{ numDeletedRows }] = await rowsFor(orm, SYSTEM).deleteFrom('quota_window').where('ends_at', '<=', now).execute() as [{ numDeletedRows: bigint }];
  return Number(numDeletedRows);
}

/** An IPv6 customer has 2^64 addresses; they count as one. */
const IPV6_NETWORK_BITS = 64;

/** Name of an address for a quota: the address itself, of IPv6 its /64 network, hashed with our secret, so that no table holds addresses. */
export function hashedAddress(ip: string, secret: string): string {
  return createHmac('sha256', secret).update(`address:${networkOf(ip)}`).digest('base64url').slice(0, 22);
}

function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6 ? ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${IPV6_NETWORK_BITS}`).toString() : address.toString();
}
