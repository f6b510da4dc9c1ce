import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AccountsService } from '../../src/accounts/index.js';
import { createApp, type App } from '../../src/app.js';
import { loadConfig, type Config, type LogLevel } from '../../src/config.js';
import { migrate } from '../../src/db/migrate.js';
import { rowsOf } from '../../src/db/orm.js';
import { FileStore } from '../../src/files/index.js';
import { importReference } from '../../src/regions/import-reference.js';
import type { Role } from '../../src/shared/actor.js';
import { SetClock } from '../../src/shared/clock.js';
import { newId } from '../../src/shared/ids.js';
import { testDatabase } from './database.js';

export const PASSWORD = 'test-test-test';

export interface Answer<T = Record<string, never>> {
  data: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; reason?: string; field?: string } }[];
  raw: string;
  status: number;
}

/** Somebody who talks to the API: with a session, or without one. */
export interface Person {
  cookie: string;
  ask<T = any>(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer<T>>; // oxlint-disable-line no-explicit-any -- tests name what they read
}

export interface Place {
  code: string;
  bodyId: string;
  factionId: string;
  deputies: { id: string; mandateId: string; name: string }[];
}

/**
 * A small country on a real database: two open regions with deputies, one closed region, staff of every role.
 * The clock stands at a working morning and moves only when told.
 */
export async function startWorld(name: string, at = new Date('2026-03-20T06:15:00.000Z'), { log, env = {} }: { log?: { level: LogLevel; stream: NodeJS.WritableStream }; env?: Record<string, string> } = {}) {
  const database = await testDatabase(name);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'voter-deputy-world-'));
  const clock = new SetClock(at);
  const config: Config = {
    ...loadConfig({ SECRET: 'test-secret-test-secret-test-secret-01', DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: log?.level ?? process.env['TEST_LOG'] ?? 'silent', DEMO: '1', NODE_ENV: 'test', UNDO_SECONDS: '0',
      OIDC_CLIENT_ID: 'voter-deputy', OIDC_CLIENT_SECRET: 'secret', OIDC_ISSUER: 'http://127.0.0.1:9', ...env }),
  };
  await migrate(database.orm, { databaseUrl: database.url, config });
  await importReference(database.orm, { clock });
  const psk = await place(database.orm, 'RU-PSK', ['Абрамова Анна Петровна', 'Белов Борис Ильич']);
  const nvs = await place(database.orm, 'RU-NVS', ['Волкова Вера Сергеевна', 'Гусев Глеб Олегович']);
  const app: App = await createApp({ config, databaseUrl: database.url, clock, ...(log ? { logTo: log.stream } : {}) });
  const accounts = new AccountsService(app.parts.orm, app.parts.auth, clock);

  const person = (cookie: string): Person => ({
    cookie,
    ask: async (query, variables = {}, headers = {}) => {
      const response = await app.http.inject({
        method: 'POST', url: '/graphql', payload: { query, variables }, headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers },
      });
      return { ...(response.json()), raw: response.body, status: response.statusCode };
    },
  });
  const signIn = async (email: string): Promise<Person> => {
    const response = await app.http.inject({
      method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password: PASSWORD }, headers: { host: '127.0.0.1:4000', origin: config.publicUrl },
    });
    if (response.statusCode !== 200) throw new Error(`sign-in of ${email}: ${response.body}`);
    return person([response.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]).join('; '));
  };
  const staffMember = async (role: Role, regions: string[] = [], deputyId: string | null = null): Promise<Person> => {
    const email = `${role.toLowerCase()}-${newId()}@staff.test`;
    await accounts.createAccount({ email, password: PASSWORD, name: `Сотрудник ${role}`, role, regions, deputyId });
    return signIn(email);
  };
  return {
    app, clock, database, store: await FileStore.open(config), psk, nvs, accounts, staffMember, citizen: person(''), signIn,
    async stop() {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

async function place(orm: World['database']['orm'], code: string, names: string[]): Promise<Place> {
  const db = rowsOf(orm.em);
  const [bodyId, factionId] = [newId(), newId()];
  await db.insertInto('region_stage').values({ id: newId(), region_code: code, level: 'REGIONAL', service: 'APPEALS', stage: 'PILOT', since: '2026-01-01' }).execute();
  await db.insertInto('representative_body').values({ id: bodyId, region_code: code, level: 'REGIONAL', name_ru: `Собрание ${code}`, name_en: `Assembly ${code}`, planned_deputies: names.length }).execute();
  await db.insertInto('faction').values({ id: factionId, body_id: bodyId, name_ru: 'Фракция', name_en: 'Faction' }).execute();
  const deputies: Place['deputies'] = [];
  for (const full of names) {
    const [last = '', first = '', middle = ''] = full.split(' ');
    const [id, mandateId] = [newId(), newId()];
    await db.insertInto('deputy').values({
      id, region_code: code, last_name: last, first_name: first, middle_name: middle, sort_name: full, search_name: full.toLowerCase().replaceAll('ё', 'е'),
      email: null, contact_confirmed_at: new Date('2026-01-01T00:00:00Z'), created_at: new Date('2026-01-01T00:00:00Z'),
    }).execute();
    await db.insertInto('mandate').values({
      id: mandateId, deputy_id: id, body_id: bodyId, faction_id: factionId, district_id: null, convocation: 7, joining: 'PILOT', joined_on: '2026-01-10',
      started_on: '2024-09-20', ended_on: null, is_current: true,
    }).execute();
    deputies.push({ id, mandateId, name: full });
  }
  return { code, bodyId, factionId, deputies };
}
