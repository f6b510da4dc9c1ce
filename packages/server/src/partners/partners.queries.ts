import type DataLoader from 'dataloader';
import { sql, type Expression, type SqlBool } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { Actor, PartnerScope } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { addDays } from '../shared/day.js';
import { badInput, notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { batchById, batchByOwner } from '../shared/loader.js';
import { canAdministerPartners, keyState, type KeyState } from './partners.policy.js';
import type { DeliveryState, WebhookEvent } from './webhook-events.js';

export interface PartnerRow {
  id: string;
  name: string;
  contactEmail: string;
  createdAt: Date;
  suspendedAt: Date | null;
  costPerMinute: number;
  costPerDay: number;
  lastUsedAt: Date | null;
}

export interface PartnerKeyRow {
  id: string;
  partnerId: string;
  name: string;
  prefix: string;
  scopes: PartnerScope[];
  createdAt: Date;
  createdByName: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  state: KeyState;
}

export interface UsageRow {
  day: string;
  requests: number;
  cost: number;
  refused: number;
  failed: number;
}

export interface WebhookRow {
  id: string;
  partnerId: string;
  url: string;
  events: WebhookEvent[];
  active: boolean;
  createdAt: Date;
  lastDeliveredAt: Date | null;
  failingSince: Date | null;
  failing: boolean;
}

export interface DeliveryRow {
  id: string;
  messageId: string;
  event: WebhookEvent;
  appealNumber: string | null;
  createdAt: Date;
  attempts: number;
  state: DeliveryState;
  statusCode: number | null;
  error: string | null;
  deliveredAt: Date | null;
  nextAttemptAt: Date | null;
  body: string;
}

const PARTNERS = 'partners';
const DELIVERIES = 'deliveries';
const MAX_SEARCH = 200;
/** The longest stretch of days that a usage chart shows. */
const MAX_DAYS = 366;

/** Reads of partners, their keys, webhooks and use; for the administrator alone. */
export class PartnersQueries {
  private readonly byId: DataLoader<string, PartnerRow | null>;
  private readonly keysByPartner: DataLoader<string, PartnerKeyRow[]>;
  private readonly webhooksByPartner: DataLoader<string, WebhookRow[]>;

  constructor(private readonly db: Db, private readonly actor: Actor, private readonly clock: Clock) {
    this.byId = batchById((ids) => partnersIn(this.db).where('p.id', 'in', [...ids]).execute().then((rows) => rows.map(toPartner)));
    this.keysByPartner = batchByOwner(async (ids) => {
      const rows = await this.db.selectFrom('partner_key').where('partner_id', 'in', [...ids]).orderBy('created_at', 'desc').orderBy('id', 'desc').selectAll().execute();
      return rows.map((row): PartnerKeyRow => {
        const facts = { expiresAt: row.expires_at ?? null, revokedAt: row.revoked_at ?? null, successor: row.successor ?? null };
        return {
          id: row.id, partnerId: row.partner_id, name: row.name, prefix: row.prefix, scopes: row.scopes as PartnerScope[], createdAt: row.created_at,
          createdByName: row.created_by_name, lastUsedAt: row.last_used_at ?? null, expiresAt: facts.expiresAt, revokedAt: facts.revokedAt,
          state: keyState(facts, this.clock.now()),
        };
      });
    }, ({ partnerId }) => partnerId);
    this.webhooksByPartner = batchByOwner(async (ids) => {
      const rows = await this.db.selectFrom('webhook').where('partner_id', 'in', [...ids]).orderBy('created_at').orderBy('id')
        .select(['id', 'partner_id', 'url', 'events', 'active', 'created_at', 'last_delivered_at', 'failing_since']).execute();
      return rows.map((row): WebhookRow => ({
        id: row.id, partnerId: row.partner_id, url: row.url, events: row.events as WebhookEvent[], active: row.active, createdAt: row.created_at,
        lastDeliveredAt: row.last_delivered_at ?? null, failingSince: row.failing_since ?? null, failing: row.failing_since !== null,
      }));
    }, ({ partnerId }) => partnerId);
  }

  async list(search: string | null, firstAsked: number | null, after: string | null, wantsTotal: boolean): Promise<Page<PartnerRow>> {
    this.guard();
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(PARTNERS, after);
    const where = searching(search);
    const page = partnersIn(this.db).where((eb) => eb.and(where))
      .$if(cursor !== null, (q) => q.where(behind({ key: sql`p.name`, type: sql`text`, id: sql`p.id`, direction: 'ASC' }, cursor!)))
      .orderBy('p.name').orderBy('p.id').limit(first + 1);
    const count = this.db.selectFrom('partner as p').where((eb) => eb.and(where)).select((eb) => eb.fn.countAll<number>().as('count'));
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? count.executeTakeFirstOrThrow() : null]);
    return toPage(PARTNERS, rows.map(toPartner), first, ({ id, name }) => ({ key: name, id }), Number(total?.count ?? 0));
  }

  async get(id: string): Promise<PartnerRow> {
    this.guard();
    const row = await this.byId.clear(asId(id)).load(id);
    if (!row) throw notFound();
    return row;
  }

  keysOf(partnerId: string): Promise<PartnerKeyRow[]> {
    this.guard();
    return this.keysByPartner.load(partnerId);
  }

  async key(partnerId: string, id: string): Promise<PartnerKeyRow> {
    this.guard();
    this.keysByPartner.clear(partnerId);
    return (await this.keysOf(partnerId)).find((key) => key.id === id)!;
  }

  webhooksOf(partnerId: string): Promise<WebhookRow[]> {
    this.guard();
    return this.webhooksByPartner.load(partnerId);
  }

  async webhook(partnerId: string, id: string): Promise<WebhookRow> {
    this.guard();
    this.webhooksByPartner.clear(partnerId);
    return (await this.webhooksOf(partnerId)).find((webhook) => webhook.id === id)!;
  }

  /** Every day of the last so many, the quiet ones with noughts, oldest first. */
  async usage(partnerId: string, days: number): Promise<UsageRow[]> {
    this.guard();
    if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) throw badInput('days', 'DAYS_OUT_OF_RANGE', { max: MAX_DAYS });
    const today = this.clock.now().toISOString().slice(0, 10);
    const from = addDays(today, 1 - days);
    const rows = await this.db.selectFrom('partner_usage_day').where('partner_id', '=', partnerId).where('day', '>=', from)
      .select(['day', 'requests', 'cost', 'refused', 'failed']).execute();
    const byDay = new Map(rows.map((row) => [row.day, row]));
    return Array.from({ length: days }, (_, i) => addDays(from, i)).map((day) => byDay.get(day) ?? { day, requests: 0, cost: 0, refused: 0, failed: 0 });
  }

  async deliveries(webhookId: string, state: DeliveryState | null, firstAsked: number | null, after: string | null, wantsTotal: boolean): Promise<Page<DeliveryRow>> {
    this.guard();
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(DELIVERIES, after);
    const where: Expression<SqlBool>[] = [sql<SqlBool>`l.webhook_id = ${webhookId}`, ...(state ? [sql<SqlBool>`l.state = ${state}`] : [])];
    const page = logIn(this.db).where((eb) => eb.and(where))
      .$if(cursor !== null, (q) => q.where(behind({ key: sql`l.created_at`, type: sql`timestamptz`, id: sql`l.id`, direction: 'DESC' }, cursor!)))
      .orderBy('l.created_at', 'desc').orderBy('l.id', 'desc').limit(first + 1);
    const count = this.db.selectFrom('webhook_delivery as l').where((eb) => eb.and(where)).select((eb) => eb.fn.countAll<number>().as('count'));
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? count.executeTakeFirstOrThrow() : null]);
    return toPage(DELIVERIES, rows.map(toDelivery), first, ({ id, createdAt }) => ({ key: createdAt.toISOString(), id }), Number(total?.count ?? 0));
  }

  async delivery(id: string): Promise<DeliveryRow> {
    this.guard();
    return toDelivery(await logIn(this.db).where('l.id', '=', id).executeTakeFirstOrThrow());
  }

  private guard(): void {
    allow(canAdministerPartners(staff(this.actor)));
  }
}

const partnersIn = (db: Db) => db.selectFrom('partner as p')
  .select(['p.id', 'p.name', 'p.contact_email', 'p.created_at', 'p.suspended_at', 'p.cost_per_minute', 'p.cost_per_day'])
  .select((eb) => eb.selectFrom('partner_key as k').whereRef('k.partner_id', '=', 'p.id').select((of) => of.fn.max('k.last_used_at').as('last')).as('last_used_at'));

const logIn = (db: Db) => db.selectFrom('webhook_delivery as l').leftJoin('appeal as a', 'a.id', 'l.appeal_id')
  .select(['l.id', 'l.message_id', 'l.event', 'a.number', 'l.created_at', 'l.attempts', 'l.state', 'l.status_code', 'l.error', 'l.delivered_at', 'l.next_attempt_at', 'l.body']);

type RowOf<Query extends { executeTakeFirstOrThrow(): Promise<unknown> }> = Awaited<ReturnType<Query['executeTakeFirstOrThrow']>>;

const toPartner = (row: RowOf<ReturnType<typeof partnersIn>>): PartnerRow => ({
  id: row.id, name: row.name, contactEmail: row.contact_email, createdAt: row.created_at, suspendedAt: row.suspended_at ?? null,
  costPerMinute: row.cost_per_minute, costPerDay: row.cost_per_day, lastUsedAt: row.last_used_at ?? null,
});

const toDelivery = (row: RowOf<ReturnType<typeof logIn>>): DeliveryRow => ({
  id: row.id, messageId: row.message_id, event: row.event, appealNumber: row.number ?? null, createdAt: row.created_at, attempts: row.attempts, state: row.state,
  statusCode: row.status_code ?? null, error: row.error ?? null, deliveredAt: row.delivered_at ?? null, nextAttemptAt: row.next_attempt_at ?? null, body: row.body,
});

function searching(search: string | null): Expression<SqlBool>[] {
  const words = (search ?? '').trim().slice(0, MAX_SEARCH);
  if (!words) return [];
  const anywhere = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return [sql<SqlBool>`(p.name ilike ${anywhere} or p.contact_email ilike ${anywhere})`];
}
