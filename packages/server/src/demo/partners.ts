/** Partners of the demonstration: whose apps the letters of channel PARTNER came through, with what they used and were told. */
import { sql } from 'kysely';
import type { Config } from '../config.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { partnerStream, recordIn } from '../history/index.js';
import {
  DEMO_KEY, DEMO_WEBHOOK_SECRET, DEMO_WEBHOOK_URL, EVENT_OF_STATUS, keyOf, MAX_ATTEMPTS, newKey, RETRY_AFTER_MS, typeOf, WEBHOOK_EVENTS, type WebhookEvent,
} from '../partners/index.js';
import { PARTNER_SCOPES, SYSTEM, type Actor, type PartnerScope } from '../shared/actor.js';
import { addDays } from '../shared/day.js';
import { newId } from '../shared/ids.js';
import type { Vault } from '../shared/vault.js';
import { demoStaff } from './accounts.js';
import { chance, int, seeded, type Random } from './random.js';
import { PARTNER_APPS } from './simulate-words.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface DemoKey {
  readonly name: string;
  /** Left out: random, and known to nobody. */
  readonly secret?: string;
  readonly scopes: readonly PartnerScope[];
  readonly madeDaysAgo: number;
  readonly usedHoursAgo: number;
  readonly endsInHours?: number;
  readonly revokedDaysAgo?: number;
  /** Its place in the list of the key that took over. */
  readonly successor?: number;
}

interface DemoPartner {
  readonly contactEmail: string;
  readonly joinedDaysAgo: number;
  readonly costPerMinute: number;
  readonly costPerDay: number;
  readonly requestsPerDay: number;
  readonly suspendedDaysAgo?: number;
  readonly keys: readonly DemoKey[];
}

const APPEALS: readonly PartnerScope[] = ['APPEALS_SUBMIT', 'APPEALS_TRACK'];

/** In the order of {@link PARTNER_APPS}. The first one's key is known, so its quota is wide enough for a measurement. */
const PARTNERS: readonly DemoPartner[] = [
  {
    contactEmail: 'api@moydvor.example', joinedDaysAgo: 262, costPerMinute: 1_000_000, costPerDay: 100_000_000, requestsPerDay: 5_200,
    keys: [
      { name: 'Демонстрационный ключ', secret: DEMO_KEY, scopes: PARTNER_SCOPES, madeDaysAgo: 61, usedHoursAgo: 0.2 },
      { name: 'Пробный', scopes: APPEALS, madeDaysAgo: 262, usedHoursAgo: 60 * 24, revokedDaysAgo: 60 },
    ],
  },
  {
    contactEmail: 'support@nashgorod.example', joinedDaysAgo: 240, costPerMinute: 6_000, costPerDay: 500_000, requestsPerDay: 7_900,
    keys: [
      { name: 'Боевой сервер', scopes: [...APPEALS, 'DIRECTORY_READ', 'STATISTICS_READ'], madeDaysAgo: 0.2, usedHoursAgo: 0.1 },
      { name: 'Боевой сервер', scopes: [...APPEALS, 'DIRECTORY_READ', 'STATISTICS_READ'], madeDaysAgo: 240, usedHoursAgo: 1, endsInHours: 19, successor: 0 },
    ],
  },
  {
    contactEmail: 'dev@sosed.example', joinedDaysAgo: 150, costPerMinute: 3_000, costPerDay: 200_000, requestsPerDay: 900, suspendedDaysAgo: 6,
    keys: [
      { name: 'Приложение', scopes: [...APPEALS, 'DIRECTORY_READ'], madeDaysAgo: 90, usedHoursAgo: 6 * 24 },
      { name: 'Справочник на сайте', scopes: ['DIRECTORY_READ'], madeDaysAgo: 150, usedHoursAgo: 70 * 24, endsInHours: -60 * 24 },
    ],
  },
];

/** Days of use that the chart can show. */
const USAGE_DAYS = 120;
/** Messages of the log; a webhook of two months. */
const WEBHOOK_DAYS = 60;
const MESSAGES = 150;
/** Units of cost of a request, from one appeal looked up to a page of them. */
const COST = { min: 24, max: 46 };

/**
 * Makes the partners once; repeating it changes nothing.
 * @throws outside demonstration mode: a key that everyone knows must never exist there.
 */
export async function loadPartners(orm: Orm, { demo }: Pick<Config, 'demo'>, vault: Vault, now: Date): Promise<void> {
  if (!demo) throw new Error('Demonstration partners exist in demonstration mode only');
  await transaction(orm, SYSTEM, async (em) => {
    const db = rowsOf(em);
    if (await db.selectFrom('partner_key').where('key_hash', '=', keyOf(DEMO_KEY).keyHash).select('id').executeTakeFirst()) return;
    const administrator = await demoStaff(db, 'admin@demo.test');
    if (!administrator) return;
    for (const [at, partner] of PARTNERS.entries()) {
      const name = PARTNER_APPS[at]!;
      const id = await addPartner(em, name, partner, administrator, now);
      // Who sent a letter stands in its history; from now on the partner may follow it too.
      await sql`update appeal set partner_id = ${id} from history_entry h
        where h.appeal_id = appeal.id and h.move = 'SUBMIT' and h.actor_kind = 'PARTNER' and h.actor_name = ${name}`.execute(db);
      await db.insertInto('partner_usage_day').values(usageOf(partner, now).map((day) => ({ partner_id: id, ...day }))).execute();
      if (at === 0) await addWebhook(em, id, administrator, vault, now);
    }
  });
}

const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

async function addPartner(em: Em, name: string, partner: DemoPartner, administrator: Extract<Actor, { kind: 'STAFF' }>, now: Date): Promise<string> {
  const [db, id] = [rowsOf(em), newId()];
  const tell = (daysAgo: number, event: 'PARTNER_CREATED' | 'KEY_CREATED' | 'KEY_REVOKED' | 'KEY_ROTATED' | 'PARTNER_SUSPENDED', text: string | null = null) =>
    ({ at: ago(now, daysAgo), event, text });
  const suspendedAt = partner.suspendedDaysAgo === undefined ? null : ago(now, partner.suspendedDaysAgo);
  await db.insertInto('partner').values({
    id, name, contact_email: partner.contactEmail, cost_per_minute: partner.costPerMinute, cost_per_day: partner.costPerDay,
    created_at: ago(now, partner.joinedDaysAgo), suspended_at: suspendedAt,
  }).execute();
  const keys = partner.keys.map((key) => ({ ...key, id: newId(), ...(key.secret ? keyOf(key.secret) : newKey()) }));
  await db.insertInto('partner_key').values(keys.map((key) => ({
    id: key.id, partner_id: id, name: key.name, prefix: key.prefix, key_hash: key.keyHash, scopes: [...key.scopes],
    created_by: null, created_by_name: administrator.name, created_at: ago(now, key.madeDaysAgo), last_used_at: ago(now, key.usedHoursAgo / 24),
    expires_at: key.endsInHours === undefined ? null : ago(now, -key.endsInHours / 24), revoked_at: key.revokedDaysAgo === undefined ? null : ago(now, key.revokedDaysAgo),
    successor: key.successor === undefined ? null : keys[key.successor]!.id,
  }))).execute();
  const happened = [
    tell(partner.joinedDaysAgo, 'PARTNER_CREATED', name),
    ...keys.map((key) => (keys.some(({ successor }) => successor === keys.indexOf(key))
      ? tell(key.madeDaysAgo, 'KEY_ROTATED', `${key.name} (${keys.find(({ successor }) => successor !== undefined)!.prefix}…)`)
      : tell(key.madeDaysAgo, 'KEY_CREATED', key.name))),
    ...keys.flatMap((key) => (key.revokedDaysAgo === undefined ? [] : [tell(key.revokedDaysAgo, 'KEY_REVOKED', `${key.name} (${key.prefix}…)`)])),
    ...(partner.suspendedDaysAgo === undefined ? [] : [tell(partner.suspendedDaysAgo, 'PARTNER_SUSPENDED')]),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, ...what } of happened) await recordIn(em, partnerStream(id), administrator, at, what);
  return id;
}

interface UsageDay {
  day: string;
  requests: number;
  cost: number;
  refused: number;
  failed: number;
}

/** A growing app that people use on working days, with one evening when it asked for too much; none since it was suspended. */
function usageOf({ contactEmail, requestsPerDay, joinedDaysAgo, suspendedDaysAgo }: DemoPartner, now: Date): UsageDay[] {
  const random = seeded(`usage:${contactEmail}`);
  const today = now.toISOString().slice(0, 10);
  const partOfToday = (now.getTime() % DAY_MS) / DAY_MS;
  const busyDay = int(random, 12, 25);
  return Array.from({ length: Math.min(USAGE_DAYS, joinedDaysAgo) }, (_, daysAgo) => {
    const day = addDays(today, -daysAgo);
    const isWeekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    const asked = requestsPerDay * (1 - daysAgo / 200) * (isWeekend ? 0.45 : 1) * (0.85 + random() * 0.3) * (daysAgo === 0 ? partOfToday : 1);
    const isQuiet = suspendedDaysAgo !== undefined && daysAgo < suspendedDaysAgo;
    const requests = isQuiet ? 0 : Math.round(asked * (daysAgo === busyDay ? 2.1 : 1));
    const refused = Math.round(requests * (daysAgo === busyDay ? 0.31 : chance(random, 0.2) ? 0.004 : 0));
    return { day, requests, cost: (requests - refused) * int(random, COST.min, COST.max), refused, failed: Math.round(requests * random() * 0.003) };
  });
}

/** A webhook whose server was down one night, and once did not like a message. */
async function addWebhook(em: Em, partnerId: string, administrator: Extract<Actor, { kind: 'STAFF' }>, vault: Vault, now: Date): Promise<void> {
  const [db, id, since] = [rowsOf(em), newId(), ago(now, WEBHOOK_DAYS)];
  const news = await newsOf(db, partnerId, since);
  const random = seeded('deliveries');
  const down = { from: ago(now, 9.3), to: ago(now, 9) };
  const disliked = news.findIndex(({ at }) => at < ago(now, 12));
  const trial: News = { at: new Date(since.getTime() + 60_000), appeal: null, event: 'PING', data: {} };
  const log = [...news, trial].map((message, at) => delivered(message, down, random, at === disliked)).filter(({ delivered_at: at }) => at === null || at <= now);
  const arrivals = log.flatMap(({ delivered_at: at }) => (at ? [at.getTime()] : []));
  await db.insertInto('webhook').values({
    id, partner_id: partnerId, url: DEMO_WEBHOOK_URL, events: WEBHOOK_EVENTS.filter((event) => event !== 'PING'), secret: vault.seal('webhook.secret', DEMO_WEBHOOK_SECRET),
    active: true, created_at: since, last_delivered_at: new Date(Math.max(...arrivals)), failing_since: null,
  }).execute();
  await db.insertInto('webhook_delivery').values(log.map((row) => ({ ...row, webhook_id: id }))).execute();
  await recordIn(em, partnerStream(partnerId), administrator, since, { event: 'WEBHOOK_CREATED', text: DEMO_WEBHOOK_URL });
}

interface News {
  at: Date;
  appeal: string | null;
  event: WebhookEvent;
  data: object;
}

/** What the partner would have been told of its appeals, newest first. */
async function newsOf(db: Db, partnerId: string, since: Date): Promise<News[]> {
  const { rows } = await sql<{ at: Date; id: string; number: string; status: keyof typeof EVENT_OF_STATUS }>`
    select h.at, a.id, a.number, h.to_status status from appeal a join history_entry h on h.appeal_id = a.id and h.event = 'MOVE'
    where a.partner_id = ${partnerId} and h.to_status = any(${Object.keys(EVENT_OF_STATUS)}) and h.at > ${since} order by h.at desc limit ${MESSAGES}`.execute(db);
  return rows.map(({ at, id, number, status }) => ({ at, appeal: id, event: EVENT_OF_STATUS[status]!, data: { number, status, changedAt: at.toISOString() } }));
}

function delivered({ at, appeal, event, data }: News, down: { from: Date; to: Date }, random: Random, isDisliked: boolean) {
  const tries = [0, ...RETRY_AFTER_MS].map((_, i) => at.getTime() + RETRY_AFTER_MS.slice(0, i).reduce((sum, pause) => sum + pause, 0));
  const isDown = (moment: number): boolean => moment >= down.from.getTime() && moment < down.to.getTime();
  const first = tries.findIndex((moment) => !isDown(moment));
  const message = { id: newId(), message_id: newId(), event, appeal_id: appeal, body: JSON.stringify({ type: typeOf(event), timestamp: at.toISOString(), data }), created_at: at, next_attempt_at: null };
  if (isDisliked) return { ...message, state: 'FAILED' as const, attempts: MAX_ATTEMPTS, status_code: 422, error: 'HTTP_STATUS', delivered_at: null };
  return { ...message, state: 'DELIVERED' as const, attempts: first + 1, status_code: 200, error: null, delivered_at: new Date(tries[first]! + int(random, 90, 900)) };
}
