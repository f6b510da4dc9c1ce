import { Client } from 'pg';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Vault } from '../shared/vault.js';
import { ANCHORS, type AnchorDeputy } from './anchors.js';
import { copyRows, type CopyRow } from './copy.js';
import { buildDirectory, spokenName, type Directory } from './directory.js';
import { DEMO_APPEALS } from './load-shares.js';
import { dayAt } from './local-time.js';
import { seeded, chance, pick } from './random.js';
import { addRows, LATE_TABLES, LIFE_TABLES, measureTemplates, noRows, type RowsInput } from './rows.js';
import { live } from './simulate-appeal.js';
import { newApplicant, type DemoApplicant } from './simulate-applicant.js';
import { planAppeals, type PlannedAppeal } from './simulate-plan.js';
import { storiesOf } from './texts/stories.js';
import { readWorld, type World } from './world.js';

/** Mails that the outbox holds. */
const MAILS = 150;
const MAIL_HOURS = 30;
const CHUNK = 3000;
/** Built after the rows are in: a GIN index grows slowly row by row. */
const LATE_INDEXES = ['search_entry_words', 'search_word_trgm', 'deputy_name_trgm'];
/** What keeps the index of the search; everything is written there at once instead of row by row. */
const SEARCHED = ['appeal', 'question', 'message'];

export interface LoadDemo {
  readonly orm: Orm;
  readonly databaseUrl: string;
  /** The moment of loading: history ends here. The same day gives the same history up to it. */
  readonly now: Date;
  /** Tells a person what is being done. */
  readonly log: (text: string) => void;
  /** How many appeals, about; tests take fewer. */
  readonly appeals?: number;
  /** Closes contacts and mails. */
  readonly vault: Vault;
  /** The head of links in the mails. */
  readonly publicUrl?: string;
  /** Who signs the mails. */
  readonly serviceName?: string;
}

/**
 * Fills an empty, migrated database with reference data by nine months of a lived-in country. One transaction: a kill in the middle
 * leaves nothing behind. Deterministic by seed and `now`.
 */
export async function loadDemo({ orm, databaseUrl, now, log, vault, appeals = DEMO_APPEALS,
  publicUrl = 'http://127.0.0.1:4000', serviceName = 'Избиратель – депутат' }: LoadDemo): Promise<void> {
  log('Готовлю демонстрационные данные: депутаты');
  const { world, directory } = await prepare(orm, now);
  const plans = planAppeals(world, appeals);

  const client = new Client({ connectionString: databaseUrl, application_name: 'voter-deputy demo' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local synchronous_commit = off; set local maintenance_work_mem = '128MB'`);
    const indexes = await dropIndexes(client);
    for (const table of SEARCHED) await client.query(`alter table "${table}" disable trigger "${table}_is_searched"`);
    for (const [table, rows] of Object.entries(directory.rows)) await copyRows(client, table, rows);
    await writeLives(client, plans, world, { seed: world.seed, now, publicUrl, serviceName, rules: world.rules, vault,
      mailsSince: new Date(now.getTime() - MAIL_HOURS * 3_600_000) }, log);
    log('Готовлю демонстрационные данные: поиск');
    await client.query('select search_refresh(array(select id from appeal))');
    for (const definition of indexes) await client.query(definition);
    for (const table of SEARCHED) await client.query(`alter table "${table}" enable trigger "${table}_is_searched"`);
    await client.query('commit');
    await client.query('analyze');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** The country with its deputies, before anybody wrote. Topics without stories are left out: nobody could write about them. */
export async function prepare(orm: Orm, now: Date): Promise<{ world: World; directory: Directory }> {
  const whole = await readWorld(orm, now);
  const world = { ...whole, topics: whole.topics.filter((code) => storiesOf(code).length > 0) };
  const directory = buildDirectory({
    seed: world.seed, today: world.today, rollout: [...world.regions.values()].map(({ rollout }) => rollout),
      timeOf: (code) => world.regions.get(code)!.time,
  });
  for (const deputy of directory.deputies) world.regions.get(deputy.regionCode)!.deputies.push(deputy);
  return { world, directory };
}

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** Lives and writes so many appeals at a time; only answers and what refers to them are kept until the end. */
async function writeLives(client: Client, plans: readonly PlannedAppeal[], world: World, input: RowsInput,
  log: (text: string) => void): Promise<void> {
  const year = Number(world.today.slice(0, 4));
  const known = new Map<string, DemoApplicant[]>();
  const numbers = new Map<string, { code: string; year: number; last: number }>();
  const late = noRows();
  for (let at = 0; at < plans.length; at += CHUNK) {
    const rows = { ...noRows(), ...Object.fromEntries(LATE_TABLES.map((table) => [table, late[table]])) };
    for (const plan of plans.slice(at, at + CHUNK)) addRows(rows, live(plan, applicantOf(plan, year, known, world.seed), world),
      nextNumber(numbers, plan), input);
    for (const table of LIFE_TABLES) if (!LATE_TABLES.includes(table)) await copyRows(client, table, rows[table]);
    log(`Готовлю демонстрационные данные: ${thousands(Math.min(at + CHUNK, plans.length))} из ${thousands(plans.length)} обращений`);
  }
  measureTemplates(late.message);
  const sentAt = (mail: CopyRow): number => (mail['created_at'] as Date).getTime();
  late.mail = late.mail.sort((a, b) => sentAt(b) - sentAt(a)).slice(0, MAILS);
  for (const table of LATE_TABLES) await copyRows(client, table, late[table]);
  await copyRows(client, 'appeal_number', [...numbers.values()].map(({ code, year: of, last }) => ({ region_code: code, year: of, last })));
}

/** One in twenty has written before; an admirer is always the same person. */
function applicantOf(plan: PlannedAppeal, year: number, known: Map<string, DemoApplicant[]>, seed: string): DemoApplicant {
  const { region, script } = plan;
  if (script?.kind === 'ADMIRED') return newApplicant(region, year, seeded(`${seed}:admirer:${script.email}`), script.email);
  const random = seeded(`${seed}:applicant:${plan.key}`);
  const before = known.get(region.code);
  if (before && before.length > 8 && chance(random, 0.05)) return pick(random, before);
  const applicant = newApplicant(region, year, random);
  if (before) before.push(applicant); else known.set(region.code, [applicant]);
  return applicant;
}

/** Numbers run within a region and a year of its own calendar. */
function nextNumber(numbers: Map<string, { code: string; year: number; last: number }>, { region, submittedAt }: PlannedAppeal): string {
  const { code, number } = region;
  const year = Number(dayAt(submittedAt).slice(0, 4));
  const counter = numbers.get(`${code} ${year}`) ?? { code, year, last: 0 };
  numbers.set(`${code} ${year}`, counter);
  counter.last += 1;
  return `${number}-${year}-${String(counter.last).padStart(6, '0')}`;
}

async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    'select indexname, indexdef from pg_indexes where schemaname = current_schema() and indexname = any($1)', [LATE_INDEXES],
  );
  for (const { indexname } of rows) await client.query(`drop index "${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}

/** The deputies behind deputy@demo.test and deputy2@demo.test, with the names by which people read them. */
export async function demoDeputies(orm: Orm): Promise<Record<'deputy' | 'deputy2', { id: string; name: string }>> {
  const rows = await rowsFor(orm, SYSTEM).selectFrom('deputy').where('email', 'in', ANCHORS.map(({ email }) => email))
    .select(['id', 'email', 'last_name', 'first_name', 'middle_name']).execute();
  const find = ({ email }: AnchorDeputy): { id: string; name: string } => {
    const row = rows.find((deputy) => deputy.email === email);
    if (!row) throw new Error(`В базе нет демонстрационного депутата ${email}`);
    return { id: row.id, name: spokenName({ lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name ?? null }) };
  };
  return { deputy: find(ANCHORS[0]), deputy2: find(ANCHORS[1]) };
}
