import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from './account.js';
import { CLUSTER_ENV } from './cluster.js';
import { EmbeddedError } from './embedded-error.js';
const LOG_SIZE_LIMIT = 10 * 1024 * 1024;
/** Starts the postmaster; it does not wait until it answers. Output goes to the log file, which survives our own death. */
export function spawnPostmaster(options) {
    const tooLong = (statSync(options.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_SIZE_LIMIT;
    const log = openSync(options.logFile, tooLong ? 'w' : 'a', 0o600);
    const child = spawn(options.postgres, ['-D', options.clusterDir, ...flags(options.port, options.fast)], {
        cwd: '/',
        env: CLUSTER_ENV,
        stdio: ['ignore', log, log],
        // A process group of its own: Ctrl-C in a terminal would otherwise stop the database under a server that still works.
        detached: true,
        ...identityOf(options.account),
    });
    closeSync(log);
    let ended = false;
    const end = new Promise((resolve) => {
        const finish = () => {
            ended = true;
            resolve();
        };
        child.once('exit', finish);
        child.once('error', finish);
    });
    if (!child.pid)
        throw new EmbeddedError(`Не удалось запустить ${options.postgres}: проверьте, что файл на месте, и повторите.`);
    return { pid: child.pid, ended: () => ended, end };
}
function flags(port, fast) {
    const settings = {
        listen_addresses: '127.0.0.1',
        port: String(port),
        // A socket's path may not exceed 107 bytes, and a clone may lie anywhere.
        unix_socket_directories: '',
        timezone: 'UTC',
        log_timezone: 'UTC',
        max_connections: fast ? '200' : '100',
        shared_buffers: fast ? '128MB' : '256MB',
        effective_cache_size: '1GB',
        work_mem: '16MB',
        maintenance_work_mem: '128MB',
        max_wal_size: '2GB',
        checkpoint_timeout: '15min',
        // The tables fit in memory, where a random page costs what the next one does.
        random_page_cost: '1.1',
        // Compiling a query costs more than running any that a page of ours asks.
        jit: 'off',
        ...(fast ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum_naptime: '10min' } : {}),
    };
    return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
/**
 * The process that postmaster.pid names, if it lives and really is the postmaster of this cluster: numbers of processes
 * are used again, after a restart of a container even by another PostgreSQL.
 */
export function livingPostmaster(clusterDir) {
    let lines;
    try {
        lines = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    }
    catch {
        return null;
    }
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid < 2 || !isAlive(pid) || !servesCluster(pid, clusterDir))
        return null;
    return { pid, port: Number(lines[3]) };
}
/** Removes a postmaster.pid whose process is gone; with a number that is in use again PostgreSQL would refuse to start. */
export function forgetDeadPostmaster(clusterDir) {
    rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true });
}
/**
 * Stops a postmaster: SIGINT ends its sessions and writes a checkpoint; one that is not gone after `patienceMs` is told
 * to drop everything (SIGQUIT), which loses nothing that was committed.
 */
export async function stopPostmaster(pid, patienceMs = 20_000) {
    try {
        process.kill(pid, 'SIGINT');
        if (await goneWithin(pid, patienceMs))
            return;
        process.kill(pid, 'SIGQUIT');
        if (await goneWithin(pid, 5_000))
            return;
        process.kill(pid, 'SIGKILL');
        await goneWithin(pid, 5_000);
    }
    catch (error) {
        const { code } = error;
        if (code === 'ESRCH')
            return;
        if (code === 'EPERM') {
            throw new EmbeddedError(`Базу данных уже запустил другой пользователь (процесс ${pid}): остановите её или укажите другую папку DATA_DIR.`);
        }
        throw error;
    }
}
async function goneWithin(pid, ms) {
    for (const until = performance.now() + ms; performance.now() < until; await sleep(25)) {
        if (!isAlive(pid))
            return true;
    }
    return !isAlive(pid);
}
/** A process that has ended but that nobody has waited for yet is not alive: in a container it may stay so for ever. */
function isAlive(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
    try {
        return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    }
    catch {
        return process.platform !== 'linux' || !isLinuxWithProc();
    }
}
function isLinuxWithProc() {
    return statSync('/proc/self/status', { throwIfNoEntry: false }) !== undefined;
}
/** By its command line, or by its working folder where the whole project was moved meanwhile. */
function servesCluster(pid, clusterDir) {
    if (commandOf(pid).includes(clusterDir))
        return true;
    try {
        return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
    }
    catch {
        return false;
    }
}
function commandOf(pid) {
    try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    }
    catch {
        return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    }
}
/** The end of the log, for the sentence that explains why the database did not start. */
export function endOfLog(logFile, lines = 8) {
    try {
        return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
    }
    catch {
        return '';
    }
}
/**
 * A small shell that waits for our death: its standard input closes with us, whatever kills us, and then it stops the
 * database in order (and removes `folders`). It never outlives the postmaster by more than its wait.
 */
export function stopAfterOurDeath(pid, folders) {
    if (process.platform === 'win32')
        return () => undefined;
    const script = 'read line; [ "$line" = done ] && exit 0; pid=$1; shift; kill -INT "$pid" 2>/dev/null; '
        + '[ $# -gt 0 ] || exit 0; while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done; rm -rf "$@"';
    const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid), ...folders], {
        cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true,
    });
    watcher.on('error', () => undefined);
    watcher.stdin.on('error', () => undefined);
    watcher.unref();
    return () => watcher.stdin.end('done\n');
}
