import DataLoader from 'dataloader';

/** A loader of rows by id; an id without a row gives null. */
export function batchById<Row extends { id: string }>(load: (ids: readonly string[]) => Promise<Row[]>): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await load(ids)).map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}

/** A loader of the rows that belong to an id, in the order of the query. */
export function batchByOwner<Row>(load: (ids: readonly string[]) => Promise<Row[]>, owner: (row: Row) => string): DataLoader<string, Row[]> {
  return new DataLoader(async (ids) => {
    const byOwner = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of await load(ids)) byOwner.get(owner(row))?.push(row);
    return ids.map((id) => byOwner.get(id) ?? []);
  });
}
