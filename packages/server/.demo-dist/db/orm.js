import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import path from 'node:path';
import pg from 'pg';
import { PROJECT_ROOT } from '../config.js';
import { migrations } from './migrations/index.js';
import { entities } from './entities.js';
const { TypeOverrides, types: { builtins } } = pg;
/** PostgreSQL schemas of libraries, which our schema tools must leave alone. */
export const FOREIGN_SCHEMAS = ['auth', 'graphile_worker'];
/** Rows and entities see the same values: instants as Date, days as text, counts as numbers. */
function typeParsers() {
    const types = new TypeOverrides();
    types.setTypeParser(builtins.TIMESTAMPTZ, (value) => new Date(value));
    types.setTypeParser(builtins.DATE, (value) => value);
    types.setTypeParser(builtins.INT8, Number);
    return types;
}
export const ormOptions = (databaseUrl, poolSize = 10) => ({
    clientUrl: databaseUrl,
    entities: [...entities],
    extensions: [Migrator],
    schemaGenerator: { ignoreSchema: FOREIGN_SCHEMAS },
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
    driverOptions: { application_name: 'voter-deputy', types: typeParsers() },
});
export const connect = (databaseUrl, poolSize) => MikroORM.init(ormOptions(databaseUrl, poolSize));
/** Rows through the transaction of this entity manager, or through the pool when it has none. */
export const rowsOf = (em) => em.getKysely();
