import { sql, type RawBuilder } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Db, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import { isSealed } from '../shared/key-ring.js';
import { SEALED_COLUMNS, type SealedPlace, type SealedTable, type Vault } from '../shared/vault.js';

/** Rows of one transaction: short enough that nobody who works beside it waits. */
const BATCH = 500;

export type Resealed = Record<SealedTable, number>;

/** Tables whose values are found by a keyed hash beside them. */
const HASH_COLUMN: Readonly<Record<SealedTable, string | null>> = { applicant: 'contact_hash', mail: 'to_hash', webhook: null, notification_setting: null, attachment: null };

type Row = { id: string } & Record<string, string | null>;

/**
 * Encrypts with the first key whatever is plain or closed by another key, in batches, while the server runs. Running it again does
 * nothing: the deployment calls it each time, and `pnpm keys:rotate` after a new first key.
 */
export async function resealAll(orm: Orm, vault: Vault, told: (table: SealedTable, rows: number) => void = () => undefined): Promise<Resealed> {
  const done: Resealed = { applicant: 0, mail: 0, webhook: 0, notification_setting: 0, attachment: 0 };
  for (const table of Object.keys(SEALED_COLUMNS) as SealedTable[]) {
    let after: string | null = '00000000-0000-0000-0000-000000000000';
    while (after !== null) {
      const { rows, last } = await transaction(orm, SYSTEM, (em) => resealBatch(rowsOf(em), vault, table, after!));
      done[table] += rows;
      if (rows > 0) told(table, done[table]);
      after = last;
    }
  }
  return done;
}

async function resealBatch(db: Db, vault: Vault, table: SealedTable, after: string): Promise<{ rows: number; last: string | null }> {
  const columns: readonly string[] = SEALED_COLUMNS[table];
  const isDue = sql.join(columns.map((column) => sql`${sql.ref(column)} not like ${`${vault.prefix}%`}`), sql` or `);
  const { rows } = await sql<Row>`select id, ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
    where id > ${after} and (${isDue}) order by id limit ${BATCH} for update`.execute(db);
  if (rows.length === 0) return { rows: 0, last: null };
  const plain = rows.map((row) => Object.fromEntries(columns.map((column) => [column, opened(vault, `${table}.${column}` as SealedPlace, row[column] ?? null)])));
  const resealed = columns.map((column) => [column, plain.map((values) => vault.sealed(`${table}.${column}` as SealedPlace, values[column]))] as const);
  // Hashes are made once, when the value was still plain; the ring has no part in them.
  const wasPlain = rows.map((row) => columns.some((column) => row[column] !== null && !isSealed(row[column]!)));
  const hashes = plain.map((values, i) => (!wasPlain[i] || HASH_COLUMN[table] === null ? null
    : table === 'applicant' ? vault.contactHash(values['email'] ?? null, values['phone'] ?? null) : vault.addressHash(values['to_address']!)));
  const hash = HASH_COLUMN[table];
  const sets = resealed.map(([column]): RawBuilder<unknown> => sql`${sql.ref(column)} = n.${sql.ref(column)}`);
  if (hash !== null) sets.push(sql`${sql.ref(hash)} = coalesce(n.hash, t.${sql.ref(hash)})`);
  await sql`update ${sql.table(table)} t set ${sql.join(sets)}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${hashes}::text[], ${sql.join(resealed.map(([, values]) => sql`${values}::text[]`))})
      as n(id, hash, ${sql.join(columns.map((column) => sql.ref(column)))})
    where t.id = n.id`.execute(db);
  if (table === 'applicant') {
    const hashed = rows.filter((_row, i) => wasPlain[i]).map(({ id }) => id);
    await sql`update feedback f set applicant_key = p.contact_hash from appeal a join applicant p on p.id = a.applicant_id
      where a.applicant_id = any(${hashed}::uuid[]) and f.appeal_id = a.id`.execute(db);
  }
  return { rows: rows.length, last: rows.at(-1)!.id };
}

const opened = (vault: Vault, place: SealedPlace, value: string | null): string | null =>
  value === null || !isSealed(value) ? value : vault.open(place, value);

/** From now on the database itself vouches that no row is plain. */
export async function vouchForSealed(orm: Orm): Promise<void> {
  const { rows } = await sql<{ table: string; name: string }>`select conrelid::regclass::text as "table", conname as name from pg_constraint
    where not convalidated and contype = 'c' and conname = any(${Object.entries(SEALED_COLUMNS).flatMap(([table, columns]) =>
    columns.map((column) => `${table}_${column}_check`))})`.execute(rowsFor(orm, SYSTEM));
  for (const { table, name } of rows) await sql`alter table ${sql.table(table)} validate constraint ${sql.ref(name)}`.execute(rowsFor(orm, SYSTEM));
}
