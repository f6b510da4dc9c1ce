import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Position } from '../shared/cursor.js';

/** How a list is sorted: the key's column, its SQL type (a cursor holds text), the id's column, and which way. */
export interface Keyset {
  key: RawBuilder<unknown>;
  type: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  direction: 'ASC' | 'DESC';
}

/** What comes after a cursor: one comparison of (key, id), which an index over both answers. */
export function behind({ key, type, id, direction }: Keyset, cursor: Position): RawBuilder<SqlBool> {
  const ahead = direction === 'ASC' ? sql`>` : sql`<`;
  return sql<SqlBool>`(${key}, ${id}) ${ahead} (${cursor.key}::${type}, ${cursor.id}::uuid)`;
}
