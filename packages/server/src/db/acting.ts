import type { Actor } from '../shared/actor.js';
import { rowsOf, type Db, type Em, type Orm } from './orm.js';

/** Does work for an actor in one transaction of its own: entities and rows through its `em` are written together or not at all. */
export const transaction = <T>(orm: Orm, _actor: Actor, work: (em: Em) => Promise<T>): Promise<T> => orm.em.fork().transactional(work);

/** Rows as the actor may read them. */
export const rowsFor = (orm: Orm, _actor: Actor): Db => rowsOf(orm.em);
