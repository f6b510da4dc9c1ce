import path from 'node:path';
import { sql } from 'kysely';
import { DEFAULT_POLICY } from '../appeals/index.js';
import { PROJECT_ROOT } from '../config.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { announce } from '../shared/events.js';
import { isDay, localDay } from '../shared/day.js';
import { newId } from '../shared/ids.js';
import { readCsv, ReferenceFileError, type CsvLine } from './read-csv.js';

/** Where the reference files lie. */
export const REFERENCE_FOLDER = path.join(PROJECT_ROOT, 'packages/server/reference');

/** The default policy holds from this day, so that a region's own one can follow it. */
const DEFAULT_POLICY_FROM = '2019-01-01';

/**
 * Brings regions, topics, days off and the default policy into the database. Repeating it changes nothing; what a file changed is
 * changed; a region that left the file ends today and stays, because appeals name it.
 * @throws ReferenceFileError that names file and line
 */
export async function importReference(orm: Orm, { clock, folder = REFERENCE_FOLDER }: { clock: Clock; folder?: string }): Promise<void> {
  await transaction(orm, SYSTEM, async (em) => {
    const db = rowsOf(em);
    // Two servers may start at once; the second finds everything in its place.
    await sql`select pg_advisory_xact_lock(hashtext('import-reference'))`.execute(db);
    await importRegions(db, folder, localDay(clock.now(), 'Europe/Moscow'));
    await importTopics(db, path.join(folder, 'topics.csv'));
    await importDaysOff(db, path.join(folder, 'days-off.csv'));
    await addDefaultPolicy(db);
  });
}

/**
 * Brings days off of whole years from a file of one's own, as the government's decree of each year says them.
 * @returns the years that the file replaced
 * @throws ReferenceFileError that names file and line; nothing is changed then
 */
export async function importCalendar(orm: Orm, file: string): Promise<number[]> {
  return transaction(orm, SYSTEM, async (em) => {
    const years = await importDaysOff(rowsOf(em), file);
    await announce(em, { kind: 'calendar.changed', years });
    return years;
  });
}

async function importRegions(db: Db, folder: string, today: string): Promise<void> {
  const file = path.join(folder, 'regions.csv');
  const lines = readCsv(file, ['code', 'name_ru', 'name_en', 'federal_district', 'administrative_centre', 'time_zone', 'tile_column',
    'tile_row']);
  const numbers = readNumbers(path.join(folder, 'region-numbers.csv'));
  unique(file, lines, 'code');
  const regions = lines.map(({ values, line }) => {
    const number = numbers.get(values.code);
    if (!number) throw new ReferenceFileError(file, line, `у субъекта ${values.code} нет номера в region-numbers.csv`);
    if (!isTimeZone(values.time_zone)) throw new ReferenceFileError(file, line, `«${values.time_zone}» не часовой пояс`);
    return {
      ...values, ...number, valid_to: null,
      tile_column: wholeNumber(file, line, values.tile_column), tile_row: wholeNumber(file, line, values.tile_row),
    };
  });
  await db.insertInto('region').values(regions).onConflict((conflict) => conflict.column('code').doUpdateSet((row) => ({
    number: row.ref('excluded.number'), name_ru: row.ref('excluded.name_ru'), name_en: row.ref('excluded.name_en'),
    federal_district: row.ref('excluded.federal_district'), administrative_centre: row.ref('excluded.administrative_centre'),
    time_zone: row.ref('excluded.time_zone'), tile_column: row.ref('excluded.tile_column'), tile_row: row.ref('excluded.tile_row'),
    valid_from: row.ref('excluded.valid_from'), valid_to: null,
  }))).execute();
  await db.updateTable('region').set({ valid_to: today })
    .where('code', 'not in', regions.map(({ code }) => code)).where('valid_to', 'is', null).execute();
}

function readNumbers(file: string): Map<string, { number: string; valid_from: string }> {
  const lines = readCsv(file, ['code', 'number', 'valid_from']);
  unique(file, lines, 'code');
  unique(file, lines, 'number');
  return new Map(lines.map(({ values: { code, number, valid_from }, line }) => {
    if (!/^\d\d$/.test(number)) throw new ReferenceFileError(file, line, `«${number}» не номер субъекта из двух цифр`);
    if (!isDay(valid_from)) throw new ReferenceFileError(file, line, `«${valid_from}» не дата`);
    return [code, { number, valid_from }];
  }));
}

async function importTopics(db: Db, file: string): Promise<void> {
  const lines = readCsv(file, ['code', 'section_ru', 'section_en', 'name_ru', 'name_en']);
  unique(file, lines, 'code');
  const topics = lines.map(({ values }, i) => ({ ...values, position: i + 1 }));
  await db.insertInto('topic').values(topics).onConflict((conflict) => conflict.column('code').doUpdateSet((row) => ({
    section_ru: row.ref('excluded.section_ru'), section_en: row.ref('excluded.section_en'),
    name_ru: row.ref('excluded.name_ru'), name_en: row.ref('excluded.name_en'), position: row.ref('excluded.position'),
  }))).execute();
}

async function importDaysOff(db: Db, file: string): Promise<number[]> {
  const lines = readCsv(file, ['day', 'kind', 'name'], ['name']);
  unique(file, lines, 'day');
  const days = lines.map(({ values: { day, kind, name }, line }) => {
    if (!isDay(day)) throw new ReferenceFileError(file, line, `«${day}» не дата`);
    if (kind !== 'OFF' && kind !== 'WORK') throw new ReferenceFileError(file, line, `«${kind}» не вид дня, нужно OFF или WORK`);
    return { day, kind, name: name === '' ? null : name } as const;
  });
  if (days.length === 0) throw new ReferenceFileError(file, 1, 'в файле нет ни одного дня');
  // A year that the file holds is replaced as a whole: a decree may also take a day off away.
  const years = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))];
  await db.deleteFrom('calendar_day').where(sql<boolean>`extract(year from day) = any(${years}) and day::text <> all(${days.map(({ day }) => day)})`).execute();
  await db.insertInto('calendar_day').values(days).onConflict((conflict) => conflict.column('day').doUpdateSet((row) => ({
    kind: row.ref('excluded.kind'), name: row.ref('excluded.name'),
  }))).execute();
  return years.toSorted((a, b) => a - b);
}

async function addDefaultPolicy(db: Db): Promise<void> {
  const existing = await db.selectFrom('deadline_policy').select('id').where('region_code', 'is', null).limit(1).executeTakeFirst();
  if (existing) return;
  await db.insertInto('deadline_policy')
    .values({ id: newId(), region_code: null, valid_from: DEFAULT_POLICY_FROM, terms: DEFAULT_POLICY }).execute();
}

function unique<Column extends string>(file: string, lines: readonly CsvLine<Column>[], column: Column): void {
  const seen = new Set<string>();
  for (const { values, line } of lines) {
    if (seen.has(values[column])) throw new ReferenceFileError(file, line, `значение «${values[column]}» уже есть выше`);
    seen.add(values[column]);
  }
}

function wholeNumber(file: string, line: number, text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new ReferenceFileError(file, line, `«${text}» не целое число`);
  return Number(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
