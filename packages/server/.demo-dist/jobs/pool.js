import pg from 'pg';
/**
 * The queue's own connections. Without a listener on pool and clients, a connection that the database drops would be an
 * unhandled error and end the worker; the queue connects anew by itself.
 */
export function queuePool(databaseUrl, max, log) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max, application_name: 'voter-deputy jobs' });
    const note = ({ message }) => log.warn({ reason: message }, 'a connection of the job queue was lost');
    pool.on('error', note);
    pool.on('connect', (client) => client.on('error', note));
    return pool;
}
