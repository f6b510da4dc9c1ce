import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.js';
import { rowsFor } from '../../src/db/acting.js';
import { rowsOf } from '../../src/db/orm.js';
import type { Actor } from '../../src/shared/actor.js';
import { partnerWithKey } from '../support/partners.js';
import { answers, move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { mailsOf, workerOf } from './notifications.fixture.js';

const SECRET = 'Заявитель скандалит, квартиру затопил сам';

let world: World;
let moderator: Person;
let administrator: Person;
let deputy: Person;
let aide: Person;
let otherDeputy: Person;
let partner: Awaited<ReturnType<typeof partnerWithKey>>;

beforeAll(async () => {
  world = await startWorld('notes');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  administrator = await world.staffMember('ADMINISTRATOR');
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  aide = await world.staffMember('AIDE', [], world.psk.deputies[0]!.id);
  otherDeputy = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
  partner = await partnerWithKey(world, administrator);
  await administrator.ask('mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { errors { code } } }',
    { input: { partnerId: partner.id, url: 'http://127.0.0.1:9/hook', events: ['APPEAL_REGISTERED', 'APPEAL_ANSWERED'] } });
}, 60_000);
afterAll(() => world.stop());

const add = (person: Person, { id }: { id: string }, text = SECRET) =>
  person.ask('mutation($input: AddNoteInput!) { addNote(input: $input) { note { id text authorKind authorName createdAt } errors { code field } } }', { input: { appealId: id, text } });
const notesOf = async (person: Person, { id }: { id: string }) =>
  (await person.ask('query($id: ID!) { appeal(id: $id) { viewerCanNote notes { text authorKind } messages { text } history { event reason title } } }', { id })).data?.appeal ?? null;

describe('a note', () => {
  test('is read by who moderates the appeal, its deputy and aide, and is told to nobody else', async () => {
    const appeal = await submits(world.citizen, world.psk);
    expect((await add(moderator, appeal)).data.addNote).toMatchObject({ note: { text: SECRET, authorKind: 'MODERATOR' }, errors: [] });
    // Before registration a deputy knows nothing of it.
    expect((await add(deputy, appeal)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await registers(moderator, appeal, world.psk);
    expect((await add(aide, appeal, 'Позвоню завтра')).data.addNote.errors).toEqual([]);
    for (const person of [moderator, administrator, deputy, aide]) {
      expect(await notesOf(person, appeal)).toMatchObject({ viewerCanNote: true, notes: [{ text: SECRET, authorKind: 'MODERATOR' }, { text: 'Позвоню завтра', authorKind: 'AIDE' }], messages: [] });
    }
    const analyst = await world.staffMember('ANALYST');
    expect(await notesOf(analyst, appeal)).toMatchObject({ viewerCanNote: false, notes: [] });
    expect((await add(analyst, appeal)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await add(otherDeputy, appeal)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await add(world.citizen, appeal)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('stands on record without its words', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await add(moderator, appeal);
    const { history } = (await notesOf(moderator, appeal))!;
    expect(history.filter(({ event }: { event: string }) => event === 'NOTE_ADDED')).toEqual([{ event: 'NOTE_ADDED', reason: null, title: 'Добавлена заметка' }]);
  });

  test('takes words, and not too many', async () => {
    const appeal = await submits(world.citizen, world.psk);
    expect((await add(moderator, appeal, ' \u200B ')).data.addNote).toMatchObject({ note: null, errors: [{ code: 'NOTE_EMPTY', field: 'text' }] });
    expect((await add(moderator, appeal, 'а'.repeat(4001))).data.addNote.errors).toEqual([{ code: 'TEXT_TOO_LONG', field: 'text' }]);
  });

  test('goes with the appeal to another deputy, and leaves the first one with it', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await registers(moderator, appeal, world.psk);
    await add(deputy, appeal, 'Это на соседней улице');
    await move(deputy, 'forwardToDeputy', 'ForwardToDeputyInput', { id: appeal.id, version: await versionOf(deputy, appeal), deputyId: world.psk.deputies[1]!.id, reason: 'Его округ' });
    expect((await notesOf(otherDeputy, appeal))!.notes).toMatchObject([{ text: 'Это на соседней улице' }]);
    await move(otherDeputy, 'acceptForwarded', 'AcceptForwardedInput', { id: appeal.id, version: await versionOf(otherDeputy, appeal) });
    expect((await notesOf(otherDeputy, appeal))!.notes).toHaveLength(1);
    expect(await notesOf(deputy, appeal)).toBeNull();
  });
});

describe('no word of a note leaves the office', () => {
  /** From intake to mark, with a note at every stage. */
  async function whole(sender: Person): Promise<SentAppeal> {
    const appeal = await submits(sender, world.psk);
    await add(moderator, appeal);
    await registers(moderator, appeal, world.psk);
    await add(deputy, appeal, `${SECRET}, говорит депутат`);
    await answers(deputy, appeal);
    await add(moderator, appeal);
    await workerOf(world).work();
    return appeal;
  }

  /** Every query that is open to an applicant or a partner, with everything in it. */
  const TRACK = readFileSync(path.join(PROJECT_ROOT, 'packages/portal/src/features/track/track.graphql'), 'utf8');
  const DATA = readFileSync(path.join(PROJECT_ROOT, 'packages/portal/src/features/track/data.graphql'), 'utf8');

  test('to the applicant: not by tracking, not in the copy of the data, which only says how many there are', async () => {
    const appeal = await whole(world.citizen);
    const pair = { number: appeal.number, code: appeal.code };
    const tracked = await ask(world.citizen, TRACK, 'TrackAppeal', pair);
    const data = await ask(world.citizen, DATA, 'ApplicantData', pair);
    const json = await world.citizen.ask('query($number: String!, $code: String!) { applicantData(number: $number, code: $code) { internalNotes json } }', pair);
    expect(json.data.applicantData.internalNotes).toBe(3);
    expect(JSON.parse(json.data.applicantData.json).internalNotes).toBe(3);
    for (const { raw } of [tracked, data, json]) {
      expect(raw).toContain(appeal.number);
      expect(raw).not.toMatch(/скандалит|NOTE_ADDED|заметка/i);
    }
    expect((await mailsOf(world, appeal.id)).length).toBeGreaterThan(2);
    expect(JSON.stringify(await mailsOf(world, appeal.id))).not.toContain('скандалит');
  });

  test('to a partner: not by tracking, not in the list, not in a webhook', async () => {
    const appeal = await whole(partner.app);
    const tracked = await ask(partner.app, TRACK, 'TrackAppeal', { number: appeal.number, code: appeal.code });
    expect(tracked.raw).toContain(appeal.number);
    const list = await partner.app.ask('{ submittedAppeals(first: 50) { edges { node { number status } } } }');
    expect(list.raw).toContain(appeal.number);
    const { rows } = await sql<{ body: string }>`select body from webhook_delivery`.execute(rowsOf(world.database.orm.em.fork()));
    expect(rows.length).toBeGreaterThan(1);
    expect(tracked.raw + list.raw + JSON.stringify(rows)).not.toMatch(/скандалит|NOTE_ADDED/);
    expect((await partner.app.ask('query($id: ID!) { appeal(id: $id) { notes { text } } }', { id: appeal.id })).data?.appeal ?? null).toBeNull();
  });

  test('and the search of appeals does not find by it', async () => {
    const appeal = await whole(world.citizen);
    const { data } = await moderator.ask('{ appeals(filter: { search: "скандалит" }) { totalCount } }');
    expect(data.appeals.totalCount).toBe(0);
    expect((await notesOf(moderator, appeal))!.notes).toHaveLength(3);
  });

  test('the database itself has none for applicants, partners and analysts', async () => {
    const appeal = await whole(partner.app);
    const { orm } = world.app.parts;
    const staff = { kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date('2030-01-01T00:00:00Z'), name: 'Имя', email: 'x@y.test', regions: [], deputyId: null } as const;
    const counted = async (actor: Actor): Promise<number> =>
      (await rowsFor(orm, actor).selectFrom('note').where('appeal_id', '=', appeal.id).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    expect(await counted({ kind: 'APPLICANT', appealId: appeal.id })).toBe(0);
    expect(await counted({ kind: 'PARTNER', partnerId: partner.id, keyId: 'k', name: 'П', scopes: [], costPerMinute: 1, costPerDay: 1, keyExpiresAt: null })).toBe(0);
    expect(await counted({ kind: 'ANONYMOUS' })).toBe(0);
    expect(await counted({ ...staff, role: 'ANALYST' })).toBe(0);
    expect(await counted({ ...staff, role: 'MODERATOR', regions: ['RU-NVS'] })).toBe(0);
    expect(await counted({ ...staff, role: 'DEPUTY', deputyId: world.psk.deputies[1]!.id })).toBe(0);
    expect(await counted({ ...staff, role: 'MODERATOR', regions: ['RU-PSK'] })).toBe(3);
    expect(await counted({ ...staff, role: 'AIDE', deputyId: world.psk.deputies[0]!.id })).toBe(3);
  });
});

test('an erasure takes the notes too, and none is written afterwards', async () => {
  const appeal = await submits(world.citizen, world.psk);
  await add(moderator, appeal);
  await world.citizen.ask('mutation($input: EraseApplicantDataInput!) { eraseApplicantData(input: $input) { errors { code } } }', { input: { number: appeal.number, code: appeal.code, confirm: true } });
  await workerOf(world).work();
  expect(await notesOf(moderator, appeal)).toMatchObject({ viewerCanNote: false, notes: [] });
  expect((await add(moderator, appeal)).data.addNote.errors).toMatchObject([{ code: 'NOTE_AFTER_ERASURE' }]);
});

const ask = (person: Person, document: string, operationName: string, variables: Record<string, unknown>) => {
  expect(document).toContain(`query ${operationName}`);
  const fragments = document.split(/(?=^(?:query|mutation|fragment) )/m).filter((part) => part.startsWith('fragment') || part.startsWith(`query ${operationName}`));
  return person.ask(fragments.join('\n'), variables);
};
