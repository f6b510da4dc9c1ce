import { parseCookies } from 'better-auth/cookies';
import { LRUCache } from 'lru-cache';
import { sql } from 'kysely';
import type { Config } from '../config.js';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { ANONYMOUS, SYSTEM, type Actor, type SignedIn } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Events } from '../shared/events.js';
import type { Auth } from './auth.js';

/** How long an actor is remembered without asking the database, in milliseconds; also how long a lost notification can matter. */
const REMEMBER_MS = 30_000;
const MAX_REMEMBERED = 10_000;
/** How exactly we know when somebody was last here, in milliseconds; one write per session in this time. */
const SEEN_EVERY_MS = 5 * 60_000;

interface SessionParts {
  auth: Auth;
  orm: Orm;
  events: Pick<Events, 'on'>;
  clock: Clock;
  config: Pick<Config, 'requireTwoFactor' | 'aideMaySign'>;
}

/**
 * Who a request comes from. Steady requests cost no SQL: the actor is remembered by the signed cookie, never beyond the
 * session's end, and forgotten as soon as the session ends or the account changes, in whichever process.
 */
export class Sessions {
  private readonly remembered: LRUCache<string, SignedIn>;
  private readonly reading = new Map<string, Promise<Actor>>();
  private readonly stops: (() => void)[];
  private endings = 0;

  constructor(private readonly parts: SessionParts) {
    const { auth, events, clock } = parts;
    this.remembered = new LRUCache({
      max: MAX_REMEMBERED, ttl: REMEMBER_MS, ttlResolution: 0, perf: { now: () => clock.now().getTime() },
    });
    const sessionEnded = (sessionId: string): void => this.forget((actor) => actor.sessionId === sessionId);
    this.stops = [
      auth.onSessionEnded(sessionEnded),
      events.on('session.ended', (event) => sessionEnded(event.sessionId)),
      events.on('account.changed', ({ accountId }) => this.forget((actor) => actor.accountId === accountId)),
    ];
  }

  /**
   * The person behind the cookie of an HTTP request or of a WebSocket's upgrade; ANONYMOUS without a live session of an
   * active account. Give `renew` where cookies can be set: about once a day it receives a Set-Cookie header that prolongs
   * the session by another seven days.
   */
  async actorOf(headers: Headers, renew?: (setCookie: string) => void): Promise<Actor> {
    const cookies = await this.ownCookies(headers);
    if (!cookies) return ANONYMOUS;
    const known = this.remembered.get(cookies.session);
    if (known) return this.whileLive(known);
    // Many requests of one page arrive together: one of them reads.
    const underWay = this.reading.get(cookies.session);
    if (underWay) return underWay;
    const reading = this.read(cookies, renew).finally(() => {
      if (this.reading.get(cookies.session) === reading) this.reading.delete(cookies.session);
    });
    this.reading.set(cookies.session, reading);
    return reading;
  }

  /** Stops listening. */
  close(): void {
    this.stops.forEach((stop) => stop());
    this.remembered.clear();
  }

  private async read(cookies: OwnCookies, renew?: (setCookie: string) => void): Promise<Actor> {
    const { auth, orm, clock, config } = this.parts;
    const endings = this.endings;
    const { headers, response } = await auth.api.getSession({
      headers: new Headers({ cookie: cookies.header }),
      query: { disableRefresh: renew === undefined },
      returnHeaders: true,
    });
    if (!response) return ANONYMOUS;
    const { session, user } = response;
    const account = await rowsFor(orm, SYSTEM).selectFrom('account').select(['role', 'name', 'regions', 'deputy_id'])
      .where('id', '=', user.id).where('deactivated_at', 'is', null).executeTakeFirst();
    if (!account) return ANONYMOUS;
    headers.getSetCookie().forEach((cookie) => renew?.(cookie));
    await this.seen(session);
    const twoFactorEnabled = (user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled ?? false;
    const actor: SignedIn = {
      kind: config.requireTwoFactor.includes(account.role) && !twoFactorEnabled ? 'UNSECURED' : 'STAFF',
      accountId: user.id,
      sessionId: session.id,
      sessionExpiresAt: session.expiresAt,
      name: account.name,
      email: user.email,
      role: account.role,
      regions: account.regions,
      deputyId: account.deputy_id ?? null,
      twoFactorEnabled,
      signsForDeputy: account.role === 'AIDE' && config.aideMaySign,
    };
    const left = session.expiresAt.getTime() - clock.now().getTime();
    // What ended while it was being read may be this very session, so it is not kept.
    if (left > 0 && endings === this.endings) this.remembered.set(cookies.session, actor, { ttl: Math.min(left, REMEMBER_MS) });
    return this.whileLive(actor);
  }

  /** Notes that the session is in use, at most every five minutes: the library itself would do so once a day. */
  private async seen({ id, updatedAt, userId }: { id: string; updatedAt: Date; userId: string }): Promise<void> {
    const now = this.parts.clock.now();
    if (now.getTime() - updatedAt.getTime() < SEEN_EVERY_MS) return;
    await sql`with used as (update auth.session set "updatedAt" = ${now} where id = ${id})
      update auth."user" set "lastSeenAt" = ${now} where id = ${userId}`.execute(rowsFor(this.parts.orm, SYSTEM));
  }

  private whileLive(actor: SignedIn): Actor {
    return actor.sessionExpiresAt > this.parts.clock.now() ? actor : ANONYMOUS;
  }

  private forget(gone: (actor: SignedIn) => boolean): void {
    this.endings += 1;
    this.reading.clear();
    for (const [cookie, actor] of this.remembered.entries()) if (gone(actor)) this.remembered.delete(cookie);
  }

  /** The cookies of the library alone; the whole signed value is the key, since the bare token is no secret to its owner. */
  private async ownCookies(headers: Headers): Promise<OwnCookies | null> {
    const header = headers.get('cookie');
    if (!header) return null;
    const { authCookies } = await this.parts.auth.context;
    const all = parseCookies(header);
    const session = all.get(authCookies.sessionToken.name);
    if (!session) return null;
    const own = [authCookies.sessionToken.name, authCookies.dontRememberToken.name]
      .flatMap((name) => (all.has(name) ? [`${name}=${encodeURIComponent(all.get(name)!)}`] : []));
    return { session, header: own.join('; ') };
  }
}

interface OwnCookies {
  readonly session: string;
  readonly header: string;
}

export const createSessions = (parts: SessionParts): Sessions => new Sessions(parts);
