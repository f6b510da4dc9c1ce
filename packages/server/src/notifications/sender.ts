import { jsonb } from '../db/columns.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import type { Config } from '../config.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import type { Vault } from '../shared/vault.js';
import { CarrierError, type Carrier } from './carrier.js';
import type { MailChannel } from './mail.entity.js';
import { unsubscribeToken } from './unsubscribe.js';

/** How often a mail is tried before it counts as failed; with the growing pauses of the queue that is more than a day. */
export const MAIL_ATTEMPTS = 14;

type Outcome = 'SENT' | 'FAILED' | 'NOTHING_TO_DO';

/** Hands waiting mails to the carrier of their channel: the task `send_mail`. */
export class MailSender {
  constructor(
    private readonly orm: Orm, private readonly clock: Clock, private readonly carriers: Record<MailChannel, Carrier | null>, private readonly vault: Vault,
    private readonly config: Pick<Config, 'publicUrl' | 'secret'>,
  ) {}

  /**
   * Once sent, the text is erased: it holds links that are secrets. A mail that is not waiting any more is left alone.
   * @param isLastAttempt after it the mail counts as failed, and nothing is thrown
   * @throws CarrierError when it should be tried again
   */
  async send(mailId: string, isLastAttempt: boolean): Promise<Outcome> {
    const db = rowsFor(this.orm, SYSTEM);
    const mail = await db.selectFrom('mail as l').leftJoin('notification_setting as s', 's.account', 'l.account').where('l.id', '=', mailId).where('l.state', '=', 'WAITING')
      .select(['l.id', 'l.kind', 'l.channel', 'l.account', 'l.appeal_id as appealId', 'l.to_address', 'l.subject', 'l.text', 'l.html', 's.bot_secret as botSecret']).executeTakeFirst();
    if (!mail?.text) return 'NOTHING_TO_DO';
    const carrier = this.carriers[mail.channel];
    if (!carrier) throw new Error('SMTP_URL is not set, and a mail waits to be sent');
    const token = unsubscribeToken({ kind: mail.kind, account: mail.account ?? null, appealId: mail.appealId ?? null }, this.config.secret);
    try {
      await carrier.deliver({
        id: mail.id, to: this.vault.open('mail.to_address', mail.to_address), subject: mail.subject,
        text: this.vault.open('mail.text', mail.text), html: this.vault.opened('mail.html', mail.html),
        unsubscribeUrl: token && `${this.config.publicUrl}/unsubscribe/${token}`, secret: this.vault.opened('notification_setting.bot_secret', mail.botSecret ?? null),
      });
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error;
      const gaveUp = isLastAttempt || error.permanent;
      await transaction(this.orm, SYSTEM, async (em) => {
        await rowsOf(em).updateTable('mail').set((eb) => ({ attempts: eb('attempts', '+', 1), error: error.message, ...(gaveUp ? { state: 'FAILED' as const } : {}) }))
          .where('id', '=', mailId).execute();
        if (error.mailboxGone) await this.markMailbox(em, mail);
      });
      if (gaveUp) return 'FAILED';
      throw error;
    }
    await db.updateTable('mail').set((eb) => ({
      state: 'SENT' as const, attempts: eb('attempts', '+', 1), sent_at: this.clock.now(), text: null, html: null, error: null,
    })).where('id', '=', mailId).execute();
    return 'SENT';
  }

  /** There is no such mailbox: nothing more goes there, and staff see that the contact does not work. */
  private async markMailbox(em: Em, mail: { account?: string | null; appealId?: string | null }): Promise<void> {
    const now = this.clock.now();
    if (mail.account) {
      await rowsOf(em).insertInto('notification_setting').values({ id: newId(), account: mail.account, modes: jsonb({}), mail_failed_at: now, changed_at: now })
        .onConflict((conflict) => conflict.column('account').doUpdateSet({ mail_failed_at: now })).execute();
    } else if (mail.appealId) {
      await rowsOf(em).updateTable('applicant').set({ email_failed_at: now })
        .where('id', '=', (eb) => eb.selectFrom('appeal').where('id', '=', mail.appealId!).select('applicant_id')).execute();
    }
  }
}
