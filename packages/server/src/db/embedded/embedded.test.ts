import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { EmbeddedError, startEmbedded, type Embedded } from './index.js';
import { livingPostmaster } from './postmaster.js';

const folders: string[] = [];
const running: Embedded[] = [];

afterEach(async () => {
  for (const embedded of running.splice(0)) await embedded.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newDataDir(name = 'data'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'voter-deputy-embedded-'));
  folders.push(folder);
  // Under root the database runs as another user, who may pass here.
  chmodSync(folder, 0o711);
  return path.join(folder, name);
}

async function started(dataDir: string, said: string[] = []): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log: (sentence) => said.push(sentence) });
  running.push(embedded);
  return embedded;
}

async function ask<T extends object>(url: string, sql: string): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows[0] as T;
  } finally {
    await client.end();
  }
}

function postmasterOf(dataDir: string): { pid: number; port: number } {
  const found = livingPostmaster(path.join(dataDir, 'postgres'));
  if (!found) throw new Error(`no postmaster of ${dataDir}`);
  return found;
}

async function refuses(url: string): Promise<boolean> {
  return ask(url, 'select 1').then(() => false, () => true);
}

/** Another process that starts the database of the folder and waits to be killed. */
async function otherStart(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(path.join(import.meta.dirname, '../../../test/support/embedded-start.mjs'), [dataDir]);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`exit ${code}`)));
  });
  return { child, url };
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  test('starts in a path with spaces and Cyrillic letters, knows Russian, and leaves nothing running', async () => {
    const dataDir = newDataDir('Мои данные/база');
    const embedded = await started(dataDir);
    await ask(embedded.url, 'create extension pg_trgm');
    const facts = await ask<{ encoding: string; alike: number; order: string; stem: string }>(embedded.url, `select
      current_setting('server_encoding') as encoding,
      similarity('освещение улицы', 'освещения улицы')::float8 as alike,
      (select string_agg(word, '' order by word) from unnest(array['ж', 'ё', 'е']) as word) as order,
      to_tsvector('russian', 'депутатами')::text as stem`);
    expect(facts.encoding).toBe('UTF8');
    expect(facts.alike).toBeGreaterThan(0.5);
    expect(facts.order).toBe('еёж');
    expect(facts.stem).toContain('депутат');
    await embedded.stop();
    expect(livingPostmaster(path.join(dataDir, 'postgres'))).toBeNull();
    expect(await refuses(embedded.url)).toBe(true);
  });

  test('keeps its data, address and password between starts', async () => {
    const dataDir = newDataDir();
    const first = await started(dataDir);
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    const said: string[] = [];
    const second = await started(dataDir, said);
    expect(second.url).toBe(first.url);
    expect(said).toEqual([]);
    expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  test('lets nobody in without the password, which only the owner can read', async () => {
    const dataDir = newDataDir();
    const { url } = await started(dataDir);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(path.join(dataDir, 'postgres.json')).mode & 0o077).toBe(0);
  });

  test('a second start on the same data is refused with a sentence, and the first goes on', async () => {
    const dataDir = newDataDir();
    const first = await started(dataDir);
    await expect(startEmbedded({ dataDir, log: () => undefined, patienceMs: 300 })).rejects.toThrow(/уже использует другой запуск/);
    expect(await ask(first.url, 'select 1 as one')).toEqual({ one: 1 });
  });

  test('after kill -9 of its process the database stops by itself, and the next start has every committed row', async () => {
    const dataDir = newDataDir();
    const other = await otherStart(dataDir);
    await ask(other.url, 'create table kept as select 42 as answer');
    other.child.kill('SIGKILL');
    const embedded = await started(dataDir);
    expect(await ask(embedded.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  test('after kill -9 of process and postmaster together it recovers', async () => {
    const dataDir = newDataDir();
    const other = await otherStart(dataDir);
    await ask(other.url, 'create table kept as select 42 as answer');
    const postmaster = postmasterOf(dataDir);
    expect(new URL(other.url).port).toBe(String(postmaster.port));
    other.child.kill('SIGKILL');
    process.kill(postmaster.pid, 'SIGKILL');
    const embedded = await started(dataDir);
    expect(await ask(embedded.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  test('says that it died when the postmaster is killed under it', async () => {
    const dataDir = newDataDir();
    const embedded = await started(dataDir);
    process.kill(postmasterOf(dataDir).pid, 'SIGKILL');
    await embedded.died;
    expect(await refuses(embedded.url)).toBe(true);
  });

  test('a log that explains a failed start reaches the person', async () => {
    const dataDir = newDataDir();
    await (await started(dataDir)).stop();
    rmSync(path.join(dataDir, 'postgres', 'global'), { recursive: true });
    const failure = await startEmbedded({ dataDir, log: () => undefined }).then(() => null, (error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbeddedError);
    expect((failure as Error).message).toContain(path.join(dataDir, 'postgres.log'));
  });

  test('a fast one takes its folder with it', async () => {
    const dataDir = newDataDir();
    const embedded = await startEmbedded({ dataDir, log: () => undefined, fast: true });
    await embedded.stop();
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe.runIf(process.getuid?.() === 0)('under root', { timeout: 60_000 }, () => {
  test('a private home is no obstacle: the cluster finds another place, the same at each start', async () => {
    const home = newDataDir('home');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const dataDir = path.join(home, '.data');
    const first = await started(dataDir);
    await ask(first.url, 'create table kept as select 42 as answer');
    const { data } = await ask<{ data: string }>(first.url, "select current_setting('data_directory') as data");
    folders.push(path.dirname(data));
    expect(data).toMatch(/^\/var\/tmp\/voter-deputy-[\da-f]{16}\/postgres$/);
    expect(readFileSync(path.join(path.dirname(data), 'README.txt'), 'utf8')).toContain(dataDir);
    await first.stop();
    const second = await started(dataDir);
    expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  });

  test('the database never runs as root', async () => {
    const dataDir = newDataDir();
    await started(dataDir);
    expect(statSync(`/proc/${postmasterOf(dataDir).pid}`).uid).not.toBe(0);
  });
});
