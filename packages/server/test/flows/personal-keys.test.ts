import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { resealAll, vouchForSealed } from '../../src/personal-data/index.js';
import { KeyRing, keyOfSecret } from '../../src/shared/key-ring.js';
import { Vault } from '../../src/shared/vault.js';
import { mailsOf, workerOf } from './notifications.fixture.js';
import { submits, move, versionOf } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

const MARIA = { name: 'Мария Ивановна Петрова', email: 'Petrova@Mail.example', phone: '+7 900 111-22-33' };
const key = (id: string) => ({ id, key: randomBytes(32) });

let world: World;
let moderator: Person;
let administrator: Person;
const rows = async <T>(query: string): Promise<T[]> => (await sql<T>`${sql.raw(query)}`.execute(rowsOf(world.database.orm.em.fork()))).rows;

beforeAll(async () => {
  world = await startWorld('keys');
  [moderator, administrator] = [await world.staffMember('MODERATOR', [world.psk.code]), await world.staffMember('ADMINISTRATOR')];
}, 60_000);
afterAll(() => world.stop());

const contactsOf = async (id: string) =>
  (await moderator.ask('mutation($id: ID!) { openContacts(appealId: $id) { contacts { name email phone } } }', { id })).data!.openContacts.contacts;

/** Every text of every table of ours, as one string. */
async function everythingStored(): Promise<string> {
  const tables = await rows<{ name: string }>(`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`);
  const dumps = await Promise.all(tables.map(({ name }) => rows<{ dump: string | null }>(`select string_agg(t::text, ' ') dump from ${name} t`)));
  return dumps.map(([row]) => row?.dump ?? '').join(' ');
}

describe('at rest', () => {
  test('no table holds a name, an address or a number of an applicant, and everything reads them as before', async () => {
    const worker = workerOf(world);
    const appeal = await submits(world.citizen, world.psk, { applicant: MARIA });
    await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: appeal.id, version: await versionOf(moderator, appeal), text: 'Какой дом?' });
    const { data: { clarifyAppeal } } = (await world.citizen.ask(
      'mutation($input: ClarifyAppealInput!) { clarifyAppeal(input: $input) { appeal { messages { authorName } } errors { code } } }',
      { input: { number: appeal.number, code: appeal.code, version: await versionOf(moderator, appeal), text: 'Дом четырнадцать' } })) as { data: any }; // oxlint-disable-line no-explicit-any -- an answer
    expect(clarifyAppeal.appeal.messages.at(-1).authorName).toBe(MARIA.name);
    await worker.work();

    const stored = await everythingStored();
    for (const secret of ['Петрова', 'etrova', 'ail.example', '111-22-33']) expect(stored.includes(secret), secret).toBe(false);

    expect(await contactsOf(appeal.id)).toEqual({ ...MARIA, email: 'petrova@mail.example' });
    const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { applicantName messages { authorName } } appeals { edges { node { applicantName } } } }', { id: appeal.id });
    expect(data.appeal.applicantName).toBe(MARIA.name);
    expect(data.appeals.edges[0].node.applicantName).toBe(MARIA.name);
    expect(data.appeal.messages.map(({ authorName }: { authorName: string }) => authorName)).toContain(MARIA.name);
    expect((await mailsOf(world, appeal.id))[0]).toMatchObject({ to_address: 'petrova@mail.example', text: expect.stringContaining('Мария') });
  });

  test('the outbox is searched by the whole address, and shows its head', async () => {
    const found = await administrator.ask('{ outbox(filter: { search: " PETROVA@mail.example " }) { totalCount edges { node { to text html } } } }');
    expect(found.data.outbox.totalCount).toBeGreaterThan(0);
    expect(found.data.outbox.edges[0].node).toMatchObject({ to: 'p•••@mail.example', text: expect.stringContaining('Мария'), html: expect.stringContaining('Мария') });
    const part = await administrator.ask('{ outbox(filter: { search: "petrova" }) { totalCount } }');
    expect(part.data.outbox.totalCount).toBe(0);
  });

  test('the database refuses what is plain', async () => {
    await expect(rows(`update applicant set email = 'petrova@mail.example'`)).rejects.toThrow(/applicant_email_check/);
    await expect(rows(`update mail set text = 'Здравствуйте'`)).rejects.toThrow(/mail_text_check/);
  });
});

test('rows that are plain from before are encrypted once, their hashes follow, and the database vouches for them', async () => {
  const { app: { parts: { vault } }, database: { orm } } = world;
  const checks = ['applicant.name', 'applicant.email', 'applicant.phone', 'mail.to_address', 'mail.text', 'mail.html'].map((place) => place.split('.') as [string, string]);
  for (const [table, column] of checks) await rows(`alter table ${table} drop constraint ${table}_${column}_check`);
  const appeal = await submits(world.citizen, world.psk);
  await rows(`update applicant set name = 'Иван Старый', email = 'old@mail.example', phone = null, contact_hash = 'sha256' where id = (select applicant_id from appeal where id = '${appeal.id}')`);
  await rows(`insert into mail (id, kind, state, appeal_id, to_address, to_hash, subject, text, html, created_at)
    values (gen_random_uuid(), 'SUBMITTED', 'KEPT', '${appeal.id}', 'old@mail.example', '', 'Обращение', 'Здравствуйте', null, now())`);
  for (const [table, column] of checks) await rows(`alter table ${table} add constraint ${table}_${column}_check check (${column} ~ '^v1[.]') not valid`);

  expect(await resealAll(orm, vault)).toEqual({ notification_setting: 0, applicant: 1, mail: 1, webhook: 0, attachment: 0 });
  await vouchForSealed(orm);
  expect(await rows('select 1 from pg_constraint where not convalidated')).toEqual([]);
  expect(await contactsOf(appeal.id)).toEqual({ name: 'Иван Старый', email: 'old@mail.example', phone: null });
  expect(await rows(`select contact_hash from applicant where id = (select applicant_id from appeal where id = '${appeal.id}')`))
    .toEqual([{ contact_hash: vault.contactHash('old@mail.example', null) }]);
  expect((await administrator.ask('{ outbox(filter: { search: "old@mail.example" }) { totalCount } }')).data.outbox.totalCount).toBe(1);
  expect(await resealAll(orm, vault)).toEqual({ notification_setting: 0, applicant: 0, mail: 0, webhook: 0, attachment: 0 });
});

test('a rotation re-encrypts every row, whose old key may then go', async () => {
  const { app: { parts: { vault, config } }, database: { orm } } = world;
  const [k1, k2] = [key('k1'), key('k2')];
  const hashes = await rows('select id, contact_hash from applicant order by id');
  const { count } = (await rows<{ count: number }>('select (select count(*) from applicant) + (select count(*) from mail) as count'))[0]!;
  const toFirst = await resealAll(orm, Vault.of({ ...config, dataKeys: [k1] }));
  expect(toFirst.applicant + toFirst.mail).toBe(count);
  const toSecond = await resealAll(orm, Vault.of({ ...config, dataKeys: [k2, k1] }));
  expect(toSecond).toEqual(toFirst);

  // Neither k1 nor the key of SECRET is there any more.
  const onlyNew = new Vault(new KeyRing([k2]), config.secret);
  for (const row of await rows<Record<string, string>>('select name, email, phone from applicant')) {
    for (const column of ['name', 'email', 'phone'] as const) expect(onlyNew.opened(`applicant.${column}`, row[column]) ?? '').not.toMatch(/^v1/);
  }
  for (const row of await rows<Record<string, string>>('select to_address, text, html from mail')) {
    for (const column of ['to_address', 'text', 'html'] as const) expect(onlyNew.opened(`mail.${column}`, row[column]) ?? '').not.toMatch(/^v1/);
  }
  expect(await rows('select id, contact_hash from applicant order by id')).toEqual(hashes);

  // A server without the key answers nobody with anything of the value.
  const { data, errors, raw } = await moderator.ask('{ appeals { edges { node { applicantName } } } }');
  expect(data).toBeNull();
  expect(errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect(raw).not.toMatch(/v1\.|k2|DATA_KEYS/);
  await resealAll(orm, new Vault(new KeyRing([keyOfSecret(config.secret), k2]), config.secret));
  expect(vault.prefix).toBe('v1.s1.');
});
