import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppealsQueries, canRead } from '../../src/appeals/index.js';
import { rowsOf } from '../../src/db/orm.js';
import type { Actor, Role, StaffActor } from '../../src/shared/actor.js';
import { answers, registers, submits, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let moderatorOfPsk: Person;
let sent: Record<'pskNew' | 'pskRegistered' | 'pskOther' | 'nvsAnswered', SentAppeal>;

beforeAll(async () => {
  world = await startWorld('walls');
  moderatorOfPsk = await world.staffMember('MODERATOR', ['RU-PSK']);
  const moderatorOfNvs = await world.staffMember('MODERATOR', ['RU-NVS']);
  const deputyOfNvs = await world.staffMember('DEPUTY', [], world.nvs.deputies[0]!.id);
  sent = {
    pskNew: await submits(world.citizen, world.psk, { deputyId: world.psk.deputies[0]!.id }),
    pskRegistered: await submits(world.citizen, world.psk),
    pskOther: await submits(world.citizen, world.psk),
    nvsAnswered: await submits(world.citizen, world.nvs),
  };
  await registers(moderatorOfPsk, sent.pskRegistered, world.psk);
  await registers(moderatorOfPsk, sent.pskOther, world.psk, { deputyId: world.psk.deputies[1]!.id });
  await registers(moderatorOfNvs, sent.nvsAnswered, world.nvs);
  await answers(deputyOfNvs, sent.nvsAnswered);
  await world.citizen.ask('mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { errors { code } } }', {
    input: { number: sent.nvsAnswered.number, code: sent.nvsAnswered.code, quality: 2, comment: 'Секретный комментарий' },
  });
}, 60_000);
afterAll(() => world.stop());

const actor = (role: Role, regions: string[] = [], deputyId: string | null = null): StaffActor => ({
  kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date('2030-01-01T00:00:00Z'), name: 'Имя', email: 'x@y.test', role, regions, deputyId,
});

describe('the wall in the query says the same as the policy', () => {
  const actors = (): [string, Actor][] => [
    ['nobody', { kind: 'ANONYMOUS' }],
    ['an administrator', actor('ADMINISTRATOR')],
    ['an analyst', actor('ANALYST')],
    ['a moderator of one region', actor('MODERATOR', ['RU-PSK'])],
    ['a moderator of two regions', actor('MODERATOR', ['RU-PSK', 'RU-NVS'])],
    ['a moderator of none', actor('MODERATOR', [])],
    ['a coordinator', actor('COORDINATOR', ['RU-NVS'])],
    ['a deputy', actor('DEPUTY', [], world.psk.deputies[0]!.id)],
    ['a deputy of two appeals', actor('DEPUTY', [], world.psk.deputies[1]!.id)],
    ['an aide', actor('AIDE', [], world.psk.deputies[0]!.id)],
    ['an aide without a deputy', actor('AIDE')],
  ];

  test('for every actor and appeal', async () => {
    const db = rowsOf(world.database.orm.em);
    const all = await db.selectFrom('appeal').select(['id', 'status', 'region_code as regionCode', 'deputy_id', 'registered_on', 'forwarded_outside as forwardedOutside', 'forwarded_to_id']).execute();
    expect(all).toHaveLength(4);
    for (const [name, who] of actors()) {
      const queries = new AppealsQueries(db, world.app.parts.reference, who, world.clock, 'ru', world.app.parts.vault, world.app.parts.rules);
      const seen = (await queries.list(null, null, 50, null, { total: true, fields: new Set() })).edges.map(({ node }) => node.id).sort();
      const allowed = all.filter((row) => canRead(who, { ...row, deputyId: row.deputy_id ?? null, registeredOn: row.registered_on ?? null, forwardedToId: row.forwarded_to_id ?? null })).map(({ id }) => id).sort();
      expect({ name, seen }).toEqual({ name, seen: allowed });
    }
  });
});

test.each(['id', 'number', 'search', 'count', 'cursor', 'feedback', 'filter by deputy'])('a moderator cannot learn of an appeal of another region by %s', async (way) => {
  const foreign = sent.nvsAnswered;
  const ways: Record<string, () => Promise<{ raw: string }>> = {
    id: () => moderatorOfPsk.ask('query($id: ID!) { appeal(id: $id) { id number } }', { id: foreign.id }),
    number: () => moderatorOfPsk.ask('query($s: String) { appeals(filter: { search: $s }) { totalCount edges { node { id number } } } }', { s: foreign.number }),
    search: () => moderatorOfPsk.ask('{ appeals(filter: { regionCode: ["RU-NVS"], search: "фонари" }) { totalCount edges { node { id number } } } }'),
    count: () => moderatorOfPsk.ask('{ appeals(filter: { regionCode: ["RU-NVS"] }) { totalCount } }'),
    cursor: () => moderatorOfPsk.ask('query($after: String) { appeals(after: $after, filter: { regionCode: ["RU-NVS"] }) { totalCount edges { node { number } } } }', {
      after: Buffer.from(JSON.stringify(['appeals:SUBMITTED_AT:DESC', '2030-01-01T00:00:00.000Z', foreign.id])).toString('base64url'),
    }),
    feedback: () => moderatorOfPsk.ask('{ feedback { totalCount edges { node { comment appeal { number } } } } }'),
    'filter by deputy': () => moderatorOfPsk.ask('query($d: ID) { appeals(filter: { deputyId: $d }) { totalCount edges { node { number } } } feedback(filter: { deputyId: $d }) { totalCount } }', { d: world.nvs.deputies[0]!.id }),
  };
  const { raw } = await ways[way]!();
  expect(raw).not.toContain(foreign.number);
  expect(raw).not.toContain('Секретный');
  expect(raw).not.toMatch(/"totalCount":[1-9]/);
});

test('a wrong code and an unknown number get the same answer', async () => {
  const TRACK = 'query($n: String!, $c: String!) { trackAppeal(number: $n, code: $c) { number } }';
  const wrongCode = await world.citizen.ask(TRACK, { n: sent.pskNew.number, c: 'AAAAAAAAAA' });
  const unknown = await world.citizen.ask(TRACK, { n: '60-2026-999999', c: 'AAAAAAAAAA' });
  expect(wrongCode.errors).toEqual(unknown.errors);
  expect(wrongCode.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', reason: 'TRACKING_PAIR_UNKNOWN' } }]);
});

test('number and code are read as people write them', async () => {
  const { number, code } = sent.pskNew;
  const loose = { n: ` ${number.replaceAll('-', ' – ').replace(/ 0+(\d)/, ' $1')} `, c: ` ${code.toLowerCase().slice(0, 5)} ${code.slice(5)} ` };
  const { data, raw } = await world.citizen.ask('query($n: String!, $c: String!) { trackAppeal(number: $n, code: $c) { number } }', loose);
  expect(data, raw).toEqual({ trackAppeal: { number } });
});
