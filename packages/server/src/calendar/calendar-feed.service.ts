import { randomBytes } from 'node:crypto';
import { AppealsQueries, type AppealRow, type DeadlineRules } from '../appeals/index.js';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { accountStream, recordIn } from '../history/index.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM, type Actor, type StaffActor } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { hashOf } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import type { Vault } from '../shared/vault.js';
import { calendar } from './ical.js';

const TOKEN_BYTES = 32;
/** Deadlines of one calendar, the nearest first: more than anybody's calendar can show. */
const MAX_ENTRIES = 1_000;

const WORDS: Record<Locale, { name: (service: string) => string; summary: (number: string) => string }> = {
  ru: { name: (service) => `Сроки: ${service}`, summary: (number) => `Срок ответа: ${number}` },
  en: { name: (service) => `Deadlines: ${service}`, summary: (number) => `Answer due: ${number}` },
};

/** The secret address of one's own calendar of deadlines: made, made anew, and revoked by its owner alone. */
export class CalendarFeedService {
  constructor(private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock, private readonly config: Pick<Config, 'publicUrl'>) {}

  /** When the present address was made; null without one. The address itself is not kept. */
  async mine(): Promise<{ createdAt: Date } | null> {
    const { accountId } = staff(this.actor);
    const row = await rowsFor(this.orm, SYSTEM).selectFrom('calendar_feed').where('account', '=', accountId).select('created_at as createdAt').executeTakeFirst();
    return row ?? null;
  }

  /** A new address; an earlier one stops working. */
  async link(): Promise<{ url: string; createdAt: Date }> {
    const person = staff(this.actor);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    await transaction(this.orm, SYSTEM, async (em) => {
      await rowsOf(em).insertInto('calendar_feed').values({ account: person.accountId, token_hash: hashOf(token), created_at: now })
        .onConflict((conflict) => conflict.column('account').doUpdateSet({ token_hash: hashOf(token), created_at: now })).execute();
      await recordIn(em, accountStream(person.accountId), person, now, { event: 'CALENDAR_LINKED' });
    });
    return { url: `${this.config.publicUrl}/calendar/${token}.ics`, createdAt: now };
  }

  /** The address stops working. @returns false when there was none */
  async unlink(): Promise<boolean> {
    const person = staff(this.actor);
    return transaction(this.orm, SYSTEM, async (em) => {
      const { numDeletedRows } = await rowsOf(em).deleteFrom('calendar_feed').where('account', '=', person.accountId).executeTakeFirstOrThrow();
      if (!numDeletedRows) return false;
      await recordIn(em, accountStream(person.accountId), person, this.clock.now(), { event: 'CALENDAR_UNLINKED' });
      return true;
    });
  }
}

export interface FeedParts {
  orm: Orm;
  reference: Reference;
  rules: DeadlineRules;
  clock: Clock;
  vault: Vault;
  config: Pick<Config, 'publicUrl' | 'serviceName'>;
}

/** The calendar behind an address, with the walls that its owner has now; null for a token that is nobody's, or somebody's who may not work any more. */
export async function calendarOf(token: string, { orm, reference, rules, clock, vault, config }: FeedParts): Promise<string | null> {
  const row = await rowsFor(orm, SYSTEM).selectFrom('calendar_feed as f').innerJoin('account as a', 'a.id', 'f.account').where('f.token_hash', '=', hashOf(token)).where('a.deactivated_at', 'is', null)
    .select(['a.id', 'a.role', 'a.name', 'a.locale', 'a.regions', 'a.deputy_id as deputyId']).executeTakeFirst();
  if (!row) return null;
  const now = clock.now();
  const owner: StaffActor = {
    kind: 'STAFF', accountId: row.id, sessionId: 'calendar', sessionExpiresAt: now, name: row.name, email: '', role: row.role, regions: row.regions, deputyId: row.deputyId ?? null,
  };
  const appeals = new AppealsQueries(rowsFor(orm, owner), reference, owner, clock, row.locale, vault, rules);
  const { value } = await appeals.pages({ status: ['REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED'] }, { field: 'DUE_ON', direction: 'ASC' }, new Set(['number']), MAX_ENTRIES).next();
  const rows: AppealRow[] = value ?? [];
  const words = WORDS[row.locale];
  return calendar(words.name(config.serviceName), new URL(config.publicUrl).hostname, rows.filter(({ daysLeft }) => daysLeft !== null).map(({ id, number, dueOn, changedAt }) => ({
    id, dueOn: dueOn!, summary: words.summary(number), url: `${config.publicUrl}/admin/appeals/${id}`, changedAt,
  })), now);
}
