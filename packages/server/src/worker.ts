import { run } from 'graphile-worker';
import { pino } from 'pino';
import { DeadlineRules } from './appeals/index.js';
import { ConfigError, loadConfig } from './config.js';
import { transaction } from './db/acting.js';
import { connect } from './db/orm.js';
import { queuePool } from './jobs/pool.js';
import { queueLogger } from './jobs/queue-logger.js';
import { SERVER_ROLE } from './db/walls/roles.js';
import { createTasks, cronItems } from './jobs/tasks.js';
import { storyCorpus } from './jobs/story-corpus.js';
import { FileStore } from './files/index.js';
import { BounceTaker, bounceServer, returnAddress, smtpCarrier } from './notifications/index.js';
import { Reference } from './regions/index.js';
import { SYSTEM } from './shared/actor.js';
import { systemClock } from './shared/clock.js';
import { addJob } from './shared/jobs.js';
import { exitWithParent } from './shared/lifeline.js';
import { Vault } from './shared/vault.js';
import { TrainingService } from './suggestions/index.js';

/** Jobs that run at once. */
const CONCURRENCY = 4;
/** The queue listens on one connection and needs one for each job that it takes or gives back. */
const QUEUE_CONNECTIONS = CONCURRENCY + 2;

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const { databaseUrl, smtpUrl } = config;
  if (!databaseUrl) throw new ConfigError('Настройка DATABASE_URL: укажите адрес PostgreSQL; встроенную базу запускает «npm start».');
  const log = pino({ level: config.logLevel });
  // DATABASE_POOL bounds the process: the queue takes its part of it, at least the two that it cannot live without.
  const forQueue = Math.max(2, Math.min(QUEUE_CONNECTIONS, Math.floor(config.databasePool / 2)));
  const orm = await connect(config.serverDatabaseUrl ?? databaseUrl, Math.max(1, config.databasePool - forQueue - 1), { role: SERVER_ROLE });
  const owner = await connect(databaseUrl, 1);
  const [reference, rules] = [await Reference.load(orm), await DeadlineRules.load(orm)];
  const { bounces, secret } = config;
  const returnTo = (mailId: string): string | null => bounces && returnAddress(bounces.address, mailId, secret);
  const carrier = smtpUrl ? smtpCarrier({ smtpUrl, mailFrom: config.mailFrom, publicUrl: config.publicUrl, returnTo }) : null;
  const returned = bounces && await bounceServer({ ...bounces, secret, taker: new BounceTaker(orm, systemClock), warn: (details, text) => log.warn(details, text) });
  const pool = queuePool(databaseUrl, forQueue, log);
  // The figures may be older than the code that explains them.
  await transaction(orm, SYSTEM, (em) => addJob(em, 'compute_rating', {}, { key: 'compute_rating' }));
  // A country that starts has no version yet, or has letters that none has read.
  const untrained = !(await new TrainingService(orm, systemClock, storyCorpus).isTrained());
  await transaction(orm, SYSTEM, (em) => (untrained ? addJob(em, 'train_suggestions', {}, { key: 'train_suggestions' }) : addJob(em, 'read_waiting', {}, { key: 'read_waiting' })));
  const runner = await run({
    pgPool: pool, concurrency: CONCURRENCY, noHandleSignals: true, parsedCronItems: cronItems(), logger: queueLogger(log),
    taskList: createTasks({ databaseUrl, orm, owner, clock: systemClock, reference, rules, vault: Vault.of(config), store: await FileStore.open(config), config, carrier, log }),
  });
  log.info({ mail: carrier ? 'is sent' : 'is kept' }, 'worker started');

  // graphile-worker ends by itself only when it cannot go on; the supervisor must see that.
  void runner.promise.catch((error: unknown) => {
    log.fatal({ reason: error instanceof Error ? error.message : String(error) }, 'the job queue broke down');
    process.exit(1);
  });
  exitWithParent(async () => {
    await runner.stop();
    carrier?.close();
    await returned?.stop();
    await pool.end();
    await owner.close();
    await orm.close();
    log.info({}, 'worker stopped');
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
