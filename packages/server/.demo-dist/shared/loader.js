import DataLoader from 'dataloader';
/** A loader of rows by id; an id without a row gives null. */
export function batchById(load) {
    return new DataLoader(async (ids) => {
        const byId = new Map((await load(ids)).map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
    });
}
/** A loader of the rows that belong to an id, in the order of the query. */
export function batchByOwner(load, owner) {
    return new DataLoader(async (ids) => {
        const byOwner = new Map(ids.map((id) => [id, []]));
        for (const row of await load(ids))
            byOwner.get(owner(row))?.push(row);
        return ids.map((id) => byOwner.get(id) ?? []);
    });
}
