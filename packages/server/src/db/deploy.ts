import { sql } from 'kysely';
import { AccountsService, createAuth, createDemoAccounts } from '../accounts/index.js';
import type { Config } from '../config.js';
import { loadColleagues } from '../demo/accounts.js';
import { loadFiles } from '../demo/files.js';
import { demoDeputies, loadDemo } from '../demo/load.js';
import { loadPartners } from '../demo/partners.js';
import { loadThread } from '../demo/thread.js';
import { resealAll, vouchForSealed } from '../personal-data/index.js';
import { importReference } from '../regions/import-reference.js';
import { SYSTEM } from '../shared/actor.js';
import { systemClock } from '../shared/clock.js';
import { Vault } from '../shared/vault.js';
import { rowsFor } from './acting.js';
import { migrate } from './migrate.js';
import { connect, type Orm } from './orm.js';
import { assertServerLogin } from './walls/raise.js';

interface Deployment {
  databaseUrl: string;
  config: Config;
  log: (text: string) => void;
}

/** Brings a database to this version: our tables, the libraries' schemas, reference data, and in demonstration mode the demo data once. */
export async function deploy({ databaseUrl, config, log }: Deployment): Promise<void> {
  const orm = await connect(databaseUrl);
  try {
    await migrate(orm, { databaseUrl, config });
    if (config.serverDatabaseUrl) await assertServerLogin(config.serverDatabaseUrl);
    await importReference(orm, { clock: systemClock });
    await resealAll(orm, Vault.of(config));
    await vouchForSealed(orm);
    if (config.demo) await demonstration(orm, { databaseUrl, config, log });
  } finally {
    await orm.close();
  }
}

async function demonstration(orm: Orm, { databaseUrl, config, log }: Deployment): Promise<void> {
  const db = rowsFor(orm, SYSTEM);
  const { rows: [empty] } = await sql<{ empty: boolean }>`select not exists (select 1 from deputy) as empty`.execute(db);
  if (empty?.empty) await loadDemo({ orm, databaseUrl, now: systemClock.now(), log, vault: Vault.of(config), publicUrl: config.publicUrl, serviceName: config.serviceName });
  const auth = createAuth({ databaseUrl, config, orm });
  try {
    await createDemoAccounts(new AccountsService(orm, auth, systemClock), config, await demoDeputies(orm));
    await loadColleagues(orm, systemClock.now());
    await loadThread(orm, systemClock.now());
    await loadFiles(orm, config, Vault.of(config), systemClock);
    await loadPartners(orm, config, Vault.of(config), systemClock.now());
  } finally {
    await auth.close();
  }
}
