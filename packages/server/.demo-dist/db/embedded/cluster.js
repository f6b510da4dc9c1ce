import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf } from './account.js';
import { EmbeddedError } from './embedded-error.js';
import { DATABASE_USER } from './installation.js';
/** Whether a whole cluster stands in the folder. */
export function clusterExists(clusterDir) {
    return existsSync(path.join(clusterDir, 'PG_VERSION'));
}
/**
 * Makes the cluster. It grows beside its place and is renamed at the end, so that an interrupted start leaves nothing
 * that looks like a cluster.
 */
export async function makeCluster(options) {
    const { clusterDir, account } = options;
    const growing = `${clusterDir}.new`;
    const passwordFile = `${clusterDir}.password`;
    try {
        rmSync(growing, { recursive: true, force: true });
        mkdirSync(growing, { mode: 0o700 });
        writeFileSync(passwordFile, options.password, { mode: 0o600 });
        if (account) {
            chownSync(growing, account.uid, account.gid);
            chownSync(passwordFile, account.uid, account.gid);
        }
        await run(options.initdb, [
            `--pgdata=${growing}`,
            `--username=${DATABASE_USER}`,
            `--pwfile=${passwordFile}`,
            '--auth=scram-sha-256',
            ...localeFlags(),
            // PostgreSQL syncs everything at its first checkpoint anyway; the rename below is what makes the cluster real.
            ...(options.fast ? ['--no-sync'] : []),
        ], account);
        rmSync(clusterDir, { recursive: true, force: true });
        renameSync(growing, clusterDir);
    }
    finally {
        rmSync(passwordFile, { force: true });
        rmSync(growing, { recursive: true, force: true });
    }
}
/**
 * ICU sorts Russian as Russians do, and a UTF-8 character type lets pg_trgm see Cyrillic letters (with plain `C` it finds
 * no similarity at all). macOS has no C.UTF-8.
 */
function localeFlags() {
    const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    return ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=ru-RU'];
}
/** Only what PostgreSQL needs: PGDATA, PGPORT and the like of the caller must not reach it. */
export const CLUSTER_ENV = { PATH: process.env['PATH'] ?? '', LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' };
function run(program, args, account) {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, {
            cwd: '/', env: CLUSTER_ENV, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...identityOf(account),
        });
        let output = '';
        const keep = (chunk) => {
            output = (output + chunk.toString()).slice(-2_000);
        };
        child.stdout.on('data', keep);
        child.stderr.on('data', keep);
        child.once('error', (error) => reject(new EmbeddedError(`Не удалось создать базу данных: ${error.message}.`)));
        child.once('close', (code) => {
            if (code === 0)
                resolve();
            else
                reject(new EmbeddedError(sentenceFor(output.trim())));
        });
    });
}
function sentenceFor(output) {
    if (output.includes('could not look up effective user ID')) {
        return 'У пользователя, который запускает сервис, нет записи в /etc/passwd, а PostgreSQL её требует: '
            + 'запустите другим пользователем или задайте DATABASE_URL.';
    }
    return `Не удалось создать базу данных, ответ initdb:\n${output}`;
}
