import { v5 } from 'uuid';
import type { Config } from '../config.js';
import { sql } from 'kysely';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Orm } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { hashOf } from '../shared/ids.js';
import { addJob, type JobPayloads } from '../shared/jobs.js';
import type { Locale } from '../shared/locale.js';
import { sealedMail } from '../shared/sealed-mail.js';
import type { Vault } from '../shared/vault.js';
import { ACCOUNT_LETTERS } from './account-letters.js';
import { asHtml, asText, subjectLine, type Letter } from './letter.js';
import { MAIL_ATTEMPTS } from './sender.js';

/** Makes ids of mails out of their links, so that a job that is run again writes no second one. */
const NAMESPACE = '8c1c7a2e-3f2b-4a3c-9a34-5b7d0f2a6c11';

interface Written {
  to: string;
  locale: Locale;
  letter: Letter;
}

/** Writes to people of the console: the task `account_mail`. */
export class AccountMailWriter {
  constructor(
    private readonly orm: Orm, private readonly reference: Reference, private readonly clock: Clock,
    private readonly config: Pick<Config, 'publicUrl' | 'serviceName' | 'smtpUrl'>, private readonly vault: Vault,
  ) {}

  /** @returns the mail's id; null when there is nothing to say any more, or it was written before */
  async write(job: JobPayloads['account_mail']): Promise<string | null> {
    return transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      const now = this.clock.now();
      const written = job.mail === 'INVITATION' ? await this.invitation(db, job, now) : await this.passwordReset(db, job, now);
      if (!written) return null;
      const { to, locale, letter } = written;
      const id = v5(`${job.mail} ${hashOf(job.token)}`, NAMESPACE);
      const { numInsertedOrUpdatedRows } = await db.insertInto('mail').values({
        id, kind: job.mail, state: this.config.smtpUrl ? 'WAITING' : 'KEPT', appeal_id: null,
        ...sealedMail(this.vault, to, { subject: subjectLine(letter), text: asText(letter), html: asHtml(letter, locale) }), attempts: 0, created_at: now,
      }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return null;
      if (this.config.smtpUrl) await addJob(em, 'send_mail', { mailId: id }, { key: `mail:${id}`, maxAttempts: MAIL_ATTEMPTS });
      return id;
    });
  }

  private async invitation(db: Db, { invitationId, token }: { invitationId: string; token: string }, now: Date): Promise<Written | null> {
    // Only the last link is worth a letter: the invitation may have been sent again, accepted or revoked meanwhile.
    const row = await db.selectFrom('invitation as i').leftJoin('deputy as d', 'd.id', 'i.deputy_id').where('i.id', '=', invitationId)
      .where('i.token_hash', '=', hashOf(token)).where('i.accepted_at', 'is', null).where('i.revoked_at', 'is', null).where('i.expires_at', '>', now)
      .select(['i.email', 'i.name', 'i.role', 'i.regions', 'i.locale', 'i.invited_by_name as invitedByName', 'i.expires_at as expiresAt',
        'd.first_name', 'd.middle_name', 'd.last_name']).executeTakeFirst();
    if (!row) return null;
    const locale = row.locale;
    return {
      to: row.email, locale, letter: ACCOUNT_LETTERS[locale].INVITATION({
        serviceName: this.config.serviceName, name: row.name, role: row.role, invitedByName: row.invitedByName, expiresAt: row.expiresAt,
        regions: row.regions.map((code) => this.reference.region(code, locale)?.name ?? code),
        deputyName: row.last_name ? [row.first_name, row.middle_name, row.last_name].filter(Boolean).join(' ') : null,
        url: `${this.config.publicUrl}/admin/invitation?token=${token}`,
      }),
    };
  }

  private async passwordReset(db: Db, { accountId, token, expiresAt }: { accountId: string; token: string; expiresAt: string }, now: Date): Promise<Written | null> {
    if (new Date(expiresAt) <= now) return null;
    const { rows: [row] } = await sql<{ email: string; name: string; locale: Locale }>`
      select u.email, a.name, a.locale from account a join auth."user" u on u.id = a.id where a.id = ${accountId} and a.deactivated_at is null`.execute(db);
    return row ? {
      to: row.email, locale: row.locale, letter: ACCOUNT_LETTERS[row.locale].PASSWORD_RESET({
        serviceName: this.config.serviceName, name: row.name, url: `${this.config.publicUrl}/admin/reset-password?token=${token}`,
      }),
    } : null;
  }
}
