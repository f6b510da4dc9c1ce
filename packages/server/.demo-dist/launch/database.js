import { Client, DatabaseError } from 'pg';
import { StartError } from './start-error.js';
/** The oldest PostgreSQL that the product runs on, as `server_version_num` counts. */
const OLDEST_VERSION = 150_000;
/**
 * Makes sure that a database of the operator's own can be used.
 * @throws {StartError} with what to do when it cannot; the address appears without its password.
 */
export async function assertUsable(databaseUrl) {
    const shown = withoutPassword(databaseUrl);
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 8_000 });
    client.on('error', () => undefined);
    try {
        await client.connect();
        const { rows } = await client.query("select current_setting('server_version_num')::int as version, current_setting('server_version') as words");
        const found = rows[0];
        if (!found || found.version < OLDEST_VERSION) {
            throw new StartError(`По адресу ${shown} работает PostgreSQL ${found?.words ?? ''}, а нужен версии 15 или новее: обновите его.`);
        }
    }
    catch (error) {
        if (error instanceof StartError)
            throw error;
        throw new StartError(sentenceFor(error, shown));
    }
    finally {
        await client.end().catch(() => undefined);
    }
}
function sentenceFor(error, shown) {
    if (error instanceof DatabaseError) {
        switch (error.code) {
            case '28P01':
            case '28000':
                return `PostgreSQL по адресу ${shown} не принял имя или пароль: исправьте их в настройке DATABASE_URL.`;
            case '3D000':
                return `По адресу ${shown} нет такой базы данных: создайте её или исправьте настройку DATABASE_URL.`;
            case '53300':
                return `У PostgreSQL по адресу ${shown} кончились соединения: увеличьте max_connections или остановите лишние программы.`;
            default:
        }
    }
    const { code, message } = error;
    return `PostgreSQL по адресу ${shown} не отвечает (${code ?? message}): запустите его, исправьте настройку DATABASE_URL `
        + 'или уберите её, и тогда запустится встроенная база.';
}
/** An address fit to be shown. */
export function withoutPassword(databaseUrl) {
    const url = new URL(databaseUrl);
    return `${url.hostname}${url.port ? `:${url.port}` : ''}${url.pathname}`;
}
