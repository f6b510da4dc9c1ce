import { connect } from './orm.js';
// For developers: writes the difference between the entities and the migrated database as a new migration, to be read and trimmed by hand.
const url = process.env.DATABASE_URL;
if (!url) {
    console.error('Set DATABASE_URL to a migrated database of this version.');
    process.exit(1);
}
const orm = await connect(url);
const name = process.argv[2];
const result = await orm.migrator.create(undefined, false, false, name);
console.log(result.fileName || 'The entities and the database agree: there is nothing to migrate.');
await orm.close();
