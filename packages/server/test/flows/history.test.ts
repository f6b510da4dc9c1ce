import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { transaction } from '../../src/db/acting.js';
import { connect, rowsOf } from '../../src/db/orm.js';
import { accountStream, appealStream, recordIn, verifyHistory, type Happened, type Stream, type Verification } from '../../src/history/index.js';
import { SYSTEM, type Actor } from '../../src/shared/actor.js';
import { newId } from '../../src/shared/ids.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const MODERATOR: Actor = {
  kind: 'STAFF', accountId: 'a-1', sessionId: 's-1', sessionExpiresAt: new Date('2027-01-01'), name: 'Анна Иванова', email: 'anna@staff.test', role: 'MODERATOR',
  regions: ['RU-PSK'], deputyId: null,
};
const AT = new Date('2026-03-20T06:15:00.123Z');

let database: TestDatabase;
let owner: Client;
let stream: Stream;

const write = (to: Stream, happened: Happened, actor: Actor = MODERATOR): Promise<void> =>
  transaction(database.orm, SYSTEM, (em) => recordIn(em, to, actor, AT, happened));
const verified = (): Promise<Verification> => verifyHistory(owner);
const broken = async (): Promise<string[]> => (await verified()).faults.map(({ kind, stream: of, position }) => `${kind} ${of === stream ? '' : `${of} `}${position}`);
/** As somebody who owns the database and wants to leave no trace. */
const tamper = async (...statements: string[]): Promise<void> => {
  await owner.query(`set session_replication_role = replica`);
  for (const statement of statements) expect((await owner.query(statement)).rowCount, statement).toBeGreaterThan(0);
  await owner.query(`set session_replication_role = origin`);
};
const entryAt = (position: number): string => `stream = '${stream}' and position = ${position}`;

beforeAll(async () => {
  database = await testDatabase('history');
  owner = new Client({ connectionString: database.url });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Four entries; the third with words. */
beforeEach(async () => {
  await tamper('with e as (delete from history_entry), t as (delete from history_text), h as (delete from history_head) select 1');
  stream = appealStream(newId());
  await write(stream, { event: 'MOVE', move: 'SUBMIT', to: 'SUBMITTED' });
  await write(stream, { event: 'APPEAL_OPENED' });
  await write(stream, { event: 'MOVE', move: 'WITHDRAW', from: 'SUBMITTED', to: 'WITHDRAWN', text: 'Уже починили, спасибо Ивану \uD800' });
  await write(stream, { event: 'CONTACTS_OPENED' });
});

test('what the product writes is whole, and the digest of the ends changes with each entry', async () => {
  const before = await verified();
  expect(before).toMatchObject({ streams: 1, entries: 4, faults: [], moreFaults: 0 });
  expect((await verified()).digest).toBe(before.digest);
  await write(accountStream('u-1'), { event: 'ACCOUNT_INVITED', text: 'moderator@example.org', reason: 'MODERATOR' });
  const after = await verified();
  expect(after).toMatchObject({ streams: 2, entries: 5, faults: [] });
  expect(after.digest).not.toBe(before.digest);
});

describe('the owner of the database cannot, unseen,', () => {
  test.each<[string, () => string[], string[]]>([
    ['change an entry', () => [`update history_entry set actor_name = 'Другая' where ${entryAt(2)}`], ['ENTRY_CHANGED 2']],
    ['change its time by a millisecond', () => [`update history_entry set at = at + interval '1 ms' where ${entryAt(1)}`], ['ENTRY_CHANGED 1']],
    ['take an entry out', () => [`delete from history_entry where ${entryAt(2)}`], ['ENTRY_MISSING 2']],
    ['cut the tail off', () => [`delete from history_entry where stream = '${stream}' and position > 2`], ['TAIL_CUT 3']],
    ['cut the tail off and move the end back', () => [`delete from history_entry where ${entryAt(4)}`, `update history_head set position = 3 where stream = '${stream}'`], ['HEAD_CHANGED 3']],
    ['take a whole history away', () => [`delete from history_entry where stream = '${stream}'`], ['TAIL_CUT 1']],
    ['take the mark of the end away', () => [`delete from history_head where stream = '${stream}'`], ['HEAD_MISSING 4']],
    ['put an entry behind the end', () => [`insert into history_entry (id, stream, position, event, actor_kind, actor_name, at, prev_hash, hash)
      select gen_random_uuid(), stream, 5, event, actor_kind, actor_name, at, hash, hash from history_entry where ${entryAt(4)}`], ['ENTRY_EXTRA 5', 'ENTRY_CHANGED 5']],
    ['give two entries each other\'s place', () => [`update history_entry set position = 9 where ${entryAt(2)}`, `update history_entry set position = 2 where ${entryAt(3)}`,
      `update history_entry set position = 3 where ${entryAt(9)}`], ['ENTRY_CHANGED 2', 'ENTRY_CHANGED 3', 'PREVIOUS_HASH_FOREIGN 4']],
    ['move an entry to another history', () => [`update history_entry set stream = 'appeal:${newId()}', position = 1 where ${entryAt(4)}`], ['TAIL_CUT 4', 'ENTRY_CHANGED', 'HEAD_MISSING']],
    ['change the words', () => [`update history_text set text = 'Всё плохо'`], ['TEXT_CHANGED 3']],
    ['take the words away', () => ['delete from history_text'], ['TEXT_MISSING 3']],
    ['add words', () => [`insert into history_text (entry_id, salt, text) select id, 's', 'подложено' from history_entry where ${entryAt(1)}`], ['TEXT_CHANGED 1']],
  ])('%s', async (_what, statements, faults) => {
    await tamper(...statements());
    const found = await broken();
    expect(found).toHaveLength(faults.length);
    for (const fault of faults) expect(found.some((one) => one.startsWith(fault) || (one.split(' ')[0] === fault && one.includes('appeal:'))), `${fault} in ${found.join()}`).toBe(true);
  });

  test('write an entry anew with a right hash: the next one, or the end, is foreign to it', async () => {
    const { rows: [second] } = await owner.query(`select prev_hash from history_entry where ${entryAt(2)}`);
    const { entryHash } = await import('../../src/history/chain.js');
    const { rows: [row] } = await owner.query(`select * from history_entry where ${entryAt(2)}`);
    const hash = entryHash({ stream, position: 2, id: row.id, event: row.event, move: null, fromStatus: null, toStatus: null, actorKind: row.actor_kind, actorName: 'Другая', account: row.account,
      reason: null, textDigest: null, at: row.at }, second.prev_hash);
    await tamper(`update history_entry set actor_name = 'Другая', hash = '${hash}' where ${entryAt(2)}`);
    expect(await broken()).toEqual(['PREVIOUS_HASH_FOREIGN 3']);
  });
});

test('of many faults ten are named and the others counted', async () => {
  for (let i = 0; i < 12; i += 1) await write(accountStream(`u-${i}`), { event: 'PASSWORD_RESET' });
  await tamper(`update history_entry set actor_name = 'Никто' where event = 'PASSWORD_RESET'`);
  const { faults, moreFaults } = await verified();
  expect([faults.length, moreFaults]).toEqual([10, 2]);
  expect(faults[0]).toMatchObject({ kind: 'ENTRY_CHANGED', stream: 'account:u-0', position: 1 });
});

test('words can be erased on record: the chain stays whole and says how many are gone', async () => {
  await write(stream, { event: 'DATA_ERASED' });
  await owner.query('delete from history_text');
  expect(await verified()).toMatchObject({ faults: [], erasedTexts: 1 });
});

test.each([
  ['an entry cannot be changed', `update history_entry set actor_name = 'x'`, 'append-only'],
  ['an entry cannot be deleted', 'delete from history_entry', 'append-only'],
  ['the table cannot be emptied', 'truncate history_entry', 'append-only'],
  ['words cannot be changed', `update history_text set text = 'x'`, 'never changed'],
  ['an end cannot go back', 'update history_head set position = position - 1', 'only grows'],
  ['an end cannot be taken away', 'delete from history_head', 'only grows'],
])('%s, by the owner either', async (_what, statement, words) => {
  await expect(owner.query(statement)).rejects.toThrow(words);
});

test('entries that are written at once stand in one chain', async () => {
  await Promise.all(Array.from({ length: 8 }, () => write(stream, { event: 'CONTACTS_OPENED' })));
  const fresh = accountStream('new');
  await Promise.all(Array.from({ length: 8 }, () => write(fresh, { event: 'ACCOUNT_CHANGED' })));
  expect(await verified()).toMatchObject({ streams: 2, entries: 20, faults: [] });
});

test('an entry of a transaction that failed leaves nothing', async () => {
  await expect(transaction(database.orm, SYSTEM, async (em) => {
    await recordIn(em, stream, MODERATOR, AT, { event: 'CONTACTS_OPENED' });
    throw new Error('no');
  })).rejects.toThrow('no');
  expect(await verified()).toMatchObject({ entries: 4, faults: [] });
});

test('an entry costs two statements, however long the history is', async () => {
  const counted = (): Promise<number> => transaction(database.orm, SYSTEM, async (em) => {
    await rowsOf(em).selectFrom('region').select('code').limit(1).execute();
    const sent = vi.spyOn(Client.prototype, 'query');
    await recordIn(em, stream, MODERATOR, AT, { event: 'MOVE', move: 'WITHDRAW', text: 'слова' });
    const calls = sent.mock.calls.length;
    sent.mockRestore();
    return calls;
  });
  expect(await counted()).toBe(2);
  for (let i = 0; i < 20; i += 1) await write(stream, { event: 'CONTACTS_OPENED' });
  expect(await counted()).toBe(2);
});

test('what an earlier version had on record is chained when the database is brought to this one', async () => {
  const old = await testDatabase('before');
  const client = new Client({ connectionString: old.url });
  await client.connect();
  const orm = await connect(old.url);
  try {
    await orm.migrator.down({ migrations: ['Migration20261125020000_history'] });
    await client.query(`set session_replication_role = replica`);
    const [one, two] = [newId(), newId()];
    await client.query(`insert into history_entry (id, appeal_id, position, event, move, to_status, actor_kind, actor_name, reason, at) values
      (gen_random_uuid(), '${one}', 1, 'MOVE', 'SUBMIT', 'SUBMITTED', 'APPLICANT', 'Заявитель', null, now()),
      (gen_random_uuid(), '${one}', 2, 'MOVE', 'WITHDRAW', 'WITHDRAWN', 'APPLICANT', 'Заявитель', 'Уже починили', now()),
      (gen_random_uuid(), '${two}', 1, 'MOVE', 'REJECT', 'REJECTED', 'MODERATOR', 'Анна', 'SPAM', now())`);
    await orm.migrator.up();
    expect(await verifyHistory(client)).toMatchObject({ streams: 2, entries: 3, faults: [] });
    const { rows } = await client.query('select h.reason, t.text, appeal_id from history_entry h left join history_text t on t.entry_id = h.id order by move desc');
    expect(rows).toMatchObject([{ reason: null, text: 'Уже починили', appeal_id: one }, { reason: null, text: null }, { reason: 'SPAM', text: null, appeal_id: two }]);
  } finally {
    await orm.close();
    await client.end();
    await old.drop();
  }
}, 60_000);
