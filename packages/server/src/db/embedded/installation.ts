import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** What is remembered about the cluster between starts, in DATA_DIR/postgres.json (mode 600: it holds the password). */
export interface Installation {
  /** Names the cluster's folder where that cannot be in DATA_DIR; a new DATA_DIR at an old path never meets old data. */
  readonly id: string;
  /** Of the database user `voter`: other users of the machine can reach the port, so the port asks for it. */
  readonly password: string;
  /** On 127.0.0.1; kept between starts while it is free, so that a person's database client keeps its address. */
  readonly port: number;
}

export const DATABASE_USER = 'voter';
export const DATABASE_NAME = 'voter_deputy';

/** Reads DATA_DIR/postgres.json, or makes it the first time. */
export async function installationIn(dataDir: string): Promise<Installation> {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Installation;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return remember(dataDir, {
    id: randomBytes(8).toString('hex'),
    password: randomBytes(24).toString('base64url'),
    port: await freePort(),
  });
}

/** The installation with a port that is free now: the remembered one if it is. */
export async function withFreePort(dataDir: string, installation: Installation): Promise<Installation> {
  if (await isFree(installation.port)) return installation;
  return remember(dataDir, { ...installation, port: await freePort() });
}

export function urlOf({ password, port }: Installation, database: string = DATABASE_NAME): string {
  return `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}

export function fileIn(dataDir: string): string {
  return path.join(dataDir, 'postgres.json');
}

function remember(dataDir: string, installation: Installation): Installation {
  const unfinished = `${fileIn(dataDir)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(installation, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, fileIn(dataDir));
  return installation;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
