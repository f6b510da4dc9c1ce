import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type pg from 'pg';
import type { Actor } from '../shared/actor.js';
import { rowsOf, type Db, type Em, type Orm, type Tables } from './orm.js';
import type { PreparingClient } from './prepared.js';
import { ACTING, scopeOf, type Scope } from './scope.js';

/**
 * Does work for an actor in one transaction of its own: entities and rows through its `em` are written together or not at all, and
 * the database's own walls stand where the actor's do.
 */
export const transaction = <T>(orm: Orm, actor: Actor, work: (em: Em) => Promise<T>): Promise<T> => orm.em.fork().transactional(async (em) => {
  await rowsOf(em).executeQuery(CompiledQuery.raw(ACTING.text, [...scopeOf(actor)]));
  return work(em);
});

const known = new WeakMap<Orm, WeakMap<Actor, Db>>();

/**
 * Rows as the actor may read them. Each statement is a transaction of its own within the database's walls of the actor; what belongs
 * together is written in `transaction`.
 */
export function rowsFor(orm: Orm, actor: Actor): Db {
  let actors = known.get(orm);
  if (!actors) known.set(orm, (actors = new WeakMap()));
  let rows = actors.get(actor);
  if (!rows) actors.set(actor, (rows = rowsWithin(orm, scopeOf(actor))));
  return rows;
}

/** Whether the database answers. */
export async function isAlive(orm: Orm): Promise<boolean> {
  return orm.em.getConnection().execute('select 1').then(() => true, () => false);
}

function rowsWithin(orm: Orm, scope: Scope): Db {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ActingDriver(orm, scope),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

type Client = PreparingClient & { release(): void };

/** Runs each statement on a connection of the application's own pool, within a scope. */
class ActingDriver implements Driver {
  private pool!: pg.Pool;

  constructor(private readonly orm: Orm, private readonly scope: Scope) {}

  async init(): Promise<void> {
    this.pool = await this.orm.em.getConnection().getNativeClient() as pg.Pool;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new ActingConnection(await this.pool.connect() as unknown as Client, this.scope);
  }

  beginTransaction = severalAtOnce;
  commitTransaction = severalAtOnce;
  rollbackTransaction = severalAtOnce;

  releaseConnection(connection: ActingConnection): Promise<void> {
    connection.client.release();
    return Promise.resolve();
  }

  /** The pool is the application's, and ends with it. */
  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

const severalAtOnce = (): Promise<never> => Promise.reject(new Error('rowsFor() runs single statements; several belong into transaction()'));

class ActingConnection implements DatabaseConnection {
  constructor(readonly client: Client, private readonly scope: Scope) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.client.queryWithin(this.scope, sql, parameters);
    return { rows: rows as R[], ...(command === 'SELECT' ? {} : { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  // oxlint-disable-next-line require-yield -- nothing is streamed
  async *streamQuery(): AsyncIterableIterator<never> {
    await severalAtOnce();
  }
}
