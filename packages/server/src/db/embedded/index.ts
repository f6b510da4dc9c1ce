import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { makeDataDir } from '../../config.js';
import { accountFor } from './account.js';
import { clusterExists, makeCluster } from './cluster.js';
import { EmbeddedError } from './embedded-error.js';
import { DATABASE_NAME, installationIn, urlOf, withFreePort, type Installation } from './installation.js';
import { binariesFor, clusterHome } from './places.js';
import {
  endOfLog, forgetDeadPostmaster, livingPostmaster, spawnPostmaster, stopAfterOurDeath, stopPostmaster, type Postmaster,
} from './postmaster.js';

export { EmbeddedError } from './embedded-error.js';

/** A running embedded PostgreSQL. */
export interface Embedded {
  /** The address of the product's database, with its password. */
  readonly url: string;
  /** Resolves when the postmaster has ended without `stop` being called. */
  readonly died: Promise<void>;
  /** Stops it: sessions end, a checkpoint is written, nothing is left running. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds the cluster (or, for root without access, the note of where it is), its password, port and log. */
  readonly dataDir: string;
  /** Told in a sentence what takes time. */
  readonly log: (sentence: string) => void;
  /** For tests: no promise to keep data through a crash of the machine, and dataDir is removed at the end. */
  readonly fast?: boolean;
  /** How long to wait for another start on the same data to finish stopping, in milliseconds. */
  readonly patienceMs?: number;
}

/** Any number: it marks, inside the cluster, the connection of the process that looks after it. */
const SUPERVISOR_LOCK = 4_201_912;

/** A crash is recovered from the log of the last 15 minutes; more than this means that something is wrong. */
const ANSWER_WITHIN_MS = 180_000;

/**
 * Starts the PostgreSQL that comes along. A postmaster that an earlier start left behind (kill -9) is stopped first.
 * @throws {EmbeddedError} when another living start uses the same data, or the database cannot run here.
 */
export async function startEmbedded({ dataDir, log, fast = false, patienceMs = 15_000 }: EmbeddedOptions): Promise<Embedded> {
  makeDataDir(dataDir);
  const account = accountFor(path.join(dataDir, 'postgres'));
  const binaries = binariesFor(account);
  let installation = await installationIn(dataDir);
  const home = clusterHome(dataDir, installation.id, account);
  const clusterDir = path.join(home, 'postgres');
  const logFile = path.join(dataDir, 'postgres.log');

  await stopLeftover({ clusterDir, installation, log, patienceMs });
  installation = await withFreePort(dataDir, installation);
  if (!clusterExists(clusterDir)) {
    log('Создаю базу данных');
    await makeCluster({ initdb: binaries.initdb, clusterDir, password: installation.password, account, fast });
  }

  const start = (): Postmaster =>
    spawnPostmaster({ postgres: binaries.postgres, clusterDir, port: installation.port, account, logFile, fast });
  const { postmaster, guard } = await startAndConnect(start, installation, logFile, log);
  const dismissWatcher = stopAfterOurDeath(postmaster.pid, fast ? [dataDir, home] : []);

  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await guard.end().catch(() => undefined);
    await stopPostmaster(postmaster.pid);
    dismissWatcher();
    if (!fast) return;
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  };
  return {
    url: urlOf(installation),
    died: postmaster.end.then(() => (stopping ? new Promise<void>(() => undefined) : undefined)),
    stop: () => (stopping ??= stop()),
  };
}

/** The address of the embedded database of these data when it is running now, for tools that read it beside the service. */
export async function runningEmbedded(dataDir: string): Promise<string | null> {
  if (!existsSync(path.join(dataDir, 'postgres.json'))) return null;
  const installation = await installationIn(dataDir);
  try {
    await (await connected(installation, DATABASE_NAME)).end();
    return urlOf(installation);
  } catch {
    return null;
  }
}

/** Stops what an earlier start left running; a start that lives and holds the lock is waited for, then respected. */
async function stopLeftover({ clusterDir, installation, log, patienceMs }: {
  clusterDir: string; installation: Installation; log: (sentence: string) => void; patienceMs: number;
}): Promise<void> {
  const began = performance.now();
  let said = false;
  for (;;) {
    const leftover = livingPostmaster(clusterDir);
    if (!leftover) return forgetDeadPostmaster(clusterDir);
    if (!(await isLookedAfter({ ...installation, port: leftover.port }))) {
      log('Останавливаю базу данных, оставшуюся от прерванного запуска');
      await stopPostmaster(leftover.pid);
      return forgetDeadPostmaster(clusterDir);
    }
    if (performance.now() - began > patienceMs) {
      throw new EmbeddedError('Эти данные уже использует другой запуск сервиса: остановите его или укажите другую папку DATA_DIR.');
    }
    if (!said) log('Эти данные использует другой запуск, жду, не останавливается ли он');
    said = true;
    await sleep(250);
  }
}

async function isLookedAfter(installation: Installation): Promise<boolean> {
  let client: Client | null = null;
  try {
    client = await connected(installation, 'postgres');
    return !(await takeLock(client));
  } catch {
    return false;
  } finally {
    await client?.end().catch(() => undefined);
  }
}

async function startAndConnect(
  start: () => Postmaster,
  installation: Installation,
  logFile: string,
  log: (sentence: string) => void,
): Promise<{ postmaster: Postmaster; guard: Client }> {
  const began = performance.now();
  let saidAt = began;
  let postmaster = start();
  for (;;) {
    if (postmaster.ended()) {
      const reason = endOfLog(logFile);
      // Sessions of a postmaster that was killed take a moment to notice that it is gone.
      if (!reason.includes('shared memory block') || performance.now() - began > 10_000) {
        throw new EmbeddedError(`База данных не запустилась, конец журнала ${logFile}:\n${reason}`);
      }
      await sleep(300);
      postmaster = start();
    }
    try {
      const guard = await connected(installation, 'postgres');
      await takeLock(guard);
      await ensureDatabase(guard);
      return { postmaster, guard };
    } catch (error) {
      if (!isNotYet(error) || performance.now() - began > ANSWER_WITHIN_MS) {
        await stopPostmaster(postmaster.pid);
        throw new EmbeddedError(`База данных не отвечает (${(error as Error).message}): смотрите журнал ${logFile}.`);
      }
    }
    if (performance.now() - saidAt > 5_000) {
      saidAt = performance.now();
      log('База данных восстанавливается после прерванной работы');
    }
    await sleep(40);
  }
}

/** Refused (nobody listens yet), closed half-way, or 57P03: starting up, shutting down, recovering. */
function isNotYet(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === '57P03';
  return true;
}

async function connected(installation: Installation, database: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf(installation, database), connectionTimeoutMillis: 5_000 });
  // The connection ends with the database; whoever cares watches `died`.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function takeLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [SUPERVISOR_LOCK]);
  return rows[0]?.taken ?? false;
}

async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME]);
  if (!rowCount) await client.query(`create database ${DATABASE_NAME}`);
}
