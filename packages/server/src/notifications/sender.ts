import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import type { Config } from '../config.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Vault } from '../shared/vault.js';
import { CarrierError, type Carrier } from './carrier.js';
import type { MailChannel } from './mail.entity.js';
import { markMailbox } from './mailbox.js';
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
        if (error.mailboxGone) await markMailbox(em, mail, this.clock.now());
      });
      if (gaveUp) return 'FAILED';
      throw error;
    }
    await db.updateTable('mail').set((eb) => ({
      state: 'SENT' as const, attempts: eb('attempts', '+', 1), sent_at: this.clock.now(), text: null, html: null, error: null,
    })).where('id', '=', mailId).execute();
    return 'SENT';
  }
}
