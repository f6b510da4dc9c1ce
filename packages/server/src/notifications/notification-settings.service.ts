import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { jsonb } from '../db/columns.js';
import { newWebhookSecret, type WebhookAddresses } from '../partners/index.js';
import { SYSTEM, type Actor } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import { Refusal } from '../shared/refusal.js';
import type { Vault } from '../shared/vault.js';
import type { SetNotificationsInput } from './notification-settings.type.js';
import { eventsOf, modeOf, type Modes, type NoticeMode, type StaffEvent } from './staff-news.lifecycle.js';

/** How the viewer is told of things. */
export interface SettingsRow {
  modes: { event: StaffEvent; mode: NoticeMode }[];
  quietFrom: number | null;
  quietUntil: number | null;
  botUrl: string | null;
  mailFailedAt: Date | null;
}

const isHour = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 23;

/** How a person of the console is told of things: one's own settings, and nobody else's. */
export class NotificationSettingsService {
  constructor(private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock, private readonly addresses: WebhookAddresses, private readonly vault: Vault) {}

  async mine(): Promise<SettingsRow> {
    const { accountId, role } = staff(this.actor);
    const row = await rowsFor(this.orm, SYSTEM).selectFrom('notification_setting').where('account', '=', accountId)
      .select(['modes', 'quiet_from as quietFrom', 'quiet_until as quietUntil', 'bot_url as botUrl', 'mail_failed_at as mailFailedAt']).executeTakeFirst();
    const chosen = (row?.modes ?? {}) as Modes;
    return {
      modes: eventsOf(role).map((event) => ({ event, mode: modeOf(role, chosen, event) })), quietFrom: row?.quietFrom ?? null, quietUntil: row?.quietUntil ?? null,
      botUrl: this.vault.opened('notification_setting.bot_url', row?.botUrl), mailFailedAt: row?.mailFailedAt ?? null,
    };
  }

  /** What is told and when. Saved, mails are tried again where the mailbox did not work. @throws Refusal for an event of other roles, or half of the quiet hours */
  async set({ modes, quietFrom, quietUntil }: SetNotificationsInput): Promise<SettingsRow> {
    const { role } = staff(this.actor);
    const own = eventsOf(role);
    modes.forEach(({ event }, i) => {
      if (!own.includes(event)) throw new Refusal('NOTIFICATION_NOT_YOURS', `modes.${i}.event`);
    });
    const hours = [quietFrom ?? null, quietUntil ?? null] as const;
    const quiet = hours[0] !== null && hours[1] !== null;
    if (quiet ? !isHour(hours[0]!) || !isHour(hours[1]!) : hours[0] !== hours[1]) throw new Refusal('QUIET_HOURS_MALFORMED', 'quietFrom');
    await this.change({ modes: jsonb(Object.fromEntries(modes.map(({ event, mode }) => [event, mode]))), quiet_from: hours[0], quiet_until: hours[1], mail_failed_at: null });
    return this.mine();
  }

  /** A messenger bot of the person's own, by its webhook; null takes it away. @returns the secret that signs, said this once */
  async setBot(url: string | null | undefined): Promise<{ settings: SettingsRow; secret: string | null }> {
    staff(this.actor);
    const checked = !url?.trim() ? null : await this.addresses.check(url);
    const secret = checked === null ? null : newWebhookSecret();
    await this.change({ bot_url: this.vault.sealed('notification_setting.bot_url', checked), bot_secret: this.vault.sealed('notification_setting.bot_secret', secret) });
    return { settings: await this.mine(), secret };
  }

  private change(values: Record<string, unknown>): Promise<void> {
    const { accountId } = staff(this.actor);
    return transaction(this.orm, SYSTEM, (em) => upsert(em, accountId, values, this.clock.now()));
  }
}

async function upsert(em: Em, account: string, values: Record<string, unknown>, now: Date): Promise<void> {
  await rowsOf(em).insertInto('notification_setting').values({ id: newId(), account, modes: jsonb({}), changed_at: now, ...values } as never)
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ ...values, changed_at: now } as never)).execute();
}
