import { rowsOf, type Em } from '../db/orm.js';

/** What one move may take, in milliseconds: as much longer the whole can be taken back. */
export const PER_ITEM_MS = 20;
/** Steps that end sooner are left alone: their news may be on its way, in milliseconds. */
export const ON_ITS_WAY_MS = 2_000;

/** Lets the news of all that was moved wait until then, as far as it can still be held: jobs ask the step before they tell anything. */
export async function holdNews(em: Em, { id, account }: { id: string; account: string }, now: Date, until: Date): Promise<void> {
  await rowsOf(em).updateTable('undo_step as s').from('bulk_move_item as i').set({ until })
    .where('i.bulk_move_id', '=', id).where('i.outcome', '=', 'DONE').whereRef('s.appeal_id', '=', 'i.appeal_id').whereRef('s.version', '=', 'i.version_after').where('s.account', '=', account)
    .where('s.undone_at', 'is', null).where('s.seen_at', 'is', null).where('s.until', '>', new Date(now.getTime() + ON_ITS_WAY_MS)).execute();
}
