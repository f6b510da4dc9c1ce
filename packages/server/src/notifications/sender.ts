import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Vault } from '../shared/vault.js';
import { CarrierError, type Carrier } from './carrier.js';

/** How often a mail is tried before it counts as failed; with the growing pauses of the queue that is more than a day. */
export const MAIL_ATTEMPTS = 14;

/** Hands waiting mails to the carrier: the task `send_mail`. */
export class MailSender {
  constructor(private readonly orm: Orm, private readonly clock: Clock, private readonly carrier: Carrier, private readonly vault: Vault) {}

  /**
   * Once sent, the text is erased: it holds links that are secrets. A mail that is not waiting any more is left alone.
   * @param isLastAttempt after it the mail counts as failed, and nothing is thrown
   * @throws CarrierError when it should be tried again
   */
  async send(mailId: string, isLastAttempt: boolean): Promise<'SENT' | 'FAILED' | 'NOTHING_TO_DO'> {
    const db = rowsFor(this.orm, SYSTEM);
    const mail = await db.selectFrom('mail').where('id', '=', mailId).where('state', '=', 'WAITING')
      .select(['id', 'to_address', 'subject', 'text', 'html']).executeTakeFirst();
    if (!mail?.text) return 'NOTHING_TO_DO';
    try {
      await this.carrier.deliver({
        id: mail.id, to: this.vault.open('mail.to_address', mail.to_address), subject: mail.subject,
        text: this.vault.open('mail.text', mail.text), html: this.vault.opened('mail.html', mail.html),
      });
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error;
      const gaveUp = isLastAttempt || error.permanent;
      await db.updateTable('mail').set((eb) => ({ attempts: eb('attempts', '+', 1), error: error.message, ...(gaveUp ? { state: 'FAILED' as const } : {}) }))
        .where('id', '=', mailId).execute();
      if (gaveUp) return 'FAILED';
      throw error;
    }
    await db.updateTable('mail').set((eb) => ({
      state: 'SENT' as const, attempts: eb('attempts', '+', 1), sent_at: this.clock.now(), text: null, html: null, error: null,
    })).where('id', '=', mailId).execute();
    return 'SENT';
  }
}
