import { createPubSub, type PubSub } from '@graphql-yoga/subscription';
import { sql } from 'kysely';
import pg from 'pg';
import { rowsOf, type Em } from '../db/orm.js';
import { SERVER_ROLE, takingRole } from '../db/walls/roles.js';

/** What happened, by ids alone: whoever listens reads the rows through its own walls. */
export type AppEvent =
  | { kind: 'appeal.submitted'; id: string; regionCode: string; deputyId: string | null; partnerId: string | null }
  | { kind: 'appeal.changed'; id: string; regionCode: string; deputyId: string | null; partnerId: string | null }
  | { kind: 'appeal.attended'; id: string; regionCode: string; deputyId: string | null }
  | { kind: 'feedback.received'; id: string; regionCode: string; deputyId: string }
  | { kind: 'rating.changed'; snapshotId: string; period: string; mandateIds: string[] | null }
  | { kind: 'suggestions.trained'; version: number }
  | { kind: 'calendar.changed'; years: number[] }
  | { kind: 'session.ended'; sessionId: string }
  | { kind: 'account.changed'; accountId: string }
  /** Written by triggers of the database; `keyId` where it is one key that changed. */
  | { kind: 'partner.changed'; partnerId: string; keyId: string | null };

export type EventOf<K extends AppEvent['kind']> = Extract<AppEvent, { kind: K }>;
type Channels = { [K in AppEvent['kind']]: [event: EventOf<K>] };

const CHANNEL = 'voter_deputy';
// PostgreSQL refuses a notification of 8000 bytes and more.
const MAX_PAYLOAD = 7_500;
const RECONNECT_MS = 1_000;

/**
 * Announces an event with the transaction: it is heard when, and only when, that commits. Every server hears it,
 * since PostgreSQL itself carries it.
 */
export async function announce(em: Em, event: AppEvent): Promise<void> {
  let payload = JSON.stringify(event);
  if (payload.length > MAX_PAYLOAD && event.kind === 'rating.changed') payload = JSON.stringify({ ...event, mandateIds: null });
  await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(rowsOf(em));
}

/** Hears the events of all servers and hands them to subscriptions and caches of this one. */
export class Events {
  private readonly pubSub: PubSub<Channels> = createPubSub<Channels>();
  private readonly handlers = new Map<string, Set<(event: AppEvent) => void>>();
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(private readonly databaseUrl: string, private readonly warn: (text: string) => void) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'voter-deputy events', keepAlive: true, options: takingRole(SERVER_ROLE) });
    client.on('notification', ({ payload }) => this.deliver(payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
  }

  /** Everything of one kind, until the consumer returns. */
  stream<K extends AppEvent['kind']>(kind: K): AsyncIterableIterator<EventOf<K>> {
    return this.pubSub.subscribe(kind) as AsyncIterableIterator<EventOf<K>>;
  }

  /** Calls the handler for each event of the kind; returns what stops it. */
  on<K extends AppEvent['kind']>(kind: K, handler: (event: EventOf<K>) => void): () => void {
    const known = this.handlers.get(kind) ?? new Set();
    this.handlers.set(kind, known);
    known.add(handler as (event: AppEvent) => void);
    return () => known.delete(handler as (event: AppEvent) => void);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }

  private deliver(payload: string): void {
    const event = JSON.parse(payload) as AppEvent;
    for (const handler of this.handlers.get(event.kind) ?? []) handler(event);
    (this.pubSub.publish as (kind: string, event: AppEvent) => void)(event.kind, event);
  }

  /** A lost connection must not silence the server: it tries once a second until it hears again. */
  private reconnect(): void {
    if (this.stopped) return;
    this.client = null;
    this.warn('the connection that hears events was lost, connecting again');
    const retry = (): void => {
      if (this.stopped) return;
      this.start().catch(() => setTimeout(retry, RECONNECT_MS).unref());
    };
    setTimeout(retry, RECONNECT_MS).unref();
  }
}
