import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { connect, type Orm } from '../../src/db/orm.js';

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  readonly url: string;
  readonly orm: Orm;
  drop(): Promise<void>;
}

/** Makes a database of its own for a test file. @param name tells databases apart in the server's log */
export async function testDatabase(name: string): Promise<TestDatabase> {
  const admin = inject('adminDatabaseUrl');
  const database = `${inject('testDatabasePrefix')}${name}_${randomBytes(4).toString('hex')}`;
  await run(admin, `create database "${database}"`);
  const url = new URL(admin);
  url.pathname = `/${database}`;
  const orm = await connect(url.href);
  await orm.migrator.up();
  return {
    url: url.href,
    orm,
    async drop() {
      await orm.close();
      await run(admin, `drop database if exists "${database}" with (force)`);
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
