import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { Erasure, nextDue } from '../../src/personal-data/index.js';
import { answers, letter, move, registers, submits, tryToSubmit, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';
import { compute, happened } from './rating.fixture.js';

const MARIA = { name: 'Мария Ивановна Петрова', email: 'petrova@mail.example', phone: '+7 900 111-22-33' };
const SECRETS = ['Петрова', 'etrova', 'mail.example', '111-22-33', 'не горят фонари', 'Нет освещения', 'мастер заменил кабель', 'Живу напротив школы', 'Спасибо большое', 'Передумала'];

let world: World;
let moderator: Person;
let administrator: Person;
let analyst: Person;
let deputy: Person;
let worker: ReturnType<typeof workerOf>;
const rows = async <T>(query: string): Promise<T[]> => (await sql<T>`${sql.raw(query)}`.execute(rowsOf(world.database.orm.em.fork()))).rows;

beforeAll(async () => {
  world = await startWorld('personal');
  [moderator, administrator, analyst, deputy] = [await world.staffMember('MODERATOR', [world.psk.code]), await world.staffMember('ADMINISTRATOR'),
    await world.staffMember('ANALYST'), await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id)];
  worker = workerOf(world);
}, 60_000);
afterAll(() => world.stop());

const erase = ({ number, code }: SentAppeal, confirm = true) =>
  world.citizen.ask('mutation($input: EraseApplicantDataInput!) { eraseApplicantData(input: $input) { underWay errors { code field } } }', { input: { number, code, confirm } });
const eraseAll = (person: Person, contact: string, reason = 'Письмо заявителя от 1 марта') =>
  person.ask('mutation($input: EraseApplicantInput!) { eraseApplicant(input: $input) { erased errors { code field } } }', { input: { contact, reason } });
const TRACK = 'query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { status steps { title } } }';

/** A letter with an answer, a mark and a comment. */
async function marked(applicant: object = MARIA): Promise<SentAppeal> {
  const appeal = await submits(world.citizen, world.psk, { applicant });
  await registers(moderator, appeal, world.psk);
  await answers(deputy, appeal, 'Мария Ивановна Петрова, мастер заменил кабель у дома 14.');
  const { data } = await world.citizen.ask('mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { errors { code } } }', {
    input: { number: appeal.number, code: appeal.code, quality: 5, personal: 4, prompt: true, result: 'SOLVED', comment: 'Спасибо большое, Петрова' },
  });
  expect(data.giveFeedback.errors).toEqual([]);
  return appeal;
}

/** Everything that statistics are made of: whatever is erased, this must be the same to the byte. */
async function statistics(): Promise<string> {
  await compute(world);
  return JSON.stringify([
    await rows(`select status, region_code, kind, topic_code, channel, count(*), min(submitted_at), max(due_on), max(changed_at) from appeal group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`),
    await rows(`select result, topic_code, count(*) from question group by 1, 2 order by 1, 2`),
    await rows(`select id, quality, prompt, personal, result, counted, not_counted_reason, network_key, given_on from feedback order by id`),
    await rows(`select id, template_share from message order by id`),
    await rows(`select e.mandate_id, e.state, e.sort_key, e.input, e.output from rating_entry e join (select distinct on (period) id from rating_snapshot order by period, computed_at desc, id desc) s
      on s.id = e.snapshot_id order by e.snapshot_id, e.mandate_id`).then((entries) => entries.map((entry) => JSON.stringify(entry)).sort()),
    (await administrator.ask('{ rating(filter: {}) { leagues { entries { deputy { id } state marks quality { value } } } } }')).raw,
  ]);
}

async function everythingStored(): Promise<string> {
  const tables = await rows<{ name: string }>(`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`);
  const dumps = await Promise.all(tables.map(({ name }) => rows<{ dump: string | null }>(`select string_agg(t::text, ' ') dump from ${name} t`)));
  return dumps.map(([row]) => row?.dump ?? '').join(' ');
}

test('the version of the consent that was shown is kept, and every version can be read', async () => {
  const { data } = await world.citizen.ask('{ about { consent { version } consents { version text } } }');
  expect(data.about.consents.map(({ version }: { version: string }) => version)).toContain(data.about.consent.version);
  const appeal = await submits(world.citizen, world.psk, { consentVersion: data.about.consent.version });
  expect(await rows(`select consent_version from appeal where id = '${appeal.id}'`)).toEqual([{ consent_version: data.about.consent.version }]);
  const refused = await tryToSubmit(world.citizen, letter(world.psk, { consentVersion: '1999-01-01' }));
  expect(refused.errors).toMatchObject([{ code: 'CONSENT_VERSION_UNKNOWN', field: 'consentVersion' }]);
});

describe('an applicant', () => {
  test('downloads everything that is held, and it stands in the history', async () => {
    const appeal = await marked();
    await worker.work();
    const ask = 'query($number: String!, $code: String!) { applicantData(number: $number, code: $code) { contacts { name email phone } consent { version text } appeal { subject messages { text } feedback { comment } } mails { subject } json } }';
    const { data, raw } = await world.citizen.ask(ask, { number: appeal.number, code: appeal.code });
    expect(data?.applicantData, raw).toMatchObject({ contacts: MARIA, consent: { text: expect.stringContaining('согласен') }, appeal: { subject: 'Нет освещения на улице', feedback: { comment: 'Спасибо большое, Петрова' } } });
    expect(data.applicantData.mails.length).toBeGreaterThanOrEqual(3);
    const file = JSON.parse(data.applicantData.json);
    expect(file).toMatchObject({ applicant: { ...MARIA, locale: 'ru' }, appeal: { number: appeal.number }, marks: [{ quality: 5 }] });
    expect(file.appeal.messages.at(-1).text).toContain('кабель');
    expect(await rows(`select event from history_entry where appeal_id = '${appeal.id}' and event = 'DATA_EXPORTED'`)).toHaveLength(1);
    const wrong = await world.citizen.ask(ask, { number: appeal.number, code: 'AAAAAAAAAA' });
    expect(wrong.errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  test('has an open appeal erased: it is withdrawn first, and number and code open nothing afterwards', async () => {
    const appeal = await submits(world.citizen, world.psk, { applicant: { name: 'Семён Передумавший', email: 'semyon@post.example' }, clientKey: 'a-key-of-the-browser-01' });
    expect((await erase(appeal, false)).data.eraseApplicantData).toMatchObject({ underWay: null, errors: [{ code: 'ERASURE_UNCONFIRMED', field: 'confirm' }] });
    expect((await erase(appeal)).data.eraseApplicantData).toEqual({ underWay: true, errors: [] });
    await worker.work();
    expect((await world.citizen.ask(TRACK, { number: appeal.number, code: appeal.code })).errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect(await rows(`select event, move, reason from history_entry where appeal_id = '${appeal.id}' order by position`)).toMatchObject([
      { event: 'MOVE', move: 'SUBMIT' }, { event: 'MOVE', move: 'WITHDRAW', reason: 'ERASURE_ASKED' }, { event: 'DATA_ERASED', reason: 'ASKED_BY_APPLICANT' }]);
    const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { status subject text applicantName anonymisedAt } }', { id: appeal.id });
    expect(data.appeal).toMatchObject({ status: 'WITHDRAWN', subject: 'Текст удалён по просьбе заявителя', text: 'Текст удалён по просьбе заявителя', applicantName: 'Данные удалены', anonymisedAt: expect.any(String) });
    const again = await tryToSubmit(world.citizen, letter(world.psk, { clientKey: 'a-key-of-the-browser-01' }));
    expect(again.errors).toEqual([]);
    expect(again.appeal.number).not.toBe(appeal.number);
    expect(await everythingStored()).not.toMatch(/Передумавший|semyon/);
  });

  test('cannot have it erased without the code', async () => {
    const appeal = await submits(world.citizen, world.psk);
    expect((await erase({ ...appeal, code: 'AAAAAAAAAA' })).errors![0]!.extensions.code).toBe('NOT_FOUND');
  });
});

describe('an administrator', () => {
  test('finds what one person sent, by the contact, without the person; each time is on record', async () => {
    const ask = 'query($contact: String!) { applicantByContact(contact: $contact) { total open appeals { number status region { code } } } }';
    const before = (await rows(`select 1 from history_entry where stream like 'personal:%' and event = 'CONTACTS_OPENED'`)).length;
    const { data, raw } = await administrator.ask(ask, { contact: ' PETROVA@mail.example' });
    expect(data?.applicantByContact.total, raw).toBeGreaterThan(0);
    expect(raw).not.toMatch(/Петрова|petrova/);
    expect(await rows(`select 1 from history_entry where stream like 'personal:%' and event = 'CONTACTS_OPENED'`)).toHaveLength(before + 1);
    expect((await administrator.ask(ask, { contact: 'nobody@mail.example' })).data.applicantByContact).toEqual({ total: 0, open: 0, appeals: [] });
    expect((await administrator.ask(ask, { contact: '12' })).errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'CONTACT_MALFORMED' });
    for (const person of [moderator, analyst, deputy]) expect((await person.ask(ask, { contact: 'petrova@mail.example' })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    for (const person of [moderator, analyst, deputy]) expect((await eraseAll(person, 'petrova@mail.example')).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  test('erases a person whole: nothing of the person is left anywhere, and statistics and rating are the same to the byte', async () => {
    const first = await marked();
    const second = await marked();
    // A draft, a clarification, a rejection and a withdrawal with words.
    const asked = await submits(world.citizen, world.psk, { applicant: MARIA });
    await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: asked.id, version: await versionOf(moderator, asked), text: 'Петрова, где вы живёте?' });
    await world.citizen.ask('mutation($input: ClarifyAppealInput!) { clarifyAppeal(input: $input) { errors { code } } }', { input: { number: asked.number, code: asked.code, version: await versionOf(moderator, asked), text: 'Живу напротив школы' } });
    const withdrawn = await submits(world.citizen, world.psk, { applicant: MARIA });
    await world.citizen.ask('mutation($input: WithdrawAppealInput!) { withdrawAppeal(input: $input) { errors { code } } }', { input: { number: withdrawn.number, code: withdrawn.code, version: await versionOf(moderator, withdrawn), reason: 'Передумала, Петрова' } });
    const drafted = await submits(world.citizen, world.psk, { applicant: MARIA });
    await registers(moderator, drafted, world.psk);
    await deputy.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: drafted.id, text: 'Уважаемая Петрова', questions: [] } });
    // Marks of staff and of the deputy's own people count as one; whose they were, only the contact tells.
    const { email } = (await deputy.ask('{ me { email } }')).data.me as { email: string };
    const past = { deputy: world.psk.deputies[0]!, place: world.psk, dueOn: '2026-02-20', answeredOn: '2026-02-18' };
    await happened(world, [email, email].map((address) => ({ ...past, mark: { quality: 5, applicant: world.app.parts.vault.contactHash(address, null) } })));
    await worker.work();
    // Everything of hers that other tests left belongs to statistics too; open appeals are withdrawn by the erasure, so they are first.
    for (const appeal of [asked, drafted]) {
      await world.citizen.ask('mutation($input: WithdrawAppealInput!) { withdrawAppeal(input: $input) { errors { code } } }', { input: { number: appeal.number, code: appeal.code, version: await versionOf(moderator, appeal) } });
    }
    const { data: found } = await administrator.ask('query($contact: String!) { applicantByContact(contact: $contact) { total open appeals { id } } }', { contact: 'petrova@mail.example' });
    for (const { id } of found.applicantByContact.appeals) await rows(`update appeal set client_key = null where id = '${id}'`);
    await worker.work();
    const open = await rows<{ id: string }>(`select a.id from appeal a join applicant p on p.id = a.applicant_id where a.closed_at is null and p.contact_hash = '${world.app.parts.vault.contactHash('petrova@mail.example', null)}'`);
    for (const { id } of open) await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id, version: await versionOf(moderator, { id }), reason: 'SPAM', text: 'Реклама' });

    const before = await statistics();
    expect((await eraseAll(administrator, 'petrova@mail.example', ' ')).data.eraseApplicant.errors).toMatchObject([{ code: 'TEXT_EMPTY', field: 'reason' }]);
    const { data } = await eraseAll(administrator, 'Petrova@mail.example');
    expect(data.eraseApplicant).toEqual({ erased: found.applicantByContact.total, errors: [] });
    await eraseAll(administrator, email);
    await worker.work();

    expect(await statistics()).toBe(before);
    const stored = await everythingStored();
    for (const secret of SECRETS) expect(stored.includes(secret), secret).toBe(false);
    expect((await moderator.ask('{ appeals(filter: { search: "освещения" }) { totalCount } }')).data.appeals.totalCount).toBe(0);
    const keys = await rows<{ applicant_key: string }>(`select distinct applicant_key from feedback where appeal_id in ('${first.id}', '${second.id}')`);
    expect(keys).toHaveLength(1);
    expect(keys[0]!.applicant_key).toMatch(/^erased:/);
    expect((await eraseAll(administrator, 'petrova@mail.example')).data.eraseApplicant.errors).toMatchObject([{ code: 'PERSON_UNKNOWN' }]);
  }, 60_000);
});

describe('retention', () => {
  const RETENTION = '{ retention { enabled total perRun inNextRun next rules { status afterDays source } due { status region { code } count oldest } } }';

  test('the dry run names exactly the appeals that the run anonymises', async () => {
    const old = await submits(world.citizen, world.nvs, { applicant: MARIA });
    const older = await submits(world.citizen, world.nvs, { applicant: { name: 'Пётр', phone: '+7 900 222-33-44' } });
    const young = await submits(world.citizen, world.nvs, { applicant: MARIA });
    await rows(`update appeal set status = 'WITHDRAWN', closed_at = '2025-03-19T06:15:00Z' where id = '${old.id}'`);
    await rows(`update appeal set status = 'WITHDRAWN', closed_at = '2020-01-01T00:00:00Z' where id = '${older.id}'`);
    await rows(`update appeal set status = 'WITHDRAWN', closed_at = '2025-03-21T06:15:00Z' where id = '${young.id}'`);
    const { data, raw } = await analyst.ask(RETENTION);
    expect(data?.retention, raw).toMatchObject({
      enabled: false, total: 2, inNextRun: 2, next: [older.number, old.number],
      due: [{ status: 'WITHDRAWN', region: { code: 'RU-NVS' }, count: 2, oldest: '2020-01-01T00:00:00.000Z' }],
    });
    expect(data.retention.rules.map(({ status }: { status: string }) => status).sort()).toEqual(['CLOSED', 'FORWARDED', 'REJECTED', 'WITHDRAWN']);
    expect((await moderator.ask(RETENTION)).errors![0]!.extensions.code).toBe('FORBIDDEN');

    const { clock, vault } = world.app.parts;
    const { orm } = world.database;
    const named = (await nextDue(orm, clock.now())).map(({ id }) => id);
    expect(await new Erasure(orm, clock, vault).eraseOver(1)).toBe(1);
    expect(await new Erasure(orm, clock, vault).eraseOver()).toBe(1);
    const gone = await rows<{ id: string; text: string }>(`select id, text from appeal where anonymised_at is not null and text like '%сроку%' order by closed_at`);
    expect(gone.map(({ id }) => id)).toEqual(named);
    expect((await analyst.ask(RETENTION)).data.retention).toMatchObject({ total: 0, next: [] });
    expect((await world.citizen.ask(TRACK, { number: young.number, code: young.code })).data.trackAppeal.status).toBe('WITHDRAWN');
  });

  test('the nightly job does nothing until it is switched on', async () => {
    const appeal = await submits(world.citizen, world.nvs);
    await rows(`update appeal set status = 'WITHDRAWN', closed_at = '2020-01-01T00:00:00Z' where id = '${appeal.id}'`);
    await worker.night();
    expect(await rows(`select anonymised_at from appeal where id = '${appeal.id}'`)).toEqual([{ anonymised_at: null }]);
    worker.parts.config.retention = true;
    await worker.night();
    expect(await rows(`select 1 from appeal where id = '${appeal.id}' and anonymised_at is not null`)).toHaveLength(1);
  });
});
