import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { transaction } from '../db/acting.js';
import { partnerStream, recordIn, type Happened } from '../history/index.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import type { Actor, StaffActor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { addDays } from '../shared/day.js';
import { notFound } from '../shared/failures.js';
import { asId, newId } from '../shared/ids.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import { newKey } from './keys.js';
import { Partner, PartnerKey } from './partner.entity.js';
import type { ChangePartnerInput, CreatePartnerInput, CreatePartnerKeyInput, RotatePartnerKeyInput } from './partner.inputs.js';
import { canAdministerPartners, keyState } from './partners.policy.js';
import { scopeOnPaper } from './scopes.js';

const MAX_NAME = 100;
const EMAIL = /^[^\s@<>"(),;:\\]{1,64}@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]{2,}$/u;
const MAX_EMAIL = 254;
/** What a new partner may spend unless told. */
export const DEFAULT_COST = { perMinute: 6_000, perDay: 500_000 } as const;
const MAX_COST = { perMinute: 1_000_000, perDay: 1_000_000_000 } as const;
/** Keys of one partner that work at the same time. */
const MAX_KEYS = 20;
const MAX_OVERLAP_HOURS = 720;
const DEFAULT_OVERLAP_HOURS = 24;
const HOUR_MS = 3_600_000;

export interface MadeKey {
  partnerId: string;
  keyId: string;
  /** Null where no new key was made. */
  secret: string | null;
}

/** Partners and their keys, in the hands of an administrator. */
export class PartnersService {
  constructor(private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock) {}

  async create(input: CreatePartnerInput): Promise<string> {
    const refusals: Refusal[] = [];
    const facts = {
      name: checkedName(input.name, refusals), contactEmail: checkedEmail(input.contactEmail, refusals),
      ...checkedCosts(input.costPerMinute ?? DEFAULT_COST.perMinute, input.costPerDay ?? DEFAULT_COST.perDay, refusals),
    };
    const id = newId();
    await this.write(async (em, at) => {
      refuse(refusals);
      em.persist(em.create(Partner, { id, ...facts, createdAt: at }));
      await em.flush();
      await this.tell(em, id, at, 'PARTNER_CREATED', facts.name);
    });
    return id;
  }

  async change(input: ChangePartnerInput): Promise<string> {
    return this.onPartner(input.id, async (partner, at, em) => {
      const refusals: Refusal[] = [];
      const { costPerMinute, costPerDay } = checkedCosts(input.costPerMinute ?? partner.costPerMinute, input.costPerDay ?? partner.costPerDay, refusals);
      if (typeof input.name === 'string') partner.name = checkedName(input.name, refusals);
      if (typeof input.contactEmail === 'string') partner.contactEmail = checkedEmail(input.contactEmail, refusals);
      partner.costPerMinute = costPerMinute;
      partner.costPerDay = costPerDay;
      refuse(refusals);
      await this.tell(em, partner.id, at, 'PARTNER_CHANGED', `${partner.name}, ${partner.contactEmail}, ${costPerMinute} / ${costPerDay}`);
    });
  }

  /** None of its keys works any more, and its subscriptions end at once; nothing is lost, and `resume` gives all of it back. */
  suspend(id: string): Promise<string> {
    return this.onPartner(id, async (partner, at, em) => {
      if (partner.suspendedAt) return;
      partner.suspendedAt = at;
      await this.tell(em, partner.id, at, 'PARTNER_SUSPENDED');
    });
  }

  resume(id: string): Promise<string> {
    return this.onPartner(id, async (partner, at, em) => {
      if (!partner.suspendedAt) return;
      partner.suspendedAt = null;
      await this.tell(em, partner.id, at, 'PARTNER_RESUMED');
    });
  }

  async createKey(input: CreatePartnerKeyInput): Promise<MadeKey> {
    const refusals: Refusal[] = [];
    const name = checkText(input.name, { field: 'name', max: MAX_NAME, empty: 'KEY_NAME_EMPTY', tooLong: 'KEY_NAME_TOO_LONG' }, refusals);
    const scopes = [...new Set(input.scopes)];
    if (scopes.length === 0) refusals.push(new Refusal('SCOPES_MISSING', 'scopes'));
    const expiresAt = input.expiresOn ? new Date(`${addDays(input.expiresOn, 1)}T00:00:00.000Z`) : null;
    if (expiresAt !== null && expiresAt <= this.clock.now()) refusals.push(new Refusal('EXPIRY_IN_THE_PAST', 'expiresOn'));
    let made: MadeKey | null = null;
    await this.onPartner(input.partnerId, async (partner, at, em) => {
      refuse(refusals);
      await this.leaveRoom(em, partner.id, at);
      made = this.make(em, partner.id, { name, scopes, expiresAt }, at);
      await this.tell(em, partner.id, at, 'KEY_CREATED', `${name}: ${scopes.map(scopeOnPaper).join(', ')}`);
    });
    return made!;
  }

  /** The successor works at once, the old key until the overlap is over. */
  async rotateKey(input: RotatePartnerKeyInput): Promise<MadeKey> {
    const overlapHours = input.overlapHours ?? DEFAULT_OVERLAP_HOURS;
    return this.onKey(input.id, async (key, em, at) => {
      if (overlapHours < 0 || overlapHours > MAX_OVERLAP_HOURS) throw new Refusal('OVERLAP_OUT_OF_RANGE', 'overlapHours', { max: MAX_OVERLAP_HOURS });
      const state = keyState({ revokedAt: key.revokedAt ?? null, expiresAt: key.expiresAt ?? null, successor: key.successor ?? null }, at);
      if (state !== 'ACTIVE') throw new Refusal(state === 'ROTATED' ? 'KEY_ROTATED_ALREADY' : 'KEY_NOT_ACTIVE', 'id');
      const made = this.make(em, key.partner, { name: key.name, scopes: key.scopes, expiresAt: key.expiresAt ?? null }, at);
      const overlapEnds = new Date(at.getTime() + overlapHours * HOUR_MS);
      key.successor = made.keyId;
      key.expiresAt = key.expiresAt && key.expiresAt < overlapEnds ? key.expiresAt : overlapEnds;
      await this.tell(em, key.partner, at, 'KEY_ROTATED', `${key.name} (${key.prefix}…)`);
      return made;
    });
  }

  /** The key opens nothing from this moment, and its subscriptions end. */
  revokeKey(id: string): Promise<MadeKey> {
    return this.onKey(id, async (key, em, at) => {
      if (!key.revokedAt) await this.tell(em, key.partner, at, 'KEY_REVOKED', `${key.name} (${key.prefix}…)`);
      key.revokedAt ??= at;
      return { partnerId: key.partner, keyId: key.id, secret: null };
    });
  }

  private tell(em: Em, partnerId: string, at: Date, event: Happened['event'], text: string | null = null): Promise<void> {
    return recordIn(em, partnerStream(partnerId), this.actor, at, { event, text });
  }

  private make(em: Em, partner: string, facts: Pick<PartnerKey, 'name' | 'scopes'> & { expiresAt: Date | null }, at: Date): MadeKey {
    const { secret, prefix, keyHash } = newKey();
    const { accountId, name } = this.administrator();
    const key = em.create(PartnerKey, { id: newId(), partner, ...facts, prefix, keyHash, createdBy: accountId, createdByName: name, createdAt: at });
    em.persist(key);
    return { partnerId: partner, keyId: key.id, secret };
  }

  private async leaveRoom(em: Em, partnerId: string, at: Date): Promise<void> {
    const { count } = await rowsOf(em).selectFrom('partner_key').where('partner_id', '=', partnerId).where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', at)])).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    if (Number(count) >= MAX_KEYS) throw new Refusal('KEYS_TOO_MANY', null, { max: MAX_KEYS });
  }

  private async onPartner(id: string, change: (partner: Partner, at: Date, em: Em) => void | Promise<void>): Promise<string> {
    this.administrator();
    asId(id);
    await this.write(async (em, at) => {
      const partner = await em.findOne(Partner, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!partner) throw notFound();
      await change(partner, at, em);
    });
    return id;
  }

  private async onKey(id: string, change: (key: PartnerKey, em: Em, at: Date) => Promise<MadeKey>): Promise<MadeKey> {
    this.administrator();
    asId(id);
    return this.write(async (em, at) => {
      const key = await em.findOne(PartnerKey, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!key) throw notFound();
      return change(key, em, at);
    });
  }

  private async write<T>(work: (em: Em, at: Date) => Promise<T>): Promise<T> {
    this.administrator();
    try {
      return await transaction(this.orm, this.actor, (em) => work(em, this.clock.now()));
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) throw new Refusal('PARTNER_NAME_TAKEN', 'name');
      throw error;
    }
  }

  private administrator(): StaffActor {
    const actor = staff(this.actor);
    allow(canAdministerPartners(actor));
    return actor;
  }
}

const checkedName = (name: string, refusals: Refusal[]): string =>
  checkText(name, { field: 'name', max: MAX_NAME, empty: 'PARTNER_NAME_EMPTY', tooLong: 'PARTNER_NAME_TOO_LONG' }, refusals).replace(/\s+/g, ' ');

function checkedEmail(email: string, refusals: Refusal[]): string {
  const clean = email.trim().toLowerCase();
  if (clean.length > MAX_EMAIL || !EMAIL.test(clean)) refusals.push(new Refusal('EMAIL_INVALID', 'contactEmail'));
  return clean;
}

function checkedCosts(costPerMinute: number, costPerDay: number, refusals: Refusal[]): { costPerMinute: number; costPerDay: number } {
  if (costPerMinute < 1 || costPerMinute > MAX_COST.perMinute) refusals.push(new Refusal('COST_OUT_OF_RANGE', 'costPerMinute', { max: MAX_COST.perMinute }));
  if (costPerDay < 1 || costPerDay > MAX_COST.perDay) refusals.push(new Refusal('COST_OUT_OF_RANGE', 'costPerDay', { max: MAX_COST.perDay }));
  return { costPerMinute, costPerDay };
}
