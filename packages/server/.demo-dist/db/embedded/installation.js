import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
export const DATABASE_USER = 'voter';
export const DATABASE_NAME = 'voter_deputy';
/** Reads DATA_DIR/postgres.json, or makes it the first time. */
export async function installationIn(dataDir) {
    try {
        return JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            throw error;
    }
    return remember(dataDir, {
        id: randomBytes(8).toString('hex'),
        password: randomBytes(24).toString('base64url'),
        port: await freePort(),
    });
}
/** The installation with a port that is free now: the remembered one if it is. */
export async function withFreePort(dataDir, installation) {
    if (await isFree(installation.port))
        return installation;
    return remember(dataDir, { ...installation, port: await freePort() });
}
export function urlOf({ password, port }, database = DATABASE_NAME) {
    return `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}
function fileIn(dataDir) {
    return path.join(dataDir, 'postgres.json');
}
function remember(dataDir, installation) {
    const unfinished = `${fileIn(dataDir)}.new`;
    writeFileSync(unfinished, `${JSON.stringify(installation, null, 2)}\n`, { mode: 0o600 });
    renameSync(unfinished, fileIn(dataDir));
    return installation;
}
function isFree(port) {
    return new Promise((resolve) => {
        const probe = createServer();
        probe.once('error', () => resolve(false));
        probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
}
function freePort() {
    return new Promise((resolve, reject) => {
        const probe = createServer();
        probe.once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
        });
    });
}
