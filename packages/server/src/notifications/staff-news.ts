import { sql, type SqlBool } from 'kysely';
import { v5 } from 'uuid';
import { wasUndone, type DeadlineRules } from '../appeals/index.js';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM, type Role } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { localDay, localHour, startOfLocalDay } from '../shared/day.js';
import { addJob, type JobPayloads } from '../shared/jobs.js';
import type { Locale } from '../shared/locale.js';
import { sealedMail } from '../shared/sealed-mail.js';
import type { Vault } from '../shared/vault.js';
import { asHtml, asText, subjectLine, type Letter } from './letter.js';
import type { MailChannel, MailKind } from './mail.entity.js';
import { MAIL_ATTEMPTS } from './sender.js';
import { digestLetter, noticeLetter, type NoticeFacts } from './staff-letters.js';
import { afterQuiet, DIGEST_HOUR, modeOf, type Modes, type QuietHours, type StaffEvent } from './staff-news.lifecycle.js';

/** Makes ids of messages out of what they tell, so that a job that is run again writes no second one. */
const NAMESPACE = '0c6a2f0e-6a2b-5d51-9d0e-5c0f5b7f2c31';
/** Where a person without a region is. */
const CAPITAL = 'Europe/Moscow';
/** Digests of one round. */
const DIGESTS_PER_ROUND = 500;

interface Reader {
  id: string;
  role: Role;
  locale: Locale;
  email: string;
  regions: string[];
  deputyRegion: string | null;
  modes: Modes;
  quiet: QuietHours | null;
  botUrl: string | null;
  mailWorks: boolean;
}

/** Tells people of the console what happened: the tasks `staff_news` and `send_digests`. */
export class StaffNewsWriter {
  constructor(
    private readonly orm: Orm, private readonly reference: Reference, private readonly rules: DeadlineRules, private readonly clock: Clock,
    private readonly config: Pick<Config, 'publicUrl' | 'serviceName' | 'smtpUrl'>, private readonly vault: Vault,
  ) {}

  /** One message for each reader and way, or a line of the next digest. @returns how many readers there are */
  async tell(job: JobPayloads['staff_news']): Promise<number> {
    return transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      if (await wasUndone(db, job.undo)) return 0;
      const appeal = await db.selectFrom('appeal').where('id', '=', job.appealId).where('anonymised_at', 'is', null)
        .select(['id', 'number', 'status', 'region_code as regionCode', 'due_on as dueOn', 'deputy_id as deputyId', 'forwarded_to_id as forwardedToId']).executeTakeFirst();
      if (!appeal) return 0;
      const readers = await this.readers(db, whom(job, appeal));
      const facts: NoticeFacts = { event: job.event, number: appeal.number, dueOn: appeal.dueOn ?? null, url: this.pageOf(appeal.id) };
      let told = 0;
      for (const reader of readers) {
        const mode = modeOf(reader.role, reader.modes, job.event);
        if (mode === 'OFF') continue;
        told += 1;
        const id = v5([job.event, job.appealId, job.occasion, reader.id].join(' '), NAMESPACE);
        if (mode === 'DIGEST') {
          await db.insertInto('digest_item').values({ id, account: reader.id, event: job.event, appeal_id: appeal.id, created_at: this.clock.now() }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
        } else await this.write(em, reader, job.event, id, noticeLetter(facts, this.config.serviceName, reader.locale), afterQuiet(this.clock.now(), reader.quiet, this.zoneOf(reader)));
      }
      return told;
    });
  }

  /** The digest of everyone for whom it is morning of a working day and who has had none today. @returns how many were written */
  async digests(): Promise<number> {
    const waiting = await rowsFor(this.orm, SYSTEM).selectFrom('digest_item').groupBy('account').orderBy(sql`min(created_at)`).limit(DIGESTS_PER_ROUND).select('account').execute();
    let written = 0;
    for (const { account } of waiting) if (await this.digest(account)) written += 1;
    return written;
  }

  private digest(account: string): Promise<boolean> {
    return transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      const [reader] = await this.readers(db, sql<SqlBool>`a.id = ${account}`);
      if (!reader) {
        await db.deleteFrom('digest_item').where('account', '=', account).execute();
        return false;
      }
      const now = this.clock.now();
      const zone = this.zoneOf(reader);
      const today = localDay(now, zone);
      if (localHour(now, zone) < DIGEST_HOUR || this.rules.calendar.isDayOff(today)) return false;
      const had = await db.selectFrom('mail').where('account', '=', account).where('kind', '=', 'DIGEST').where('created_at', '>=', startOfLocalDay(today, zone)).select('id').limit(1).executeTakeFirst();
      if (had) return false;
      const { rows: items } = await sql<{ event: StaffEvent; number: string; dueOn: string | null; appealId: string; createdAt: Date }>`
        with taken as (delete from digest_item where account = ${account} returning event, appeal_id, created_at)
        select t.event, a.number, a.due_on as "dueOn", a.id as "appealId", t.created_at as "createdAt" from taken t join appeal a on a.id = t.appeal_id order by a.due_on nulls last, t.created_at, a.id`.execute(db);
      const told = items.filter(({ event }) => modeOf(reader.role, reader.modes, event) !== 'OFF').map(({ event, number, dueOn, appealId }) => ({ event, number, dueOn, url: this.pageOf(appealId) }));
      if (told.length === 0) return false;
      await this.write(em, reader, 'DIGEST', v5(['DIGEST', account, today].join(' '), NAMESPACE), digestLetter(told, this.config.serviceName, reader.locale), now);
      return true;
    });
  }

  /** Into the outbox, by every way that the person has. */
  private async write(em: Em, reader: Reader, kind: MailKind, id: string, letter: Letter, at: Date): Promise<void> {
    const ways: [MailChannel, string][] = [...(reader.mailWorks ? [['MAIL', reader.email] as [MailChannel, string]] : []), ...(reader.botUrl ? [['BOT', reader.botUrl] as [MailChannel, string]] : [])];
    for (const [channel, to] of ways) {
      const mailId = v5(`${id} ${channel}`, NAMESPACE);
      const sends = channel === 'BOT' || this.config.smtpUrl !== null;
      const { numInsertedOrUpdatedRows } = await rowsOf(em).insertInto('mail').values({
        id: mailId, kind, channel, account: reader.id, state: sends ? 'WAITING' : 'KEPT', appeal_id: null, attempts: 0, created_at: this.clock.now(),
        ...sealedMail(this.vault, to, { subject: subjectLine(letter), text: asText(letter), html: asHtml(letter, reader.locale) }),
      }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows && sends) await addJob(em, 'send_mail', { mailId }, { key: `mail:${mailId}`, runAt: at, maxAttempts: MAIL_ATTEMPTS });
    }
  }

  private async readers(db: Db, who: ReturnType<typeof sql<SqlBool>>): Promise<Reader[]> {
    const { rows } = await sql<{ id: string; role: Role; locale: Locale; email: string; regions: string[]; deputyRegion: string | null; modes: Modes | null; quietFrom: number | null; quietUntil: number | null; botUrl: string | null; mailFailedAt: Date | null }>`
      select a.id, a.role, a.locale, u.email, a.regions, d.region_code as "deputyRegion", s.modes, s.quiet_from as "quietFrom", s.quiet_until as "quietUntil", s.bot_url as "botUrl", s.mail_failed_at as "mailFailedAt"
      from account a join auth."user" u on u.id = a.id left join deputy d on d.id = a.deputy_id left join notification_setting s on s.account = a.id
      where a.deactivated_at is null and ${who} order by a.id limit 500`.execute(db);
    return rows.map(({ modes, quietFrom, quietUntil, botUrl, mailFailedAt, ...row }) => ({
      ...row, modes: modes ?? {}, quiet: quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null,
      botUrl: this.vault.opened('notification_setting.bot_url', botUrl), mailWorks: mailFailedAt === null,
    }));
  }

  private zoneOf({ regions, deputyRegion }: Reader): string {
    const region = deputyRegion ?? regions[0];
    return region ? this.reference.timeZone(region) : CAPITAL;
  }

  private pageOf(appealId: string): string {
    return `${this.config.publicUrl}/admin/appeals/${appealId}`;
  }
}

/** Whose news it is; the same people as the console's walls let see the appeal. */
function whom({ event, step }: JobPayloads['staff_news'], appeal: { regionCode: string; deputyId?: string | null; forwardedToId?: string | null; status: string }): ReturnType<typeof sql<SqlBool>> {
  const side = (deputyId: string | null | undefined, roles: readonly Role[]) => sql<SqlBool>`(a.deputy_id = ${deputyId ?? null}::uuid and a.role = any(${[...roles]}))`;
  const region = (role: Role) => sql<SqlBool>`(a.role = ${role} and ${appeal.regionCode} = any(a.regions))`;
  switch (event) {
    case 'APPEAL_SUBMITTED': return region('MODERATOR');
    case 'APPEAL_FORWARDED': return appeal.status === 'FORWARDED' ? side(appeal.forwardedToId, ['DEPUTY', 'AIDE']) : sql<SqlBool>`false`;
    case 'ESCALATION': return step === 'COORDINATOR' ? region('COORDINATOR') : side(appeal.deputyId, [step === 'AIDE' ? 'AIDE' : 'DEPUTY']);
    case 'APPEAL_NEW':
    case 'APPEAL_REOPENED': return side(appeal.deputyId, ['DEPUTY', 'AIDE']);
  }
}

