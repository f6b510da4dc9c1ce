import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM, type PartnerActor, type PartnerScope } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Events } from '../shared/events.js';
import { Failure } from '../shared/failures.js';
import { hashOf } from '../shared/ids.js';
import { DEMO_KEY } from './demo-partner.js';
import { refusalOfKey } from './partners.policy.js';

const KEY = /^vdk_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = 10;
/** How long a key is remembered without asking the database, in milliseconds; also how long a lost notification can matter. */
const REMEMBER_MS = 30_000;
const MAX_REMEMBERED = 10_000;
/** `last_used_at` is written at most this often, in milliseconds. */
const USED_EVERY_MS = 60_000;

/** A new key: 256 random bits, shown once and kept as its hash. */
export const newKey = (): KeyParts => keyOf(`vdk_${randomBytes(32).toString('base64url')}`);

/** What is kept of a key beside the key itself. */
export const keyOf = (secret: string): KeyParts => ({ secret, prefix: secret.slice(0, PREFIX_LENGTH), keyHash: hashOf(secret) });

interface KeyParts {
  secret: string;
  prefix: string;
  keyHash: string;
}

interface RememberedKey {
  actor: PartnerActor;
  prefix: string;
  facts: { revokedAt: Date | null; expiresAt: Date | null; successor: string | null };
  suspendedAt: Date | null;
}

interface Parts {
  orm: Orm;
  events: Pick<Events, 'on'>;
  clock: Clock;
  /** Outside it the demonstration's key, which everyone knows, is unknown. */
  demo: boolean;
  /** A refusal is a line in the log, with the key's first characters at most. */
  warn: (details: object, text: string) => void;
}

/**
 * Which partner's app a request comes from. Steady requests cost no SQL: a key is remembered by its hash, and forgotten as
 * soon as it or its partner changes, in whichever process.
 */
export class PartnerKeys {
  private readonly remembered: LRUCache<string, RememberedKey>;
  private readonly used = new LRUCache<string, number>({ max: MAX_REMEMBERED });
  private readonly stop: () => void;
  private changes = 0;

  constructor(private readonly parts: Parts) {
    const { events, clock } = parts;
    this.remembered = new LRUCache({ max: MAX_REMEMBERED, ttl: REMEMBER_MS, ttlResolution: 0, perf: { now: () => clock.now().getTime() } });
    this.stop = events.on('partner.changed', ({ partnerId }) => {
      this.changes += 1;
      for (const [hash, { actor }] of this.remembered.entries()) if (actor.partnerId === partnerId) this.remembered.delete(hash);
    });
  }

  /** The partner behind `Authorization: Bearer` or `x-api-key`; null when neither is given, and the failure when the key does not open the door. */
  async actorOf(headers: Headers): Promise<PartnerActor | Failure | null> {
    const given = givenKey(headers);
    if (given === null) return null;
    const isClosed = given === DEMO_KEY && !this.parts.demo;
    const key = KEY.test(given) && !isClosed ? await this.find(hashOf(given)) : undefined;
    const reason = key ? refusalOfKey(key.facts, key.suspendedAt, this.parts.clock.now()) : 'KEY_UNKNOWN';
    if (!key || reason) {
      this.parts.warn({ reason, ...(KEY.test(given) ? { key: given.slice(0, PREFIX_LENGTH) } : {}) }, 'a key was refused');
      return new Failure('UNAUTHENTICATED', reason ?? 'KEY_UNKNOWN');
    }
    this.noteUse(key.actor.keyId);
    return key.actor;
  }

  close(): void {
    this.stop();
    this.remembered.clear();
  }

  private async find(hash: string): Promise<RememberedKey | undefined> {
    const known = this.remembered.get(hash);
    if (known) return known;
    const { changes } = this;
    const row = await rowsFor(this.parts.orm, SYSTEM).selectFrom('partner_key as k').innerJoin('partner as p', 'p.id', 'k.partner_id').where('k.key_hash', '=', hash)
      .select(['k.id', 'k.partner_id', 'k.prefix', 'k.scopes', 'k.expires_at', 'k.revoked_at', 'k.successor', 'p.name', 'p.suspended_at', 'p.cost_per_minute', 'p.cost_per_day'])
      .executeTakeFirst();
    if (!row) return undefined;
    const key: RememberedKey = {
      actor: {
        kind: 'PARTNER', partnerId: row.partner_id, keyId: row.id, name: row.name, scopes: row.scopes as PartnerScope[],
        costPerMinute: row.cost_per_minute, costPerDay: row.cost_per_day, keyExpiresAt: row.expires_at ?? null,
      },
      prefix: row.prefix, suspendedAt: row.suspended_at ?? null,
      facts: { revokedAt: row.revoked_at ?? null, expiresAt: row.expires_at ?? null, successor: row.successor ?? null },
    };
    // What changed while it was being read may be this very key, so it is not kept.
    if (changes === this.changes) this.remembered.set(hash, key);
    return key;
  }

  private noteUse(keyId: string): void {
    const now = this.parts.clock.now();
    if (now.getTime() - (this.used.get(keyId) ?? -Infinity) < USED_EVERY_MS) return;
    this.used.set(keyId, now.getTime());
    // Other servers write too: the condition keeps it to once a minute in all.
    rowsFor(this.parts.orm, SYSTEM).updateTable('partner_key').set({ last_used_at: now }).where('id', '=', keyId)
      .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', new Date(now.getTime() - USED_EVERY_MS))])).execute()
      .catch((error: unknown) => this.parts.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the use of a key was not noted'));
  }
}

/** Another scheme than Bearer is not ours to judge. */
function givenKey(headers: Headers): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  return bearer ?? headers.get('x-api-key');
}
