import { getMigrations } from 'better-auth/db/migration';
import pg from 'pg';
import { systemClock } from '../shared/clock.js';
import { AUTH_SCHEMA, NO_HOOKS, authOptions, authPool, type AuthConfig, type AuthLog } from './auth.js';

/** Tables are made without anybody signing in. */
const NO_COUNTER = { take: () => Promise.reject(new Error('nobody signs in here')) };

// Two deploys at once would both find the tables missing.
const LOCK = 'voter-deputy: migrate auth';

/** The end of a session is heard by every server, whoever ends it: sign-out, another process, or an administrator in SQL. */
const SESSION_ENDED = `
  create or replace function ${AUTH_SCHEMA}.session_ended() returns trigger language plpgsql as $$
  begin
    perform pg_notify('voter_deputy', json_build_object('kind', 'session.ended', 'sessionId', old.id)::text);
    return null;
  end $$;
  create or replace trigger session_ended after delete on ${AUTH_SCHEMA}.session
    for each row execute function ${AUTH_SCHEMA}.session_ended();
  create or replace trigger session_expired after update of "expiresAt" on ${AUTH_SCHEMA}.session
    for each row when (new."expiresAt" <= now()) execute function ${AUTH_SCHEMA}.session_ended();`;

/**
 * Brings the tables of accounts and sessions up to date, in a schema of their own; may be run any number of times.
 * @throws what PostgreSQL says when the role may not create a schema, or better-auth's UnsafeMigrationError.
 */
export async function migrateAuth({ databaseUrl, config, log = () => undefined }: { databaseUrl: string; config: AuthConfig; log?: AuthLog }): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
    // IF NOT EXISTS would ask for the right to create even where the schema is there already.
    const { rows } = await client.query<{ missing: boolean }>('select to_regnamespace($1) is null as missing', [AUTH_SCHEMA]);
    if (rows[0]?.missing) await client.query(`create schema ${AUTH_SCHEMA}`);
    await createTables(databaseUrl, config, log);
    await client.query(SESSION_ENDED);
  } finally {
    await client.end();
  }
}

async function createTables(databaseUrl: string, config: AuthConfig, log: AuthLog): Promise<void> {
  const pool = authPool(databaseUrl, 2);
  try {
    const { runMigrations } = await getMigrations(authOptions(pool, config, systemClock, log, NO_HOOKS, NO_COUNTER));
    await runMigrations();
  } finally {
    await pool.end();
  }
}
