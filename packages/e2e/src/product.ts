import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the running product answers. */
    productUrl: string;
  }
}

const START = path.resolve(import.meta.dirname, '../../server/dist/start.js');
/** Migrations, demonstration data and start, on a slow machine, in milliseconds. */
const READY_WITHIN_MS = 240_000;
/** A role of which no other story needs anybody: one story tells how a second factor is asked of it. */
const TWO_FACTOR_ROLE = 'ANALYST';
/** Long enough to press a key, and no longer than stories like to wait for a mail. */
const UNDO_SECONDS = '5';
/** Milliseconds between two looks whether the product is ready. */
const LOOK_EVERY_MS = 250;

/**
 * Starts the built product once for all stories, with its demonstration data in a folder of its own.
 * While a story is being written, PRODUCT_URL names a product that already runs (with demonstration data, REQUIRE_TWO_FACTOR=ANALYST and UNDO_SECONDS=5), and nothing is started.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['PRODUCT_URL'];
  if (running) {
    project.provide('productUrl', running.replace(/\/$/, ''));
    return () => Promise.resolve();
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'voter-deputy-stories-'));
  chmodSync(dataDir, 0o711);
  const given = process.env['DATABASE_URL'];
  const own = given ? await ownDatabase(given) : null;
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir, DEMO: '1', REQUIRE_TWO_FACTOR: TWO_FACTOR_ROLE, SMTP_URL: '', UNDO_SECONDS, ...(own ? { DATABASE_URL: own.url } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => { output = (output + text.toString()).slice(-20_000); });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const isReady = await fetch(`${url}/readyz`).then((response) => response.ok, () => false);
    if (isReady) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the product did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  project.provide('productUrl', url);
  return async () => {
    child.kill('SIGTERM');
    await ended;
    await own?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ownDatabase(given: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `vd_stories_${randomBytes(4).toString('hex')}`;
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: given });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database "${name}"`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists "${name}" with (force)`) };
}
