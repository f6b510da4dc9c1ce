import { createHash } from 'node:crypto';
import pg from 'pg';
import { ConfigError } from '../../config.js';
import { DOORS } from './functions.js';
import { AUTH_RIGHTS, TABLES } from './rights.js';
import { ACCOUNTS_ROLE, SERVER_ROLE, takingRole } from './roles.js';

/** Two deploys at once would both change the same rights. */
const LOCK = 'voter-deputy: raise walls';
const POLICY = 'wall';

/**
 * Brings roles, rights, policies and functions to this version; at every deploy, after the tables are there. May be run any number of
 * times, and what is as it should be is not touched.
 * @throws {ConfigError} with what to do when the login may not make the roles
 */
export async function raiseWalls(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const role of [SERVER_ROLE, ACCOUNTS_ROLE]) await ensureRole(client, role);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK]);
    await client.query(rights());
    for (const { name, definition } of DOORS) {
      // What a door gives back may differ from version to version, which a replacement cannot.
      await client.query(`drop function if exists ${name}; create function ${definition}; revoke all on function ${name} from public; grant execute on function ${name} to ${SERVER_ROLE}`);
    }
    for (const [table, { wall }] of Object.entries(TABLES)) await raise(client, table, wall && `using (${wall.sees}) with check (${wall.writes ?? wall.sees})`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Roles belong to the whole cluster: another database's deploy may make them at the same moment. */
async function ensureRole(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then
          create role ${role} nologin noinherit nosuperuser nocreatedb nocreaterole nobypassrls;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    const { rows: [state] } = await client.query<{ may: boolean; strong: boolean }>(
      `select pg_has_role(current_user, oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may,
        rolsuper or rolbypassrls or rolcreaterole as strong from pg_roles where rolname = $1`, [role]);
    if (state!.strong) throw new ConfigError(`Роль ${role} базы данных имеет лишние права: выполните «alter role ${role} nosuperuser nobypassrls nocreaterole».`);
    if (!state!.may) await client.query(`grant ${role} to current_user`);
  } catch (error) {
    const { code } = error as { code?: string };
    // Insufficient privilege.
    if (code !== '42501') throw error;
    const { rows: [who] } = await client.query<{ name: string; missing: boolean }>(
      'select quote_ident(current_user) as name, not exists (select from pg_roles where rolname = $1) as missing', [role]);
    const statements = `${who!.missing ? `create role ${role} nologin noinherit; ` : ''}grant ${role} to ${who!.name};`;
    throw new ConfigError(`Настройка DATABASE_URL: пользователю ${who!.name} нужна роль ${role}, а создать или взять её он не может. `
      + `Выполните от имени администратора базы «${statements}» и запустите снова.`);
  }
}

/**
 * Makes sure that the server's own login can take the roles.
 * @throws {ConfigError} with what to do
 */
export async function assertServerLogin(serverDatabaseUrl: string): Promise<void> {
  for (const role of [SERVER_ROLE, ACCOUNTS_ROLE]) {
    const client = new pg.Client({ connectionString: serverDatabaseUrl, options: takingRole(role), connectionTimeoutMillis: 8_000 });
    try {
      await client.connect();
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw new ConfigError(`Настройка SERVER_DATABASE_URL: база не отвечает или не принимает имя и пароль (${(error as Error).message}).`);
      const login = new URL(serverDatabaseUrl).username;
      throw new ConfigError(`Настройка SERVER_DATABASE_URL: пользователь ${login} не входит в роль ${role}. Выполните «grant ${SERVER_ROLE}, ${ACCOUNTS_ROLE} to ${login};» и запустите снова.`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** All rights anew in one statement, so that what is not in the list any more is gone. */
function rights(): string {
  const grants = Object.entries(TABLES).filter(([, { rights: some }]) => some.length > 0).map(([table, { rights: some }]) => `grant ${some.join(', ')} on table public.${table} to ${SERVER_ROLE}`);
  return [
    `revoke all on all tables in schema public from public, ${SERVER_ROLE}, ${ACCOUNTS_ROLE}`,
    `revoke create on schema public from public`,
    `grant usage on schema public to ${SERVER_ROLE}`,
    ...grants,
    `revoke all on all tables in schema auth from ${SERVER_ROLE}`,
    `grant usage on schema auth to ${SERVER_ROLE}, ${ACCOUNTS_ROLE}`,
    ...AUTH_RIGHTS.map((right) => `grant ${right} to ${SERVER_ROLE}`),
    `grant select, insert, update, delete on all tables in schema auth to ${ACCOUNTS_ROLE}`,
    `grant usage on all sequences in schema auth to ${ACCOUNTS_ROLE}`,
  ].join('; ');
}

/** A policy's text is remembered in its comment: an unchanged one costs no lock on a table that is in use. */
async function raise(client: pg.Client, table: string, policy: string | null): Promise<void> {
  const mark = policy && createHash('sha256').update(policy).digest('base64url');
  const { rows: [now] } = await client.query<{ secured: boolean; mark: string | null; standing: boolean }>(`
    select c.relrowsecurity as secured, p.oid is not null as standing, obj_description(p.oid, 'pg_policy') as mark
    from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = '${POLICY}' where c.oid = to_regclass($1)`, [`public.${table}`]);
  if (!now || (now.secured === (policy !== null) && now.mark === mark)) return;
  if (now.standing) await client.query(`drop policy ${POLICY} on public.${table}`);
  if (policy === null) await client.query(`alter table public.${table} disable row level security`);
  else await client.query(`create policy ${POLICY} on public.${table} ${policy}; comment on policy ${POLICY} on public.${table} is '${mark}'; alter table public.${table} enable row level security`);
}
