import { runMigrations } from 'graphile-worker';
import { migrateAuth } from '../accounts/auth.migrate.js';
import type { AuthConfig } from '../accounts/auth.js';
import type { Orm } from './orm.js';
import { raiseWalls } from './walls/raise.js';

/** Brings our tables, the libraries' schemas, and who may do what with them to this version. */
export async function migrate(orm: Orm, { databaseUrl, config }: { databaseUrl: string; config: AuthConfig }): Promise<void> {
  await orm.migrator.up();
  await migrateAuth({ databaseUrl, config });
  await runMigrations({ connectionString: databaseUrl });
  await raiseWalls(databaseUrl);
}
