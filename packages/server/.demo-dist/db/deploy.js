import { sql } from 'kysely';
import { runMigrations } from 'graphile-worker';
import { AccountsService, createAuth, createDemoAccounts } from '../accounts/index.js';
import { migrateAuth } from '../accounts/auth.migrate.js';
import { demoDeputies, loadDemo } from '../demo/load.js';
import { importReference } from '../regions/import-reference.js';
import { systemClock } from '../shared/clock.js';
import { connect, rowsOf } from './orm.js';
/** Brings a database to this version: our tables, the libraries' schemas, reference data, and in demonstration mode the demo data once. */
export async function deploy({ databaseUrl, config, log }) {
    const orm = await connect(databaseUrl);
    try {
        await orm.migrator.up();
        await migrateAuth({ databaseUrl, config });
        await runMigrations({ connectionString: databaseUrl });
        await importReference(orm, { clock: systemClock });
        if (config.demo)
            await demonstration(orm, { databaseUrl, config, log });
    }
    finally {
        await orm.close();
    }
}
async function demonstration(orm, { databaseUrl, config, log }) {
    const db = rowsOf(orm.em);
    const { rows: [empty] } = await sql `select not exists (select 1 from deputy) as empty`.execute(db);
    if (empty?.empty)
        await loadDemo({ orm, databaseUrl, now: systemClock.now(), log });
    const auth = createAuth({ databaseUrl, config, orm });
    try {
        await createDemoAccounts(new AccountsService(orm.em.fork(), auth, systemClock), config, await demoDeputies(orm));
    }
    finally {
        await auth.close();
    }
}
