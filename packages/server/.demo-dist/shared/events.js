import { createPubSub } from '@graphql-yoga/subscription';
import { sql } from 'kysely';
import pg from 'pg';
import { rowsOf } from '../db/orm.js';
const CHANNEL = 'voter_deputy';
// PostgreSQL refuses a notification of 8000 bytes and more.
const MAX_PAYLOAD = 7_500;
const RECONNECT_MS = 1_000;
/**
 * Announces an event with the transaction: it is heard when, and only when, that commits. Every server hears it,
 * since PostgreSQL itself carries it.
 */
export async function announce(em, event) {
    let payload = JSON.stringify(event);
    if (payload.length > MAX_PAYLOAD && event.kind === 'rating.changed')
        payload = JSON.stringify({ ...event, mandateIds: null });
    await sql `select pg_notify(${CHANNEL}, ${payload})`.execute(rowsOf(em));
}
/** Hears the events of all servers and hands them to subscriptions and caches of this one. */
export class Events {
    databaseUrl;
    warn;
    pubSub = createPubSub();
    handlers = new Map();
    client = null;
    stopped = false;
    constructor(databaseUrl, warn) {
        this.databaseUrl = databaseUrl;
        this.warn = warn;
    }
    async start() {
        const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'voter-deputy events', keepAlive: true });
        client.on('notification', ({ payload }) => this.deliver(payload ?? ''));
        client.on('error', () => undefined);
        client.on('end', () => this.reconnect());
        await client.connect();
        await client.query(`listen ${CHANNEL}`);
        this.client = client;
    }
    /** Everything of one kind, until the consumer returns. */
    stream(kind) {
        return this.pubSub.subscribe(kind);
    }
    /** Calls the handler for each event of the kind; returns what stops it. */
    on(kind, handler) {
        const known = this.handlers.get(kind) ?? new Set();
        this.handlers.set(kind, known);
        known.add(handler);
        return () => known.delete(handler);
    }
    async stop() {
        this.stopped = true;
        await this.client?.end();
    }
    deliver(payload) {
        const event = JSON.parse(payload);
        for (const handler of this.handlers.get(event.kind) ?? [])
            handler(event);
        this.pubSub.publish(event.kind, event);
    }
    /** A lost connection must not silence the server: it tries once a second until it hears again. */
    reconnect() {
        if (this.stopped)
            return;
        this.client = null;
        this.warn('the connection that hears events was lost, connecting again');
        const retry = () => {
            if (this.stopped)
                return;
            this.start().catch(() => setTimeout(retry, RECONNECT_MS).unref());
        };
        setTimeout(retry, RECONNECT_MS).unref();
    }
}
