import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf, type Orm } from '../db/orm.js';
import { SetClock } from '../shared/clock.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { importReference, REFERENCE_FOLDER } from './import-reference.js';

const clock = new SetClock(new Date('2026-11-24T09:00:00Z'));
let database: TestDatabase;
let orm: Orm;

beforeAll(async () => {
  database = await testDatabase('reference');
  orm = database.orm;
});
afterAll(() => database.drop());

function changedCopy(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reference-'));
  cpSync(REFERENCE_FOLDER, folder, { recursive: true });
  const target = path.join(folder, file);
  writeFileSync(target, change(readFileSync(target, 'utf8')));
  return folder;
}

const everything = async (): Promise<unknown> => {
  const db = rowsOf(orm.em.fork());
  return Promise.all(['region', 'topic', 'calendar_day', 'deadline_policy'].map((table) =>
    sql`select * from ${sql.table(table)} order by 1`.execute(db).then(({ rows }) => rows)));
};

test('the import fills regions with their numbers, topics, days off and the default policy, and repeating it changes nothing', async () => {
  await importReference(orm, { clock });
  const before = await everything();
  await importReference(orm, { clock });
  expect(await everything()).toEqual(before);

  const db = rowsOf(orm.em.fork());
  const moscow = await db.selectFrom('region').selectAll().where('code', '=', 'RU-MOW').executeTakeFirstOrThrow();
  expect(moscow).toMatchObject({ number: '77', time_zone: 'Europe/Moscow', valid_to: null });
  expect(await db.selectFrom('topic').select(['code', 'position']).orderBy('position').executeTakeFirst())
    .toEqual({ code: 'state.elections', position: 1 });
  expect(await db.selectFrom('deadline_policy').select(['region_code', 'valid_from']).execute())
    .toEqual([{ region_code: null, valid_from: '2019-01-01' }]);
});

test('a changed name is changed, and a region that left the file ends today and stays', async () => {
  const folder = changedCopy('regions.csv', (text) => text.replace(/^RU-ZAB.*\n/m, '').replace('Псковская область,Pskov Oblast', 'Псковский край,Pskov Krai'));
  await importReference(orm, { clock, folder });
  const db = rowsOf(orm.em.fork());
  const rows = await db.selectFrom('region').select(['code', 'name_ru', 'valid_to']).where('code', 'in', ['RU-PSK', 'RU-ZAB']).orderBy('code').execute();
  expect(rows).toEqual([
    { code: 'RU-PSK', name_ru: 'Псковский край', valid_to: null },
    { code: 'RU-ZAB', name_ru: 'Забайкальский край', valid_to: '2026-11-24' },
  ]);
  await importReference(orm, { clock });
  expect(await db.selectFrom('region').select('code').where('valid_to', 'is not', null).execute()).toEqual([]);
});

test.each([
  ['regions.csv', (text: string) => text.replace('Europe/Kaliningrad', 'Europe/Nowhere'), 'regions.csv, строка 25: «Europe/Nowhere» не часовой пояс'],
  ['region-numbers.csv', (text: string) => text.replace('RU-MOW,77', 'RU-MOW,7'), /region-numbers\.csv, строка \d+: «7» не номер/],
  ['days-off.csv', (text: string) => text.replace('2019-01-02,OFF', '2019-02-30,OFF'), 'days-off.csv, строка 3: «2019-02-30» не дата'],
  ['topics.csv', (text: string) => text.replace('name_en', 'name'), /topics\.csv, строка 1: ожидается заголовок code,/],
  ['topics.csv', (text: string) => `${text}social.sport,"broken\n`, /topics\.csv, строка \d+: /],
])('an error in %s names the file and the line, and nothing is changed', async (file, change, message) => {
  const before = await everything();
  await expect(importReference(orm, { clock, folder: changedCopy(file, change) })).rejects.toThrow(message);
  expect(await everything()).toEqual(before);
});
