import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { text, type Cell } from '../../src/exports/cells.js';
import { csv } from '../../src/exports/csv.js';
import { xlsx } from '../../src/exports/xlsx.js';
import { registers, submits } from '../support/steps.js';
import { partnerWithKey } from '../support/partners.js';
import { unzip } from '../support/unzip.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let moderator: Person;
let administrator: Person;

beforeAll(async () => {
  world = await startWorld('export');
  [moderator, administrator] = [await world.staffMember('MODERATOR', ['RU-PSK']), await world.staffMember('ADMINISTRATOR')];
}, 60_000);
afterAll(() => world.stop());

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

async function exported(person: Person | null, format: 'csv' | 'xlsx', query: Record<string, string> = {}, headers: Record<string, string> = OWN_PAGE) {
  const response = await world.app.http.inject({
    method: 'GET', url: `/api/export/appeals.${format}?${new URLSearchParams(query).toString()}`, headers: { ...(person ? { cookie: person.cookie } : {}), ...headers },
  });
  return response;
}

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

const table = (body: string, delimiter = ';'): string[][] => parse(body, { bom: true, delimiter });

test('the file is what the list shows: filter, order, columns, days by the clock of the region', async () => {
  const first = await submits(world.citizen, world.psk, { subject: 'Первое' });
  world.clock.advance(60_000);
  const second = await submits(world.citizen, world.psk, { subject: 'Второе' });
  await registers(moderator, first, world.psk);
  const response = await exported(moderator, 'csv');
  expect(response.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="appeals-2026-03-20.csv"', 'cache-control': 'no-store', 'x-export-rows': '2',
  });
  expect(response.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xEF, 0xBB, 0xBF]));
  const [header, ...rows] = table(response.body);
  expect(header).toEqual(['Номер', 'Обращение', 'Заявитель', 'Регион', 'Тема', 'Депутат', 'Вид', 'Откуда', 'Поступило (время региона)', 'Срок', 'Состояние срока', 'Дан ответ (время региона)', 'Статус']);
  expect(rows.map(([number]) => number)).toEqual([second.number, first.number]);
  expect(rows[1]).toEqual([first.number, 'Первое', 'Мария Ивановна Петрова', 'Псковская область', expect.any(String), 'Абрамова Анна Петровна', 'жалоба', 'портал', '2026-03-20 09:15', '2026-04-17', 'в срок', '', 'зарегистрировано']);

  const english = await exported(moderator, 'csv', { filter: JSON.stringify({ status: ['REGISTERED'] }), columns: 'status,region', sort: 'DUE_ON:ASC' }, { ...OWN_PAGE, 'accept-language': 'en' });
  expect(table(english.body, ',')).toEqual([['Number', 'Appeal', 'Region', 'Status'], [first.number, 'Первое', expect.any(String), 'registered']]);
  // No contact of an applicant is in any file.
  expect(response.body + english.body).not.toContain('petrova@mail.example');
});

test.each(['=1+1', '+7 911', '-2', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠a', '  =HYPERLINK("http://x")', '\u200B=1', '−1'])('%j in a name is text and no formula', async (name) => {
  const cells: Cell[] = [text(name)];
  async function* pages() { yield [cells]; }
  const [, line] = await all(csv(['Имя'], pages(), ';'));
  expect(line).toMatch(/^"'/);
  const sheet = unzip(Buffer.concat(await all<Buffer>(xlsx('Имена', ['Имя'], pages())))).get('xl/worksheets/sheet1.xml')!;
  expect(sheet).toContain('<c s="1" t="inlineStr">');
  expect(sheet).not.toContain('<f');
});

test('a formula in a name and signs that no XML may hold come out as words', async () => {
  const appeal = await submits(world.citizen, world.psk, { subject: '=cmd|\' /C calc\'!A0', applicant: { name: '+Иван <Грозный> & "сыновья"', email: 'ivan@mail.example' } });
  const filter = JSON.stringify({ search: appeal.number });
  const [, row] = table((await exported(moderator, 'csv', { filter })).body);
  expect(row!.slice(0, 3)).toEqual([appeal.number, "'=cmd|' /C calc'!A0", "'+Иван <Грозный> & \"сыновья\""]);
  const response = await exported(moderator, 'xlsx', { filter });
  expect(response.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const parts = unzip(response.rawPayload);
  expect([...parts.keys()].toSorted()).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  const sheet = parts.get('xl/worksheets/sheet1.xml')!;
  expect(sheet).toContain('<t xml:space="preserve">+Иван &lt;Грозный&gt; &amp; &quot;сыновья&quot;</t>');
  expect(sheet).toContain('<c s="4"><v>46101.'); // 20.03.2026, a moment that Excel can count with
  expect(sheet).not.toContain('ivan@mail.example');
});

test('nobody takes along what the walls hide', async () => {
  const foreign = await submits(world.citizen, world.nvs, { subject: 'Чужой регион' });
  const own = table((await exported(moderator, 'csv', { filter: JSON.stringify({ regionCode: ['RU-PSK', 'RU-NVS'] }) })).body);
  expect(own.flat()).not.toContain(foreign.number);
  expect(table((await exported(administrator, 'csv')).body).flat()).toContain(foreign.number);
  const deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
  expect(table((await exported(deputy, 'csv')).body)).toHaveLength(1);
});

test('without a session, with a key, or from a foreign page there is no file', async () => {
  const anonymous = await exported(null, 'csv');
  expect([anonymous.statusCode, anonymous.json().code]).toEqual([401, 'UNAUTHENTICATED']);
  const partner = await partnerWithKey(world, administrator);
  const keyed = await exported(null, 'xlsx', {}, { ...OWN_PAGE, authorization: `Bearer ${partner.secret}` });
  expect([keyed.statusCode, keyed.json().code]).toEqual([403, 'FORBIDDEN']);
  for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    const forged = await exported(moderator, 'csv', {}, headers as Record<string, string>);
    expect([forged.statusCode, forged.json().errors[0].extensions.reason]).toEqual([400, 'PREFLIGHT_MISSING']);
  }
});

test.each([
  [{ filter: '{' }, 'PARAMETER_MALFORMED'], [{ filter: '{"email":"a@b.c"}' }, 'PARAMETER_MALFORMED'], [{ filter: '{"submittedFrom":"2026-02-30"}' }, 'DAY_MALFORMED'],
  [{ sort: 'applicant:ASC' }, 'PARAMETER_MALFORMED'], [{ columns: 'email' }, 'PARAMETER_MALFORMED'],
])('%j is refused with the reason', async (query, reason) => {
  world.clock.advance(60_000);
  const response = await exported(moderator, 'csv', query as Record<string, string>);
  expect([response.statusCode, response.json().errors[0].extensions.reason]).toEqual([400, reason]);
});

test('who took what is on record, and nobody takes more than ten files a minute', async () => {
  world.clock.advance(60_000);
  const coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
  const answers = [];
  for (let n = 0; n < 11; n += 1) answers.push(await exported(coordinator, 'csv', { filter: '{"search":"фонари"}' }));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(10).fill(200), 429]);
  expect(answers.at(-1)!.headers['retry-after']).toMatch(/^\d+$/);
  const { data } = await coordinator.ask('{ me { id } }');
  const entries = await rowsOf(world.database.orm.em.fork()).selectFrom('history_entry as e').innerJoin('history_text as t', 't.entry_id', 'e.id')
    .where('e.event', '=', 'APPEALS_EXPORTED').where('e.stream', '=', `account:${data.me.id}`).select('t.text').execute();
  expect(entries).toHaveLength(10);
  expect(JSON.parse(entries[0]!.text!)).toMatchObject({ format: 'csv', filter: { search: 'фонари' }, sort: 'SUBMITTED_AT DESC', rows: Number(answers[0]!.headers['x-export-rows']) });
});

test('a list of thirty thousand comes whole and in order', async () => {
  await copies(30_000);
  world.clock.advance(60_000);
  const response = await exported(moderator, 'csv', { columns: 'submitted', filter: '{"kind":["GRATITUDE"]}' });
  const [, ...rows] = table(response.body);
  expect(rows).toHaveLength(30_000);
  expect(new Set(rows.map(([number]) => number)).size).toBe(30_000);
  expect(rows.map((row) => row[2]).toSorted().toReversed()).toEqual(rows.map((row) => row[2]));
  const sheet = unzip((await exported(moderator, 'xlsx', { columns: '', filter: '{"kind":["GRATITUDE"]}' })).rawPayload).get('xl/worksheets/sheet1.xml')!;
  expect(sheet.match(/<row>/g)).toHaveLength(30_001);
}, 60_000);

test.each(['csv', 'xlsx'] as const)('a reader who stands still stops the reading of rows: %s', async (format) => {
  let read = 0;
  const noise = (): string => randomBytes(150).toString('base64');
  let ended = false;
  async function* endless() {
    try {
      for (;;) {
        read += 1;
        yield Array.from({ length: 200 }, () => [text(noise())]);
      }
    } finally {
      ended = true;
    }
  }
  const file = format === 'csv' ? Readable.from(csv(['x'], endless(), ';'), { objectMode: false }) : xlsx('x', ['x'], endless());
  const chunks = file[Symbol.asyncIterator]();
  await chunks.next();
  // Until two looks find the same: a reading that never stops never comes out of here.
  let standing = -1;
  while (standing !== read) {
    standing = read;
    await pause(500);
  }
  expect(standing).toBeLessThan(100);
  for (let n = 0; n < 200; n += 1) await chunks.next();
  expect(read).toBeGreaterThan(standing);
  file.destroy();
  await expect.poll(() => ended).toBe(true);
});

/** The same appeal many times, with a second between each. */
async function copies(count: number): Promise<void> {
  const { id } = await submits(world.citizen, world.psk, { subject: 'Копия', kind: 'GRATITUDE' });
  await world.database.orm.em.fork().transactional(async (em) => {
    const db = rowsOf(em);
    const { rows: columns } = await sql<{ name: string }>`select column_name as name from information_schema.columns where table_name = 'appeal' and table_schema = 'public' and is_generated = 'NEVER'
      and column_name not in ('id', 'number', 'submitted_at', 'client_key')`.execute(db);
    const rest = sql.join(columns.map(({ name }) => sql.ref(name)));
    // Without the triggers that read each letter for the search: nobody searches these.
    await sql`set local session_replication_role = replica`.execute(db);
    await sql`insert into appeal (id, number, submitted_at, ${rest}) select gen_random_uuid(), '60-2026-' || (100000 + n), submitted_at - n * interval '1 second', ${rest}
      from appeal, generate_series(2, ${count}::int) as n where id = ${id}`.execute(db);
  });
}
