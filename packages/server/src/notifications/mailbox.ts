import { jsonb } from '../db/columns.js';
import { rowsOf, type Em } from '../db/orm.js';
import { newId } from '../shared/ids.js';

/** There is no such mailbox: nothing more goes there, and staff see that the contact does not work. */
export async function markMailbox(em: Em, mail: { account?: string | null; appealId?: string | null }, now: Date): Promise<void> {
  if (mail.account) {
    await rowsOf(em).insertInto('notification_setting').values({ id: newId(), account: mail.account, modes: jsonb({}), mail_failed_at: now, changed_at: now })
      .onConflict((conflict) => conflict.column('account').doUpdateSet({ mail_failed_at: now })).execute();
  } else if (mail.appealId) {
    await rowsOf(em).updateTable('applicant').set({ email_failed_at: now })
      .where('id', '=', (eb) => eb.selectFrom('appeal').where('id', '=', mail.appealId!).select('applicant_id')).execute();
  }
}
