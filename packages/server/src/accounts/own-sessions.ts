import type { Actor } from '../shared/actor.js';
import { signedIn } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { notFound } from '../shared/failures.js';
import type { Locale } from '../shared/locale.js';
import type { Auth, StoredSession } from './auth.js';
import { deviceOf, shortAddress } from './device.js';

/** A session as its owner sees it. */
export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  device: string;
  address: string | null;
  current: boolean;
}

/** More than anybody has; the rest is ended by the sign-out elsewhere all the same. */
const MAX_SHOWN = 100;

/** Where one is signed in, and signing out there. */
export class OwnSessions {
  constructor(
    private readonly auth: Auth, private readonly actor: Actor, private readonly clock: Clock, private readonly locale: Locale,
  ) {}

  /** The own ones, the one that asks first, then by last use. */
  async list(): Promise<SessionRow[]> {
    const { sessionId } = signedIn(this.actor);
    const rows = await this.stored();
    return rows.map(({ id, createdAt, updatedAt, expiresAt, ipAddress, userAgent }) => ({
      id, createdAt, lastSeenAt: updatedAt, expiresAt, device: deviceOf(userAgent, this.locale), address: shortAddress(ipAddress), current: id === sessionId,
    })).sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.getTime() - a.lastSeenAt.getTime()).slice(0, MAX_SHOWN);
  }

  /** Ends one of the own sessions, with what is watched there; the present one too. @throws NOT_FOUND for another person's */
  async end(id: string): Promise<number> {
    const session = (await this.stored()).find((row) => row.id === id);
    if (!session) throw notFound();
    return this.endAll([session]);
  }

  /** Ends all but the one that asks. */
  async endOthers(): Promise<number> {
    const { sessionId } = signedIn(this.actor);
    return this.endAll((await this.stored()).filter(({ id }) => id !== sessionId));
  }

  private async endAll(sessions: readonly StoredSession[]): Promise<number> {
    const { internalAdapter } = await this.auth.context;
    // By the library, so that this process forgets them before it answers; the others hear it from the database.
    for (const { token } of sessions) await internalAdapter.deleteSession(token);
    return sessions.length;
  }

  private stored(): Promise<StoredSession[]> {
    return this.auth.sessionsOf(signedIn(this.actor).accountId, this.clock.now());
  }
}
