import { sql } from 'kysely';
import { DEMO_DEPUTY_REGIONS } from '../accounts/index.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Orm } from '../db/orm.js';
import { accountStream, recordIn } from '../history/index.js';
import { SYSTEM, type Actor, type Role } from '../shared/actor.js';
import { hashOf, newId } from '../shared/ids.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days that an invitation is valid. */
const VALID_DAYS = 7;

interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly regions?: readonly string[];
  /** Which deputy of the coordinator's region, in the order of names. */
  readonly deputy?: number;
  readonly joinedDaysAgo: number;
  /** Null: never came. */
  readonly seenHoursAgo: number | null;
  readonly twoFactor?: boolean;
  readonly gone?: boolean;
}

/** People beside the seven whose password everyone knows; nobody can sign in as one of them. */
const COLLEAGUES: readonly Colleague[] = [
  { name: 'Игорь Николаевич Савельев', email: 'savelev@party.example', role: 'ADMINISTRATOR', joinedDaysAgo: 240, seenHoursAgo: 26, twoFactor: true },
  { name: 'Светлана Юрьевна Орлова', email: 'orlova@party.example', role: 'COORDINATOR', regions: ['RU-PSK'], joinedDaysAgo: 230, seenHoursAgo: 3, twoFactor: true },
  { name: 'Рустам Ильдарович Хасанов', email: 'hasanov@party.example', role: 'COORDINATOR', regions: ['RU-ROS', 'RU-ULY'], joinedDaysAgo: 226, seenHoursAgo: 50 },
  { name: 'Надежда Алексеевна Тихонова', email: 'tihonova@party.example', role: 'MODERATOR', regions: ['RU-NVS'], joinedDaysAgo: 190, seenHoursAgo: 1 },
  { name: 'Павел Андреевич Зимин', email: 'zimin@party.example', role: 'MODERATOR', regions: ['RU-NVS', 'RU-TYU'], joinedDaysAgo: 120, seenHoursAgo: 9 },
  { name: 'Галина Петровна Мельник', email: 'melnik@party.example', role: 'MODERATOR', regions: ['RU-NVS'], joinedDaysAgo: 210, seenHoursAgo: 61 * 24, gone: true },
  { name: 'Алина Робертовна Ким', email: 'kim@party.example', role: 'AIDE', deputy: 1, joinedDaysAgo: 4, seenHoursAgo: 20 },
];

interface Offer {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly regions?: readonly string[];
  readonly deputy?: number;
  readonly sentDaysAgo: number;
  readonly end?: 'ACCEPTED' | 'REVOKED';
}

/** One in every state, all by the coordinator of the demonstration. */
const OFFERS: readonly Offer[] = [
  { name: 'Дмитрий Олегович Панин', email: 'panin@party.example', role: 'AIDE', deputy: 0, sentDaysAgo: 2 },
  { name: 'Юлия Валерьевна Гордеева', email: 'gordeeva@party.example', role: 'AIDE', deputy: 2, sentDaysAgo: 19 },
  { name: 'Алина Робертовна Ким', email: 'kim@party.example', role: 'AIDE', deputy: 1, sentDaysAgo: 5, end: 'ACCEPTED' },
  { name: 'Сергей Иванович Лапин', email: 'lapin@party.example', role: 'AIDE', deputy: 1, sentDaysAgo: 33, end: 'REVOKED' },
];

/** Fills the pages of accounts once: colleagues without a password, and an invitation in every state. Repeating it changes nothing. */
export async function loadColleagues(orm: Orm, now: Date): Promise<void> {
  await transaction(orm, SYSTEM, async (em) => {
    const db = rowsOf(em);
    const { rows: [known] } = await sql<{ is: boolean }>`select exists (select from invitation) as is`.execute(db);
    if (known!.is) return;
    const inviter = await demoStaff(db, 'coordinator@demo.test');
    const deputies = await db.selectFrom('deputy').where('region_code', '=', DEMO_DEPUTY_REGIONS.deputy).orderBy('sort_name').limit(3).select('id').execute();
    if (!inviter || deputies.length < 3) return;
    const ids = new Map<string, string>();
    for (const person of COLLEAGUES) {
      const id = newId();
      ids.set(person.email, id);
      await addColleague(db, id, person, person.deputy === undefined ? null : deputies[person.deputy]!.id, now);
      const joined = new Date(now.getTime() - person.joinedDaysAgo * DAY_MS);
      await recordIn(em, accountStream(id), SYSTEM, joined, { event: 'ACCOUNT_CREATED', text: [person.role, ...(person.regions ?? [])].join(' ') });
      if (person.gone) await recordIn(em, accountStream(id), SYSTEM, goneAt(person, now), { event: 'ACCOUNT_DEACTIVATED' });
    }
    for (const offer of OFFERS) {
      const [id, sentAt] = [newId(), new Date(now.getTime() - offer.sentDaysAgo * DAY_MS)];
      const end = offer.end ? new Date(sentAt.getTime() + DAY_MS) : null;
      await db.insertInto('invitation').values({
        id, token_hash: hashOf(newId()), email: offer.email, name: offer.name, role: offer.role, regions: [...(offer.regions ?? [])],
        deputy_id: offer.deputy === undefined ? null : deputies[offer.deputy]!.id, locale: 'ru', invited_by: inviter.accountId, invited_by_name: inviter.name,
        sent_at: sentAt, expires_at: new Date(sentAt.getTime() + VALID_DAYS * DAY_MS),
        accepted_at: offer.end === 'ACCEPTED' ? end : null, account: offer.end === 'ACCEPTED' ? ids.get(offer.email) ?? null : null,
        revoked_at: offer.end === 'REVOKED' ? end : null,
      }).execute();
      await recordIn(em, accountStream(id), inviter, sentAt, { event: 'ACCOUNT_INVITED', text: offer.role });
      if (offer.end === 'REVOKED') await recordIn(em, accountStream(id), inviter, end!, { event: 'INVITATION_REVOKED' });
    }
  });
}

/** A week after the person was last here. */
const goneAt = ({ seenHoursAgo }: Colleague, now: Date): Date => new Date(now.getTime() - (seenHoursAgo ?? 0) * HOUR_MS + VALID_DAYS * DAY_MS);

async function addColleague(db: Db, id: string, person: Colleague, deputyId: string | null, now: Date): Promise<void> {
  const joined = new Date(now.getTime() - person.joinedDaysAgo * DAY_MS);
  const seen = person.seenHoursAgo === null ? null : new Date(now.getTime() - person.seenHoursAgo * HOUR_MS);
  await sql`insert into auth."user" (id, email, name, "emailVerified", "createdAt", "updatedAt", "twoFactorEnabled", "lastSeenAt")
    values (${id}, ${person.email}, ${person.name}, true, ${joined}, ${joined}, ${person.twoFactor ?? false}, ${seen})`.execute(db);
  await db.insertInto('account').values({
    id, role: person.role, name: person.name, locale: 'ru', regions: [...(person.regions ?? [])], deputy_id: deputyId, created_at: joined,
    deactivated_at: person.gone ? goneAt(person, now) : null,
  }).execute();
}

/** Whoever stands behind an account of the demonstration; null where it was not made. */
export async function demoStaff(db: Db, email: string): Promise<Extract<Actor, { kind: 'STAFF' }> | null> {
  const { rows: [row] } = await sql<{ id: string; name: string; role: Role; regions: string[]; now: Date }>`
    select a.id, a.name, a.role, a.regions, now() as now from account a join auth."user" u on u.id = a.id where u.email = ${email}`.execute(db);
  return row ? { kind: 'STAFF', accountId: row.id, sessionId: '', sessionExpiresAt: row.now, name: row.name, email, role: row.role, regions: row.regions, deputyId: null } : null;
}
