import path from 'node:path';
import { ConfigError, loadConfig } from './config.js';
import { EmbeddedError, startEmbedded } from './db/embedded/index.js';
import { assertCanListen, localAddressOf } from './launch/address.js';
import { banner } from './launch/banner.js';
import { startChild } from './launch/child.js';
import { assertUsable, withoutPassword } from './launch/database.js';
import { progressTo } from './launch/progress.js';
import { isReadyWithin } from './launch/ready.js';
import { StartError } from './launch/start-error.js';
/** How long server and worker may take to stop before they are killed, in milliseconds. */
const CHILD_PATIENCE_MS = 10_000;
/** How long the server may take to become ready, in milliseconds. */
const READY_WITHIN_MS = 60_000;
/** npm and the terminal both pass a Ctrl-C on: within this time, in milliseconds, two signals are one wish. */
const SAME_WISH_MS = 1_000;
const write = (line) => void process.stdout.write(`${line}\n`);
const progress = progressTo(write);
let embedding = null;
const children = [];
let stoppingSince = null;
/** Brings everything up: database, migrations and data, server, worker. */
async function up() {
    const config = loadConfig(process.env);
    await assertCanListen(config.host, config.port);
    const databaseUrl = await database(config);
    await progress.step('Структура базы и данные', async () => {
        // Loaded here and not above: it takes a moment, and a taken port or a wrong setting is told without it.
        const { deploy } = await import('./db/deploy.js');
        await deploy({ databaseUrl, config, log: progress.say });
    });
    if (stoppingSince !== null)
        return;
    await progress.step('Сервер и фоновые задания', () => run(config, databaseUrl));
    write(banner(config));
}
async function database(config) {
    const { databaseUrl } = config;
    if (databaseUrl) {
        await progress.step(`База данных ${withoutPassword(databaseUrl)}`, () => assertUsable(databaseUrl));
        return databaseUrl;
    }
    const embedded = await progress.step('Встроенная база данных', () => {
        embedding = startEmbedded({ dataDir: config.dataDir, log: progress.say });
        return embedding;
    });
    void embedded.died.then(() => fail(`База данных остановилась, смотрите журнал ${path.join(config.dataDir, 'postgres.log')}.`));
    return embedded.url;
}
async function run(config, databaseUrl) {
    const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir, SECRET: config.secret };
    for (const [name, program] of [['server', 'main.js'], ['worker', 'worker.js']]) {
        const child = startChild({
            name, env, program: path.join(import.meta.dirname, program), logDir: path.join(config.dataDir, 'logs'), show: write,
        });
        children.push(child);
        void child.ended.then((how) => fail(`Процесс «${name}» неожиданно завершился (${how}), журнал ${child.logFile}:\n${child.lastLines().join('\n')}`));
    }
    if (await isReadyWithin(localAddressOf(config.host, config.port), READY_WITHIN_MS))
        return;
    // A failure that was told already, or a wish to stop, is not told a second time.
    if (stoppingSince === null)
        throw new StartError(`Сервер не стал готов за минуту: смотрите журнал ${children[0]?.logFile}.`);
}
/** Server and worker first, so that what they do is finished while the database still answers. */
async function down(exitCode) {
    stoppingSince = performance.now();
    await Promise.all(children.map((child) => child.stop(CHILD_PATIENCE_MS)));
    const embedded = await embedding?.catch(() => null);
    await embedded?.stop();
    process.exit(exitCode);
}
function fail(sentence) {
    if (stoppingSince !== null)
        return;
    process.stderr.write(`\n${sentence}\n`);
    void down(1);
}
function onSignal() {
    if (stoppingSince === null) {
        write('\n  Останавливаю сервис (ещё раз Ctrl-C — немедленно)');
        void down(0);
    }
    else if (performance.now() - stoppingSince > SAME_WISH_MS) {
        for (const child of children)
            child.kill();
        // The database loses nothing: a small watcher stops it in order after our death.
        process.exit(1);
    }
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
// scripts/start.mjs is gone, and nobody would be left to stop us.
process.on('disconnect', onSignal);
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
up().catch((error) => {
    const known = error instanceof ConfigError || error instanceof EmbeddedError || error instanceof StartError;
    fail(known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
});
