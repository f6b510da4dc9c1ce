import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AppealsQueries, canRead } from '../../src/appeals/index.js';
import { rowsFor, transaction } from '../../src/db/acting.js';
import { migrate } from '../../src/db/migrate.js';
import { connect, rowsOf, type Orm } from '../../src/db/orm.js';
import type { PreparingClient } from '../../src/db/prepared.js';
import { scopeOf } from '../../src/db/scope.js';
import { assertServerLogin, raiseWalls } from '../../src/db/walls/raise.js';
import { TABLES } from '../../src/db/walls/rights.js';
import { ACCOUNTS_ROLE, SERVER_ROLE, takingRole } from '../../src/db/walls/roles.js';
import { FeedbackQueries } from '../../src/feedback/index.js';
import { ANONYMOUS, SYSTEM, type Actor, type Role, type StaffActor } from '../../src/shared/actor.js';
import { hashOf, newId } from '../../src/shared/ids.js';
import { pdf } from '../files/samples.js';
import { drafted, uploaded } from '../files/uploads.js';
import { answers, move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { partnerWithKey } from '../support/partners.js';
import { startWorld, type World } from '../support/world.js';
import { workerOf } from '../flows/notifications.fixture.js';

// What would happen if every query forgot its wall.
vi.mock('../../src/appeals/appeals.scope.js', async () => {
  const kysely = await import('kysely');
  return { visibleTo: () => kysely.sql`true` };
});

let world: World;
let orm: Orm;
let sent: Record<'pskNew' | 'pskRegistered' | 'pskOther' | 'nvsAnswered' | 'nvsWithdrawn', SentAppeal>;

let partnerId: string;

beforeAll(async () => {
  world = await startWorld('rls');
  ({ orm } = world.app.parts);
  const moderatorOfPsk = await world.staffMember('MODERATOR', ['RU-PSK']);
  const moderatorOfNvs = await world.staffMember('MODERATOR', ['RU-NVS']);
  const deputyOfPsk = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  const deputyOfNvs = await world.staffMember('DEPUTY', [], world.nvs.deputies[0]!.id);
  sent = {
    pskNew: await submits(world.citizen, world.psk, { deputyId: world.psk.deputies[0]!.id }),
    pskRegistered: await submits(world.citizen, world.psk),
    pskOther: await submits(world.citizen, world.psk, { attachments: [await uploaded(world, pdf(), 'чек.pdf')] }),
    nvsAnswered: await submits(world.citizen, world.nvs, { attachments: [await uploaded(world, pdf(), 'акт.pdf')] }), nvsWithdrawn: await submits(world.citizen, world.nvs),
  };
  const partner = await partnerWithKey(world, await world.staffMember('ADMINISTRATOR'));
  partnerId = partner.id;
  await registers(moderatorOfPsk, await submits(partner.app, world.psk), world.psk);
  await registers(moderatorOfPsk, sent.pskRegistered, world.psk);
  await registers(moderatorOfPsk, sent.pskOther, world.psk, { deputyId: world.psk.deputies[1]!.id });
  await registers(moderatorOfNvs, sent.nvsAnswered, world.nvs);
  await move(deputyOfPsk, 'beginAppeal', 'BeginAppealInput', { id: sent.pskRegistered.id, version: await versionOf(deputyOfPsk, sent.pskRegistered) });
  await deputyOfPsk.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }',
    { input: { appealId: sent.pskRegistered.id, text: 'Черновик', questions: [], revision: 0 } });
  await drafted(world, deputyOfPsk, sent.pskRegistered.id, pdf(), 'черновик.pdf');
  await deputyOfPsk.ask('mutation($input: KeepAnswerDraftInput!) { keepAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: sent.pskRegistered.id, text: 'Слова', attachments: [await uploaded(world, pdf(), 'слова.pdf', { cookie: deputyOfPsk.cookie })] } });
  await answers(deputyOfNvs, sent.nvsAnswered);
  await sql`insert into promise (id, appeal_id, answer_id, deputy_id, text, due_on, state, created_at) select ${newId()}, appeal_id, id, deputy_id, 'Починят', '2026-04-01', 'OPEN', created_at from message where kind = 'ANSWER'`.execute(rowsOf(world.database.orm.em.fork()));
  await world.citizen.ask('mutation($input: WithdrawAppealInput!) { withdrawAppeal(input: $input) { errors { code } } }',
    { input: { number: sent.nvsWithdrawn.number, code: sent.nvsWithdrawn.code, version: 1, reason: 'Передумала' } });
  await workerOf(world).work();
  await world.citizen.ask('mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { errors { code } } }', {
    input: { number: sent.nvsAnswered.number, code: sent.nvsAnswered.code, quality: 2, comment: 'Секретный комментарий' },
  });
}, 120_000);
afterAll(() => world.stop());

const staff = (role: Role, regions: string[] = [], deputyId: string | null = null): StaffActor => ({
  kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date('2030-01-01T00:00:00Z'), name: 'Имя', email: 'x@y.test', role, regions, deputyId,
});
const applicantOf = (appealId: string): Actor => ({ kind: 'APPLICANT', appealId });

/** Everybody, with the appeals that are theirs. */
const everybody = (): [string, Actor][] => [
  ['nobody', ANONYMOUS],
  ['a job', SYSTEM],
  ['an administrator', staff('ADMINISTRATOR')],
  ['an analyst', staff('ANALYST')],
  ['a moderator of one region', staff('MODERATOR', ['RU-PSK'])],
  ['a moderator of two regions', staff('MODERATOR', ['RU-PSK', 'RU-NVS'])],
  ['a moderator of none', staff('MODERATOR')],
  ['a coordinator', staff('COORDINATOR', ['RU-NVS'])],
  ['a deputy', staff('DEPUTY', [], world.psk.deputies[0]!.id)],
  ['another deputy', staff('DEPUTY', [], world.psk.deputies[1]!.id)],
  ['a deputy with somebody’s forgotten regions', staff('DEPUTY', ['RU-NVS'], world.psk.deputies[0]!.id)],
  ['an aide', staff('AIDE', [], world.psk.deputies[0]!.id)],
  ['an aide without a deputy', staff('AIDE')],
  ['an applicant', applicantOf(sent.pskNew.id)],
  ['the applicant of an answered appeal', applicantOf(sent.nvsAnswered.id)],
  ['the applicant of no appeal', applicantOf(newId())],
  ['a partner', { kind: 'PARTNER', partnerId: newId(), keyId: newId(), name: 'П', scopes: [], costPerMinute: 1, costPerDay: 1, keyExpiresAt: null }],
  ['the partner of one appeal', { kind: 'PARTNER', partnerId, keyId: newId(), name: 'П', scopes: [], costPerMinute: 1, costPerDay: 1, keyExpiresAt: null }],
];

/** As the owner, whom no wall stops. */
const all = async <T>(query: string): Promise<T[]> => (await sql<T>`${sql.raw(query)}`.execute(rowsOf(world.database.orm.em))).rows;

async function appealsOf(actor: Actor): Promise<string[]> {
  if (actor.kind === 'APPLICANT') return [actor.appealId];
  if (actor.kind === 'PARTNER') return (await all<{ id: string }>(`select id from appeal where partner_id = '${actor.partnerId}'`)).map(({ id }) => id);
  const rows = await all<{ id: string; status: never; regionCode: string; deputyId: string | null; registeredOn: string | null; forwardedOutside: boolean; forwardedToId: string | null }>(
    'select id, status, region_code as "regionCode", deputy_id as "deputyId", registered_on as "registeredOn", forwarded_outside as "forwardedOutside", forwarded_to_id as "forwardedToId" from appeal');
  return rows.filter((row) => canRead(actor, row)).map(({ id }) => id);
}

/** Of every table with a wall: which appeal a row hangs on. */
const OWNER: Record<string, string> = {
  appeal: 'select t.id::text as key, t.id as appeal from appeal t',
  applicant: 'select t.id::text as key, a.id as appeal from applicant t join appeal a on a.applicant_id = t.id',
  question: 'select t.id::text as key, t.appeal_id as appeal from question t',
  message: 'select t.id::text as key, t.appeal_id as appeal from message t',
  attachment: 'select t.id::text as key, t.appeal_id as appeal from attachment t where t.appeal_id is not null',
  promise: 'select t.id::text as key, t.appeal_id as appeal from promise t',
  answer_draft: 'select t.appeal_id::text as key, t.appeal_id as appeal from answer_draft t',
  history_entry: 'select t.id::text as key, t.appeal_id as appeal from history_entry t where t.appeal_id is not null',
  history_head: `select t.stream as key, substr(t.stream, 8)::uuid as appeal from history_head t where t.stream like 'appeal:%'`,
  history_text: 'select t.entry_id::text as key, e.appeal_id as appeal from history_text t join history_entry e on e.id = t.entry_id where e.appeal_id is not null',
  feedback: 'select t.id::text as key, t.appeal_id as appeal from feedback t',
  search_entry: 'select t.appeal_id::text as key, t.appeal_id as appeal from search_entry t',
  feedback_link: 'select t.token_hash as key, m.appeal_id as appeal from feedback_link t join message m on m.id = t.answer_id',
};
/** The streams of accounts are no appeal's: see below. */
const OF_APPEALS: Record<string, string> = { attachment: 'appeal_id is not null', history_entry: 'appeal_id is not null', history_head: "stream like 'appeal:%'", history_text: 'entry_id in (select id from history_entry where appeal_id is not null)' };
const KEY: Record<string, string> = { answer_draft: 'appeal_id::text', search_entry: 'appeal_id::text', feedback_link: 'token_hash', history_head: 'stream', history_text: 'entry_id::text' };

describe('SQL without any wall of its own', () => {
  test.each(Object.keys(OWNER))('gives of %s what the policy allows, for everybody', async (table) => {
    const rows = await all<{ key: string; appeal: string }>(OWNER[table]!);
    expect(rows.length).toBeGreaterThan(0);
    for (const [name, actor] of everybody()) {
      const mine = new Set(await appealsOf(actor));
      const { rows: seen } = await sql<{ key: string }>`select ${sql.raw(KEY[table] ?? 'id::text')} as key from ${sql.table(table)} where ${sql.raw(OF_APPEALS[table] ?? 'true')}`.execute(rowsFor(orm, actor));
      expect({ name, seen: seen.map(({ key }) => key).sort() })
        .toEqual({ name, seen: rows.filter(({ appeal }) => mine.has(appeal)).map(({ key }) => key).sort() });
    }
  });

  test('gives the history of accounts to the console alone', async () => {
    for (const [name, actor] of everybody()) {
      for (const condition of ['select from history_entry where appeal_id is null', 'select from history_text t join history_entry e on e.id = t.entry_id where e.appeal_id is null']) {
        const { rows: [row] } = await sql<{ some: boolean }>`select exists (${sql.raw(condition)}) as some`.execute(rowsFor(orm, actor));
        expect({ name, ...row }).toEqual({ name, some: actor.kind === 'SYSTEM' || actor.kind === 'STAFF' });
      }
    }
  });

  test('gives mails to jobs and administrators, and to applicants their own', async () => {
    const [{ count }] = await all<{ count: number }>('select count(*) from mail') as [{ count: number }];
    expect(count).toBeGreaterThan(0);
    for (const [name, actor] of everybody()) {
      const { rows: [row] } = await sql<{ count: number }>`select count(*) from mail`.execute(rowsFor(orm, actor));
      const own = actor.kind === 'APPLICANT' ? (await all<{ count: number }>(`select count(*) from mail where appeal_id = '${actor.appealId}'`))[0]!.count : 0;
      expect({ name, ...row }).toEqual({ name, count: name === 'a job' || name === 'an administrator' ? count : own });
    }
  });

  test('gives uploads to nobody, and attaches them to nothing beyond the wall', async () => {
    const upload = await uploaded(world, pdf(), 'чек.pdf');
    for (const [name, actor] of everybody()) {
      const { rows: [row] } = await sql<{ some: boolean }>`select exists (select from attachment where appeal_id is null and draft_id is null and kept_draft_id is null) as some`.execute(rowsFor(orm, actor));
      expect({ name, ...row }).toEqual({ name, some: actor.kind === 'SYSTEM' });
      if ((await appealsOf(actor)).includes(sent.nvsWithdrawn.id)) continue;
      const { rows: attached } = await sql`select * from attach_uploads(${[hashOf(upload)]}::text[], ${sent.nvsWithdrawn.id}::uuid, null, null, null, now())`.execute(rowsFor(orm, actor));
      expect({ name, attached }).toEqual({ name, attached: [] });
    }
  });

  test('gives the files of a draft to its deputy’s side, those of kept words to their author, and lets neither be taken by others', async () => {
    const [{ account }] = await all<{ account: string }>('select account from kept_draft') as [{ account: string }];
    const theirs = (name: string): boolean => ['a deputy', 'a deputy with somebody’s forgotten regions', 'an aide'].includes(name);
    const own = world.psk.deputies[0]!.id;
    const authors: [string, Actor][] = [['its author', { ...staff('DEPUTY', [], own), accountId: account }], ['its author with another deputy', { ...staff('DEPUTY', [], world.psk.deputies[1]!.id), accountId: account }]];
    const upload = hashOf(await uploaded(world, pdf(), 'чек.pdf', { cookie: (await world.staffMember('DEPUTY', [], own)).cookie }));
    const [{ uploader }] = await all<{ uploader: string }>(`select account as uploader from attachment where token_hash = '${upload}'`) as [{ uploader: string }];
    for (const [name, actor] of [...everybody(), ...authors]) {
      const { rows: [seen] } = await sql<{ drafts: number; kept: number }>`select count(*) filter (where draft_id is not null)::int as drafts, count(*) filter (where kept_draft_id is not null)::int as kept from attachment`.execute(rowsFor(orm, actor));
      const isSystem = actor.kind === 'SYSTEM';
      expect({ name, ...seen }).toEqual({ name, drafts: isSystem || theirs(name) || name === 'its author' ? 1 : 0, kept: isSystem || name === 'its author' ? 1 : 0 });
      if (isSystem || theirs(name) || name === 'its author') continue;
      const { rows: taken } = await sql`select from attach_to_draft(${[upload]}::text[], ${sent.pskRegistered.id}::uuid, null, ${uploader}, 0, now())`.execute(rowsFor(orm, actor));
      expect({ name, taken }).toEqual({ name, taken: [] });
      for (const statement of ['delete from attachment where draft_id is not null', 'update attachment set position = 9 where draft_id is not null or kept_draft_id is not null']) {
        expect({ name, changed: (await sql`${sql.raw(statement)}`.execute(rowsFor(orm, actor))).numAffectedRows }).toEqual({ name, changed: 0n });
      }
    }
  });

  test('changes nothing beyond the wall, and moves nothing over it', async () => {
    const moderator = staff('MODERATOR', ['RU-PSK']);
    const change = async (actor: Actor, id: string, set: string) =>
      (await sql`update appeal set ${sql.raw(set)} where id = ${id}`.execute(rowsFor(orm, actor))).numAffectedRows;
    expect(await change(moderator, sent.nvsAnswered.id, "subject = 'x'")).toBe(0n);
    expect(await change(ANONYMOUS, sent.pskNew.id, "subject = 'x'")).toBe(0n);
    expect(await change(moderator, sent.pskNew.id, 'subject = subject')).toBe(1n);
    await expect(change(moderator, sent.pskNew.id, "region_code = 'RU-NVS'")).rejects.toThrow('row-level security');
    const write = (actor: Actor, appealId: string) => sql`insert into message (id, appeal_id, kind, author_kind, author_name, text, created_at)
      values (${newId()}, ${appealId}, 'ANSWER', 'DEPUTY', 'Чужой', 'x', now())`.execute(rowsFor(orm, actor));
    await expect(write(moderator, sent.nvsAnswered.id)).rejects.toThrow('row-level security');
    await expect(write(applicantOf(sent.pskNew.id), sent.pskOther.id)).rejects.toThrow('row-level security');
    await expect(sql`insert into history_entry (id, stream, position, event, actor_kind, actor_name, at, prev_hash, hash)
      values (${newId()}, ${`appeal:${sent.nvsAnswered.id}`}, 99, 'CONTACTS_OPENED', 'MODERATOR', 'x', now(), '', '')`.execute(rowsFor(orm, moderator))).rejects.toThrow('row-level security');
  });
});

describe('queries that forgot their wall', () => {
  test('appeals: list, count, search, one and a page after a cursor give nothing foreign', async () => {
    const word = (await all<{ subject: string }>('select subject from appeal limit 1'))[0]!.subject.split(' ')[1]!;
    for (const [name, actor] of everybody()) {
      const existing = (await all<{ id: string }>('select id from appeal')).map(({ id }) => id);
      const mine = (await appealsOf(actor)).filter((id) => existing.includes(id)).sort();
      const queries = () => new AppealsQueries(rowsFor(orm, actor), world.app.parts.reference, actor, world.clock, 'ru', world.app.parts.vault, world.app.parts.rules);
      const list = async (filter: object | null) => queries().list(filter, null, 50, null, { total: true, fields: new Set(['applicantName', 'deputy', 'subject']) });
      const whole = await list(null);
      expect({ name, ids: whole.edges.map(({ node }) => node.id).sort(), total: whole.totalCount }).toEqual({ name, ids: mine, total: mine.length });
      const found = await list({ search: word });
      expect({ name, ids: found.edges.map(({ node }) => node.id).sort() }).toEqual({ name, ids: mine });
      for (const { id } of Object.values(sent)) {
        expect((await queries().byId.load(id))?.id).toBe(mine.includes(id) ? id : undefined);
        expect((await queries().find(id, null))?.id).toBe(mine.includes(id) ? id : undefined);
      }
    }
  });

  test('feedback gives nothing foreign', async () => {
    for (const [name, actor] of everybody()) {
      const { edges } = await new FeedbackQueries(orm, actor, world.clock, 'ru').list(null, null, 50, null, true);
      expect({ name, count: edges.length }).toEqual({ name, count: (await appealsOf(actor)).includes(sent.nvsAnswered.id) ? 1 : 0 });
    }
  });
});

describe('a scope', () => {
  test('that was never set shows nothing', async () => {
    for (const [table, { wall }] of Object.entries(TABLES)) {
      if (!wall) continue;
      const { rows: [row] } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(rowsOf(orm.em.fork()));
      expect({ table, count: row!.count }).toEqual({ table, count: 0 });
    }
  });

  test('ends with its statement, also with one that fails or cannot even be read, on a connection that is used again', async () => {
    const client = await oneConnection();
    const seen = async (): Promise<number> => Number((await client.query('select count(*) from appeal')).rows[0].count);
    const within = (text: string, values: unknown[] = []) => client.queryWithin(scopeOf(SYSTEM), text, values);
    expect(await seen()).toBe(0);
    expect((await within('select count(*)::int as count from appeal')).rows).toEqual([{ count: 6 }]);
    expect(await seen()).toBe(0);
    await expect(within('select 1 / (count(*) - count(*)) from appeal')).rejects.toThrow('division by zero');
    expect(await seen()).toBe(0);
    await expect(within('select nonsense from')).rejects.toThrow('syntax error');
    await expect(within('select $1::int', ['no number'])).rejects.toThrow('invalid input syntax');
    expect(await seen()).toBe(0);
    expect((await client.queryWithin(scopeOf(staff('MODERATOR', ['RU-NVS'])), 'select count(*)::int as count from appeal', [])).rows).toEqual([{ count: 2 }]);
    expect((await client.queryWithin(scopeOf(ANONYMOUS), 'select count(*)::int as count from appeal', [])).rows).toEqual([{ count: 0 }]);
    expect((await client.query("select string_agg(current_setting('acting.' || s, true), '') as left from unnest('{as,sees,regions,deputy,appeal,partner}'::text[]) s")).rows[0].left).toBe('');
    await client.end();
  });

  test('ends with its transaction, also with one that was rolled back', async () => {
    const single = await connect(world.database.url, 1, { role: SERVER_ROLE });
    const count = sql<{ count: number }>`select count(*)::int as count from appeal`;
    expect(await transaction(single, SYSTEM, async (em) => (await count.execute(rowsOf(em))).rows)).toEqual([{ count: 6 }]);
    expect((await count.execute(rowsOf(single.em))).rows).toEqual([{ count: 0 }]);
    await expect(transaction(single, SYSTEM, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await count.execute(rowsOf(single.em))).rows).toEqual([{ count: 0 }]);
    await single.close();
  });

  test('is never shared by statements that run at once', async () => {
    const actors = everybody().filter(([, actor]) => actor.kind !== 'APPLICANT');
    const expected = await Promise.all(actors.map(async ([, actor]) => (await appealsOf(actor)).length));
    const counts = await Promise.all(Array.from({ length: 20 }, () => actors).flat().map(async ([, actor]) =>
      (await sql<{ count: number }>`select count(*)::int as count from appeal`.execute(rowsFor(orm, actor))).rows[0]!.count));
    expect(counts).toEqual(Array.from({ length: 20 }, () => expected).flat());
  });

  test('is for single statements', async () => {
    await expect(rowsFor(orm, SYSTEM).transaction().execute(() => Promise.resolve())).rejects.toThrow('transaction()');
  });
});

describe('the role of the server', () => {
  const asServer = (text: string) => sql`${sql.raw(text)}`.execute(rowsFor(orm, SYSTEM));

  test.each([
    ["update history_entry set reason = 'x'"], ['delete from history_entry'], ['truncate history_entry'], ["update history_text set text = 'x'"], ['delete from history_head'], ['truncate appeal cascade'],
    ['alter table history_entry disable trigger all'], ['alter table appeal disable row level security'], ['drop policy wall on appeal'], ['alter table appeal add x int'],
    ['create table x (y int)'], ['create function x() returns int language sql as $$ select 1 $$'], ['delete from appeal'], ['delete from message'],
    ["update region set name_ru = 'x'"], ['select * from search_word'], ['delete from search_entry'], ['select password from auth.account'], ['select token from auth.session'], ['select * from auth.verification'],
    ["select graphile_worker.add_job('x')"], ['select * from graphile_worker.jobs'], ['create role x'],
    ['alter role voter_deputy_server bypassrls'],
  ])('may not: %s', async (text) => {
    await expect(asServer(text)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('row security cannot be switched off by a setting', async () => {
    const client = await oneConnection();
    await client.query('set row_security = off');
    await expect(client.query('select count(*) from appeal')).rejects.toThrow('row-level security');
    await client.end();
  });

  test('is weak, whatever the login is', async () => {
    expect(await all(`select rolname, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit as strong from pg_roles
      where rolname like 'voter_deputy_%' order by 1`)).toEqual([{ rolname: ACCOUNTS_ROLE, strong: false }, { rolname: SERVER_ROLE, strong: false }]);
  });

  test('of accounts reads passwords and no appeal', async () => {
    const client = new pg.Client({ connectionString: world.database.url, options: takingRole(ACCOUNTS_ROLE) });
    await client.connect();
    expect((await client.query('select count(*)::int as count from auth.account')).rows[0].count).toBeGreaterThan(0);
    for (const table of ['appeal', 'applicant', 'history_entry', 'account']) await expect(client.query(`select * from public.${table}`)).rejects.toThrow('permission denied');
    await client.end();
  });
});

test('every table of ours is in the list, and its rights and wall stand as the list says', async () => {
  const tables = await all<{ name: string; secured: boolean; rights: string | null }>(`
    select c.relname as name, c.relrowsecurity as secured, coalesce((select string_agg(lower(x.privilege_type), ' ' order by x.privilege_type) from aclexplode(c.relacl) x
      where x.grantee = '${SERVER_ROLE}'::regrole), '') as rights
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'mikro_orm_migrations'`);
  expect(Object.fromEntries(tables.map(({ name, ...rest }) => [name, rest])))
    .toEqual(Object.fromEntries(Object.entries(TABLES).map(([name, { rights, wall }]) => [name, { secured: wall !== null, rights: [...rights].sort().join(' ') }])));
});

test('raising the walls again changes nothing, and brings back what was torn down', async () => {
  const state = () => all('select c.relname, p.oid from pg_policy p join pg_class c on c.oid = p.polrelid order by 1');
  const before = await state();
  await raiseWalls(world.database.url);
  expect(await state()).toEqual(before);
  await all('alter table mail disable row level security');
  await raiseWalls(world.database.url);
  expect(await all("select relrowsecurity from pg_class where oid = 'mail'::regclass")).toEqual([{ relrowsecurity: true }]);
});

describe('a login that is no superuser', () => {
  const login = (name: string): string => `vd_test_${name}_${process.pid}`;
  const urlOf = (name: string, database = new URL(world.database.url).pathname): string => {
    const url = new URL(world.database.url);
    [url.username, url.password, url.pathname] = [login(name), 'pw', database];
    return url.href;
  };
  const database = (): string => `/${new URL(world.database.url).pathname.slice(1)}_owned`;
  beforeAll(async () => {
    for (const name of ['owner', 'app', 'stranger']) await all(`create role ${login(name)} login noinherit password 'pw'`);
    await all(`create database ${database().slice(1)} owner ${login('owner')}`);
  });
  afterAll(async () => {
    await all(`drop database if exists ${database().slice(1)} with (force)`);
    for (const name of ['owner', 'app', 'stranger']) await all(`drop role ${login(name)}`);
  });

  test('is told what the administrator must do, deploys once that is done, and its server stands before the same walls', async () => {
    const url = urlOf('owner', database());
    const owner = await connect(url, 2);
    const { config } = world.app.parts;
    try {
      await expect(migrate(owner, { databaseUrl: url, config })).rejects.toThrow(`grant voter_deputy_server to ${login('owner')};`);
      await all(`grant ${SERVER_ROLE}, ${ACCOUNTS_ROLE} to ${login('owner')}`);
      await migrate(owner, { databaseUrl: url, config });
      const server = await connect(url, 1, { role: SERVER_ROLE });
      await expect(sql`delete from history_entry`.execute(rowsFor(server, SYSTEM))).rejects.toThrow('permission denied');
      await server.close();
    } finally {
      await owner.close();
    }
  }, 60_000);

  test('of the server alone has no rights to go back to', async () => {
    await expect(assertServerLogin(urlOf('stranger'))).rejects.toThrow(`grant ${SERVER_ROLE}, ${ACCOUNTS_ROLE} to ${login('stranger')};`);
    await all(`grant ${SERVER_ROLE}, ${ACCOUNTS_ROLE} to ${login('app')}`);
    await assertServerLogin(urlOf('app'));
    const server = await connect(urlOf('app'), 1, { role: SERVER_ROLE });
    expect((await sql<{ count: number }>`select count(*)::int as count from appeal`.execute(rowsFor(server, SYSTEM))).rows).toEqual([{ count: 6 }]);
    await sql`reset role`.execute(rowsOf(server.em));
    await sql`set role none`.execute(rowsOf(server.em));
    await expect(sql`select count(*) from appeal`.execute(rowsFor(server, SYSTEM))).rejects.toThrow('permission denied');
    await server.close();
  });
});

/** One connection as the server has them. */
async function oneConnection(): Promise<PreparingClient> {
  const { PreparingClient: Client } = await import('../../src/db/prepared.js');
  const client = new Client({ connectionString: world.database.url, options: takingRole(SERVER_ROLE) });
  await client.connect();
  return client;
}
