import { createHash } from 'node:crypto';
import pg from 'pg';
import { ACTING, type Scope } from './scope.js';

/** Statements that one connection keeps prepared; what comes after them is planned each time. */
const MAX_PREPARED = 200;

/**
 * A connection that prepares the reads it repeats: for the queue's page PostgreSQL spends twice as long on planning as on
 * reading (docs/benchmarks.md). The query builder has no way to name a statement, and the pool takes a client of one's own.
 */
export class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string>();
  private knowsActing = false;

  override query = ((text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    const plain = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || rest.length > 0) return plain(text, values, ...rest);
    const name = this.nameOf(text);
    return name ? plain({ name, text, values }) : plain(text, values);
  }) as pg.Client['query'];

  /**
   * One statement within a scope, in a transaction of its own and without one more journey: scope and statement travel together,
   * and PostgreSQL ends the transaction, and with it the scope, behind the statement or its error.
   */
  async queryWithin(scope: Scope, text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const send = super.query.bind(this) as (query: object) => unknown;
    if (!this.knowsActing) {
      await send({ ...ACTING, values: scope });
      this.knowsActing = true;
    }
    return new Promise((resolve, reject) => {
      const name = this.nameOf(text);
      send(new QueryWithin(scope, { text, values, queryMode: 'extended', ...(name ? { name } : {}) }, (error, result) => {
        if (!error) return resolve(result);
        // The trace of a socket that was read helps nobody.
        Error.captureStackTrace(error);
        reject(error);
      }));
    });
  }

  private nameOf(text: string): string | undefined {
    if (!text.startsWith('select')) return undefined;
    let name = this.names.get(text);
    if (!name && this.names.size < MAX_PREPARED) this.names.set(text, (name = createHash('sha1').update(text).digest('base64url')));
    return name;
  }
}

/** What of the library's query and connection is used here, and is not in its types. */
interface Wire {
  bind(bound: { portal: string; statement: string; values: readonly unknown[] }): void;
  execute(portal: { portal: string; rows: number }): void;
}
interface WireQuery {
  prepare(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}
type Done = (error: Error | null, result: pg.QueryResult) => void;
const WireQuery = pg.Query as unknown as new (config: object, values: undefined, done: Done) => WireQuery;

/** Sends the prepared scope before its own messages and passes over the answer to it: nothing ends the transaction between the two. */
class QueryWithin extends WireQuery {
  private isScoped = false;

  constructor(private readonly scope: Scope, config: object, done: Done) {
    super(config, undefined, done);
  }

  override prepare(connection: Wire): void {
    connection.bind({ portal: '', statement: ACTING.name, values: this.scope });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.isScoped) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.isScoped) super.handleCommandComplete(message, connection);
    else this.isScoped = true;
  }
}
