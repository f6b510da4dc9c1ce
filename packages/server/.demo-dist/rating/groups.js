import { LRUCache } from 'lru-cache';
import { ratePooled } from './rating.formula.js';
/** A snapshot is never changed, so what follows from one may be kept for as long as there is room. */
const members = new LRUCache({ max: 3 });
const pooled = new LRUCache({ max: 30 });
async function readMembers(db, snapshotId) {
    const rows = await db.selectFrom('rating_entry').where('snapshot_id', '=', snapshotId)
        .select(['faction_id as faction', 'region_code as region', 'level', 'input']).execute();
    return rows.map(({ faction, region, level, input }) => ({ faction, region, level, input: input.rating }));
}
function remember(cache, key, make) {
    const known = cache.get(key);
    if (known)
        return known;
    const made = make();
    cache.set(key, made);
    made.catch(() => cache.delete(key));
    return made;
}
/** The pooled model of all groups of the country, from the stored inputs; of one level when it is given. */
export function pooledGroups(db, snapshotId, kind, level) {
    return remember(pooled, `${snapshotId} ${kind} ${level}`, async () => {
        const all = await remember(members, snapshotId, () => readMembers(db, snapshotId));
        const of = level ? all.filter((member) => member.level === level) : all;
        const keys = new Map(of.map((member) => [member.input.mandateId, member[kind]]));
        return ratePooled(of.map((member) => member.input), (input) => keys.get(input.mandateId) ?? null);
    });
}
