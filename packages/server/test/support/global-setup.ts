import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/db/embedded/index.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a database on a server where tests may create databases of their own. */
    adminDatabaseUrl: string;
    /** Tests begin the names of their databases with this; what is left of them is dropped at the end of the run. */
    testDatabasePrefix: string;
  }
}

/** Gives tests a real PostgreSQL: the one of DATABASE_URL, else an embedded one in a folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `vd_test_${process.pid}_`;
  project.provide('testDatabasePrefix', prefix);
  const given = process.env['DATABASE_URL'];
  if (given) {
    await answers(given);
    project.provide('adminDatabaseUrl', given);
    return () => dropDatabases(given, prefix);
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'voter-deputy-test-'));
  // Under root the database runs as another user, who may pass here.
  chmodSync(dataDir, 0o711);
  const embedded = await startEmbedded({ dataDir, log: () => undefined, fast: true });
  project.provide('adminDatabaseUrl', embedded.url);
  return () => embedded.stop();
}

async function answers(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`DATABASE_URL is set, but PostgreSQL does not answer there: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)', [prefix],
  );
  for (const { datname } of rows) await client.query(`drop database if exists "${datname.replaceAll('"', '""')}" with (force)`);
  await client.end();
}
