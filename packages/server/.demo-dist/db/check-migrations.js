import { connect } from './orm.js';
// Run on a database that the migrations made: exits with 1 when the entities say something else.
const url = process.env['DATABASE_URL'];
if (!url) {
    console.error('Set DATABASE_URL to an empty database.');
    process.exit(1);
}
const orm = await connect(url);
await orm.migrator.up();
const differs = await orm.migrator.checkSchema();
if (differs)
    console.error('The entities and the migrations differ: make a migration with `pnpm --filter @voter-deputy/server migration:create NAME`.');
await orm.close();
process.exit(differs ? 1 : 0);
