import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from './index.js';
/**
 * The server at `givenUrl` (DATABASE_URL of a developer), else an embedded one in a folder of its own, which keeps
 * nothing.
 * @throws when the given server does not answer.
 */
export async function throwawayServer(givenUrl) {
    const prefix = `vd_test_${process.pid}_`;
    if (givenUrl) {
        await onDatabase(givenUrl, (client) => client.query('select 1'));
        return { adminUrl: givenUrl, prefix, stop: () => dropDatabases(givenUrl, prefix) };
    }
    const dataDir = mkdtempSync(path.join(tmpdir(), 'voter-deputy-test-'));
    // Under root the database runs as another user, who may pass here.
    chmodSync(dataDir, 0o711);
    const embedded = await startEmbedded({ dataDir, log: () => undefined, fast: true });
    return { adminUrl: embedded.url, prefix, stop: () => embedded.stop() };
}
/** Makes an empty database on the server; its address. */
export async function emptyDatabase(server, name) {
    const database = server.prefix + name;
    await onDatabase(server.adminUrl, (client) => client.query(`create database ${quoted(database)}`));
    const url = new URL(server.adminUrl);
    url.pathname = `/${database}`;
    return url.href;
}
async function dropDatabases(url, prefix) {
    await onDatabase(url, async (client) => {
        const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [prefix]);
        for (const { datname } of rows)
            await client.query(`drop database if exists ${quoted(datname)} with (force)`);
    });
}
async function onDatabase(url, work) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 8_000 });
    client.on('error', () => undefined);
    try {
        await client.connect();
        await work(client);
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
