import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { Kysely, Transaction } from 'kysely';
import path from 'node:path';
import pg from 'pg';
import { PROJECT_ROOT } from '../config.js';
import { PreparingClient } from './prepared.js';
import { takingRole } from './walls/roles.js';
import { migrations } from './migrations/index.js';
import { entities } from './entities.js';

const { TypeOverrides, types: { builtins } } = pg;
type TypeOverrides = InstanceType<typeof TypeOverrides>;

/** Tables as rows, for reads: column names as in SQL. */
export type Tables = InferKyselyDB<(typeof entities)[number]>;
export type Db = Kysely<Tables> | Transaction<Tables>;

/** PostgreSQL schemas of libraries, which our schema tools must leave alone. */
export const FOREIGN_SCHEMAS = ['auth', 'graphile_worker'];

/** Rows and entities see the same values: instants as Date, days as text, counts as numbers. */
function typeParsers(): TypeOverrides {
  const types = new TypeOverrides();
  types.setTypeParser(builtins.TIMESTAMPTZ, (value: string) => new Date(value));
  types.setTypeParser(builtins.DATE, (value: string) => value);
  types.setTypeParser(builtins.INT8, Number);
  return types;
}

interface ConnectionOptions {
  /** After so many milliseconds PostgreSQL stops a statement; 0, or left out: never. */
  statementTimeoutMs?: number;
  /** Taken by every connection; left out, the login's own rights hold. */
  role?: string;
}

export const ormOptions = (databaseUrl: string, poolSize = 10, { statementTimeoutMs = 0, role }: ConnectionOptions = {}) => ({
  clientUrl: databaseUrl,
  entities: [...entities],
  extensions: [Migrator],
  // Policies and functions are raised at every deploy (walls/raise.ts) and are not the schema tool's.
  schemaGenerator: { ignoreSchema: FOREIGN_SCHEMAS, ignorePolicies: true, ignoreRoutines: true },
  pool: { min: 0, max: poolSize },
  migrations: {
    // Where a new one is written; what runs is the list.
    path: path.join(PROJECT_ROOT, 'packages/server/src/db/migrations'),
    migrationsList: migrations,
    snapshot: false,
    transactional: true,
    silent: true,
  },
  forceUtcTimezone: true,
  driverOptions: {
    application_name: 'voter-deputy', types: typeParsers(), Client: PreparingClient, options: takingRole(role),
    ...(statementTimeoutMs > 0 ? { statement_timeout: statementTimeoutMs } : {}),
  },
});

export const connect = (databaseUrl: string, poolSize?: number, options?: ConnectionOptions) => MikroORM.init(ormOptions(databaseUrl, poolSize, options));
export type Orm = Awaited<ReturnType<typeof connect>>;
export type Em = Orm['em'];

/** Rows through the transaction of this entity manager, or through the pool when it has none. */
export const rowsOf = (em: Em): Db => em.getKysely<Tables>();
