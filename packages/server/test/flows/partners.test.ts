import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { SCOPES_OF } from '../../src/partners/index.js';
import { letter, registers, submits, tryToSubmit } from '../support/steps.js';
import { newKeyOf, partnerWithKey, withKey, type KeyedPartner } from '../support/partners.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let administrator: Person;
let moderator: Person;
let partner: KeyedPartner;

beforeAll(async () => {
  world = await startWorld('partners');
  administrator = await world.staffMember('ADMINISTRATOR');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  partner = await partnerWithKey(world, administrator);
}, 60_000);
afterAll(() => world.stop());

const VIEWER = '{ viewerPartner { id name scopes costPerMinute costPerDay } }';
const reasonOf = async (person: Person, query = VIEWER) => {
  const { errors, status } = await person.ask(query);
  return [status, errors?.[0]?.extensions.code, errors?.[0]?.extensions.reason];
};
const keyed = async (query: string, id: string) => (await administrator.ask(`mutation($id: ID!) { ${query}(id: $id) { errors { code } } }`, { id })).data[query].errors;
const inAMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

test('a key says who calls, and a cookie beside it is not looked at', async () => {
  expect((await partner.app.ask(VIEWER)).data.viewerPartner).toMatchObject({ id: partner.id, costPerMinute: 6000, costPerDay: 500_000 });
  const beside = await administrator.ask('{ me { id } viewerPartner { id } }', {}, { authorization: `Bearer ${partner.secret}` });
  expect(beside.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'CLOSED_TO_KEYS' });
  expect((await world.citizen.ask(VIEWER, {}, { 'x-api-key': partner.secret })).data.viewerPartner.id).toBe(partner.id);
  expect((await world.citizen.ask(VIEWER)).data.viewerPartner).toBeNull();
});

test('the key is shown once: the database has its hash and first characters', async () => {
  const row = await rowsOf(world.database.orm.em.fork()).selectFrom('partner_key').where('id', '=', partner.keyId).selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(partner.secret.slice(10));
  expect(row.prefix).toBe(partner.secret.slice(0, 10));
  expect(partner.secret).toMatch(/^vdk_[A-Za-z0-9_-]{43}$/);
});

test.each([['a wrong one', `vdk_${'A'.repeat(43)}`], ['not one of ours', 'hello'], ['a long one', 'x'.repeat(5000)]])('a key that is unknown (%s) is refused', async (_what, secret) => {
  expect(await reasonOf(withKey(world, secret))).toEqual([401, 'UNAUTHENTICATED', 'KEY_UNKNOWN']);
});

test('a revoked key opens nothing from the next request on, and revoking twice is no error', async () => {
  const { keyId, secret } = await newKeyOf(administrator, partner.id, ['DIRECTORY_READ']);
  const app = withKey(world, secret);
  expect((await app.ask('{ regions { code } }')).data.regions.length).toBeGreaterThan(80);
  expect(await keyed('revokePartnerKey', keyId)).toEqual([]);
  await inAMoment();
  expect(await reasonOf(app, '{ regions { code } }')).toEqual([401, 'UNAUTHENTICATED', 'KEY_REVOKED']);
  expect(await keyed('revokePartnerKey', keyId)).toEqual([]);
});

test('a key with a last day works through that day', async () => {
  const app = withKey(world, (await newKeyOf(administrator, partner.id, ['DIRECTORY_READ'], { expiresOn: '2026-03-20' })).secret);
  expect(await reasonOf(app)).toEqual([200, undefined, undefined]);
  const before = world.clock.now();
  world.clock.set(new Date('2026-03-21T00:00:00.000Z'));
  expect(await reasonOf(app)).toEqual([401, 'UNAUTHENTICATED', 'KEY_EXPIRED']);
  world.clock.set(before);
});

test('a rotated key works beside its successor until the overlap is over', async () => {
  const old = await newKeyOf(administrator, partner.id, ['DIRECTORY_READ', 'STATISTICS_READ']);
  const ROTATE = 'mutation($input: RotatePartnerKeyInput!) { rotatePartnerKey(input: $input) { key { id scopes state } secret partner { keys { id state expiresAt } } errors { code field } } }';
  const { data } = await administrator.ask(ROTATE, { input: { id: old.keyId, overlapHours: 2 } });
  const { key, secret, partner: after } = data.rotatePartnerKey;
  expect(key).toMatchObject({ scopes: ['DIRECTORY_READ', 'STATISTICS_READ'], state: 'ACTIVE' });
  expect(after.keys.find(({ id }: { id: string }) => id === old.keyId)).toEqual({ id: old.keyId, state: 'ROTATED', expiresAt: '2026-03-20T08:15:00.000Z' });
  await inAMoment();
  expect(await reasonOf(withKey(world, old.secret))).toEqual([200, undefined, undefined]);
  expect(await reasonOf(withKey(world, secret))).toEqual([200, undefined, undefined]);
  expect((await administrator.ask(ROTATE, { input: { id: old.keyId } })).data.rotatePartnerKey.errors).toEqual([{ code: 'KEY_ROTATED_ALREADY', field: 'id' }]);
  world.clock.advance(2 * 3_600_000);
  expect(await reasonOf(withKey(world, old.secret))).toEqual([401, 'UNAUTHENTICATED', 'KEY_EXPIRED']);
  expect(await reasonOf(withKey(world, secret))).toEqual([200, undefined, undefined]);
});

test('a suspended partner has no working key until it is resumed', async () => {
  const own = await partnerWithKey(world, administrator);
  expect(await keyed('suspendPartner', own.id)).toEqual([]);
  await inAMoment();
  expect(await reasonOf(own.app)).toEqual([401, 'UNAUTHENTICATED', 'PARTNER_SUSPENDED']);
  expect(await keyed('resumePartner', own.id)).toEqual([]);
  await inAMoment();
  expect(await reasonOf(own.app)).toEqual([200, undefined, undefined]);
});

test('the last use is on record, to a minute', async () => {
  const own = await partnerWithKey(world, administrator);
  await own.app.ask(VIEWER);
  await inAMoment();
  const LAST = 'query($id: ID!) { partner(id: $id) { lastUsedAt keys { lastUsedAt } } }';
  const first = (await administrator.ask(LAST, { id: own.id })).data.partner;
  expect(first.lastUsedAt).toBe(world.clock.now().toISOString());
  world.clock.advance(30_000);
  await own.app.ask(VIEWER);
  await inAMoment();
  expect((await administrator.ask(LAST, { id: own.id })).data.partner).toEqual(first);
});

test('a root field that the key has no scope for is refused, by whatever name and fragment', async () => {
  const app = withKey(world, (await newKeyOf(administrator, partner.id, ['DIRECTORY_READ'])).secret);
  for (const query of ['{ rollout { plannedDeputies } }', '{ regions { code } mine: rollout { plannedDeputies } }', '{ ...F } fragment F on Query { ... { rollout { plannedDeputies } } }']) {
    const { status, errors } = await app.ask(query, {}, { 'accept-language': 'en' });
    expect([status, errors?.[0]?.message, errors?.[0]?.extensions]).toEqual([403, 'The key lacks the scope statistics:read.', { code: 'FORBIDDEN', reason: 'SCOPE_MISSING', field: 'rollout' }]);
  }
  expect(await reasonOf(app, '{ appeals { totalCount } }')).toEqual([403, 'FORBIDDEN', 'CLOSED_TO_KEYS']);
  expect(await reasonOf(app, 'mutation { setLocale(locale: ru) { id } }')).toEqual([403, 'FORBIDDEN', 'CLOSED_TO_KEYS']);
  expect(await reasonOf(app, '{ __schema { queryType { name } } }')).toEqual([200, undefined, undefined]);
});

test('every root field of the table of scopes exists', () => {
  const { schema } = world.app;
  const unknown = Object.keys(SCOPES_OF).filter((path) => {
    const [type = '', field = ''] = path.split('.');
    return !field.startsWith('__') && !(schema.getType(type) as unknown as { getFields(): Record<string, unknown> }).getFields()[field];
  });
  expect(unknown).toEqual([]);
});

test('only an administrator has to do with partners', async () => {
  expect((await moderator.ask('{ partners { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await moderator.ask('mutation($id: ID!) { revokePartnerKey(id: $id) { errors { code } } }', { id: partner.keyId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await world.citizen.ask('{ partners { totalCount } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('what a form gets wrong comes back by field', async () => {
  const create = async (input: object) => (await administrator.ask('mutation($input: CreatePartnerInput!) { createPartner(input: $input) { errors { code field } } }', { input })).data.createPartner.errors;
  expect(await create({ name: ' ', contactEmail: 'nobody', costPerMinute: 0 })).toEqual([
    { code: 'PARTNER_NAME_EMPTY', field: 'name' }, { code: 'EMAIL_INVALID', field: 'contactEmail' }, { code: 'COST_OUT_OF_RANGE', field: 'costPerMinute' }]);
  expect(await create({ name: 'Одно имя', contactEmail: 'a@b.example' })).toEqual([]);
  expect(await create({ name: 'Одно имя', contactEmail: 'a@b.example' })).toEqual([{ code: 'PARTNER_NAME_TAKEN', field: 'name' }]);
  const key = (await administrator.ask('mutation($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { errors { code field } } }', {
    input: { partnerId: partner.id, name: '', scopes: [], expiresOn: '2026-03-01' } })).data.createPartnerKey.errors;
  expect(key).toEqual([{ code: 'KEY_NAME_EMPTY', field: 'name' }, { code: 'SCOPES_MISSING', field: 'scopes' }, { code: 'EXPIRY_IN_THE_PAST', field: 'expiresOn' }]);
});

test('partners are found by name and listed page by page', async () => {
  const own = await partnerWithKey(world, administrator, ['DIRECTORY_READ'], { name: 'Городской 100 % портал' });
  const LIST = 'query($search: String, $after: String) { partners(search: $search, first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id name keys { id } webhooks { id } } } } }';
  expect((await administrator.ask(LIST, { search: '100 %' })).data.partners.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([own.id]);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (await administrator.ask(LIST, { after })).data.partners;
    seen.push(...page.edges.map(({ node }) => node.name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
});

test('usage is counted day by day, quiet days with noughts', async () => {
  const own = await partnerWithKey(world, administrator);
  world.app.parts.usage.note({ partnerId: own.id }, { cost: 12, refused: false, failed: false });
  world.app.parts.usage.note({ partnerId: own.id }, { cost: 0, refused: true, failed: true });
  await world.app.parts.usage.flush();
  world.app.parts.usage.note({ partnerId: own.id }, { cost: 5, refused: false, failed: false });
  await world.app.parts.usage.flush();
  const { usage } = (await administrator.ask('query($id: ID!) { partner(id: $id) { usage(days: 3) { day requests cost refused failed } } }', { id: own.id })).data.partner;
  expect(usage).toEqual([
    { day: '2026-03-18', requests: 0, cost: 0, refused: 0, failed: 0 }, { day: '2026-03-19', requests: 0, cost: 0, refused: 0, failed: 0 },
    { day: '2026-03-20', requests: 3, cost: 17, refused: 1, failed: 1 },
  ]);
  expect((await administrator.ask('query($id: ID!) { partner(id: $id) { usage(days: 400) { day } } }', { id: own.id })).errors?.[0]?.extensions.reason).toBe('DAYS_OUT_OF_RANGE');
});

const key = (text: string): string => `client-key-${text}-0001`;

test('twenty identical submissions at once make one appeal', async () => {
  const input = letter(world.psk, { clientKey: key('parallel') });
  const answers = await Promise.all(Array.from({ length: 20 }, () => tryToSubmit(partner.app, input)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(new Set(answers.map(({ appeal, code }) => `${appeal.number} ${code}`)).size).toBe(1);
  const { count } = await rowsOf(world.database.orm.em.fork()).selectFrom('appeal').where('client_key', '=', key('parallel')).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  expect(Number(count)).toBe(1);
});

test('a client key belongs to its partner: another one with the same key neither collides nor learns anything', async () => {
  const other = await partnerWithKey(world, administrator);
  const input = letter(world.psk, { clientKey: key('shared') });
  const [mine, theirs, portals] = [await tryToSubmit(partner.app, input), await tryToSubmit(other.app, { ...input, subject: 'Другое письмо' }), await tryToSubmit(world.citizen, { ...input, subject: 'Третье письмо' })];
  expect([mine, theirs, portals].map(({ errors }) => errors)).toEqual([[], [], []]);
  expect(new Set([mine, theirs, portals].map(({ appeal }) => appeal.number)).size).toBe(3);
  expect(new Set([mine, theirs, portals].map(({ code }) => code)).size).toBe(3);
  expect((await tryToSubmit(partner.app, { ...input, text: 'Совсем другой текст, но ключ тот же.' })).errors).toMatchObject([{ code: 'CLIENT_KEY_REUSED', field: 'clientKey' }]);
});

test('what a partner submitted stands in the history under its name, and its channel is PARTNER', async () => {
  const sent = await submits(partner.app, world.psk);
  const { appeal } = (await moderator.ask('query($id: ID!) { appeal(id: $id) { channel history { actorKind actorName move } } }', { id: sent.id })).data;
  expect([appeal.channel, appeal.history[0]]).toEqual(['PARTNER', { actorKind: 'PARTNER', actorName: 'Партнёр 1', move: 'SUBMIT' }]);
});

const TRACK = 'query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { number steps { title } openedBy { name } feedback { quality } } }';

test('a partner sees what it submitted, and nothing else, whatever number and code it has', async () => {
  const [own, other] = [await partnerWithKey(world, administrator), await partnerWithKey(world, administrator)];
  const [mine, theirs, citizens] = [await submits(own.app, world.psk), await submits(other.app, world.psk), await submits(world.citizen, world.psk)];
  const LIST = '{ submittedAppeals { totalCount edges { node { number status dueOn clientKey } } } }';
  expect((await own.app.ask(LIST)).data.submittedAppeals).toEqual({ totalCount: 1, edges: [{ node: { number: mine.number, status: 'SUBMITTED', dueOn: null, clientKey: null } }] });
  expect((await world.citizen.ask(LIST)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await own.app.ask(TRACK, { ...mine })).data.trackAppeal.number).toBe(mine.number);
  const unknown = await own.app.ask(TRACK, { number: '60-2026-999999', code: mine.code });
  for (const foreign of [theirs, citizens]) {
    const { errors, status } = await own.app.ask(TRACK, { number: foreign.number, code: foreign.code });
    expect([status, errors]).toEqual([unknown.status, unknown.errors]);
  }
  // The applicant holds the same pair, and it opens the portal.
  expect((await world.citizen.ask(TRACK, { ...mine })).data.trackAppeal.number).toBe(mine.number);
});

test('a partner is not told who opened the appeal and its contacts', async () => {
  const sent = await submits(partner.app, world.psk);
  await registers(moderator, sent, world.psk);
  await moderator.ask('mutation($id: ID!) { openContacts(appealId: $id) { errors { code } } }', { id: sent.id });
  const forApplicant = (await world.citizen.ask(TRACK, { ...sent })).data.trackAppeal;
  const forPartner = (await partner.app.ask(TRACK, { ...sent })).data.trackAppeal;
  expect([forApplicant.steps.length, forPartner.steps.length]).toEqual([2, 2]);
  expect(forApplicant.openedBy.length).toBeGreaterThan(0);
  expect(forPartner.openedBy).toEqual([]);
});
