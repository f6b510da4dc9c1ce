import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that one connection keeps prepared; what comes after them is planned each time. */
const MAX_PREPARED = 200;

/**
 * A connection that prepares the reads it repeats: for the queue's page PostgreSQL spends twice as long on planning as on
 * reading (docs/benchmarks.md). The query builder has no way to name a statement, and the pool takes a client of one's own.
 */
export class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string>();

  override query = ((text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    const plain = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || rest.length > 0 || !text.startsWith('select')) return plain(text, values, ...rest);
    let name = this.names.get(text);
    if (!name && this.names.size < MAX_PREPARED) this.names.set(text, (name = createHash('sha1').update(text).digest('base64url')));
    return name ? plain({ name, text, values }) : plain(text, values);
  }) as pg.Client['query'];
}
