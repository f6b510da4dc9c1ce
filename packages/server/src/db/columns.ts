import { p } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';
import { newId } from '../shared/ids.js';
import { SEALED_SQL } from '../shared/key-ring.js';

/** The columns that every table spells the same way. */
export const id = () => p.uuid().primary().onCreate(() => newId());
/** An instant with milliseconds: a cursor made from microseconds would lose rows. */
export const instant = () => p.datetime().columnType('timestamptz(3)');
/** A calendar day 'YYYY-MM-DD', without a time zone. */
export const day = () => p.string().columnType('date');
/** One of a fixed list of words, kept as text with a check. */
export const oneOf = <T extends string>(words: readonly T[]) => p.enum([...words]).$type<T>();
/** Text that is never plain at rest: shared/vault closes it, and the database refuses what is not closed. */
export const sealed = (column: string) => p.text().check(`((${column} ~ '${SEALED_SQL}'::text))`);
/** A value for a jsonb column in a statement that is written by hand. */
export const jsonb = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;
