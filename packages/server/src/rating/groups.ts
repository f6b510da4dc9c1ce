import { LRUCache } from 'lru-cache';
import type { Db } from '../db/orm.js';
import type { BodyLevel } from '../deputies/body.entity.js';
import { ratePooled, type PooledResult } from './rating.formula.js';
import type { EntryInput } from './rating.facts.js';

/** What groups are made of. */
export type GroupKind = 'faction' | 'region';

interface Member {
  faction: string;
  region: string;
  level: BodyLevel;
  input: EntryInput['rating'];
}

/** A snapshot is never changed, so what follows from one may be kept for as long as there is room. */
const members = new LRUCache<string, Promise<Member[]>>({ max: 3 });
const pooled = new LRUCache<string, Promise<PooledResult[]>>({ max: 30 });

async function readMembers(db: Db, snapshotId: string): Promise<Member[]> {
  const rows = await db.selectFrom('rating_entry').where('snapshot_id', '=', snapshotId)
    .select(['faction_id as faction', 'region_code as region', 'level', 'input']).execute();
  return rows.map(({ faction, region, level, input }) => ({ faction, region, level, input: (input as unknown as EntryInput).rating }));
}

function remember<T>(cache: LRUCache<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}

/** The pooled model of all groups of the country, from the stored inputs; of one level when it is given. */
export function pooledGroups(db: Db, snapshotId: string, kind: GroupKind, level: BodyLevel | null): Promise<PooledResult[]> {
  return remember(pooled, `${snapshotId} ${kind} ${level}`, async () => {
    const all = await remember(members, snapshotId, () => readMembers(db, snapshotId));
    const of = level ? all.filter((member) => member.level === level) : all;
    const keys = new Map(of.map((member) => [member.input.mandateId, member[kind]]));
    return ratePooled(of.map((member) => member.input), (input) => keys.get(input.mandateId) ?? null);
  });
}
