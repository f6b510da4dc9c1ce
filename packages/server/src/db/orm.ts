import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { Kysely, Transaction } from 'kysely';
import { fileURLToPath } from 'node:url';
import { entities } from './entities.js';

/** Tables as rows, for reads: column names as in SQL. */
export type Tables = InferKyselyDB<(typeof entities)[number]>;
export type Db = Kysely<Tables> | Transaction<Tables>;

/** PostgreSQL schemas of libraries, which our schema tools must leave alone. */
export const FOREIGN_SCHEMAS = ['auth', 'graphile_worker'];

export const ormOptions = (databaseUrl: string, poolSize = 10) => ({
  clientUrl: databaseUrl,
  entities: [...entities],
  extensions: [Migrator],
  schemaGenerator: { ignoreSchema: FOREIGN_SCHEMAS },
  pool: { min: 0, max: poolSize },
  migrations: {
    path: fileURLToPath(new URL('./migrations', import.meta.url)),
    glob: '!(*.d).{js,ts}',
    snapshot: false,
    transactional: true,
  },
  forceUtcTimezone: true,
  driverOptions: { application_name: 'voter-deputy' },
});

export const connect = (databaseUrl: string, poolSize?: number) => MikroORM.init(ormOptions(databaseUrl, poolSize));
export type Orm = Awaited<ReturnType<typeof connect>>;
export type Em = Orm['em'];

/** Rows through the transaction of this entity manager, or through the pool when it has none. */
export const rowsOf = (em: Em): Db => em.getKysely<Tables>();
