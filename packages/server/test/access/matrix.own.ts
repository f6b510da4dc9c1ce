import { jsonb } from '../../src/db/columns.js';
import { rowsOf } from '../../src/db/orm.js';
import { newId } from '../../src/shared/ids.js';
import type { Person, World } from '../support/world.js';

/** What belongs to the account of a caller, written by hand; nobody's for a caller without one. */
export function ownOf(world: World, people: Readonly<Record<string, Person>>, { appealId, deputyId }: { appealId: string; deputyId: string }) {
  const rows = () => rowsOf(world.database.orm.em.fork());
  const accountOf = async (caller: string): Promise<string> => (await people[caller]?.ask('{ me { id } }'))?.data.me.id ?? newId();
  return {
    viewOf: async (caller: string, place: 'QUEUE' | 'APPEALS' = 'QUEUE', alone = false): Promise<string> => {
      const [id, at, account] = [newId(), world.clock.now(), await accountOf(caller)];
      if (alone) await rows().deleteFrom('saved_view').where('account', '=', account).where('place', '=', place).execute();
      await rows().insertInto('saved_view').values({ id, account, by_name: 'Тест', region_code: null, place, name: id, query: 'overdue=true', position: 1, created_at: at, changed_at: at, version: 1 }).execute();
      return id;
    },
    /** Of one appeal that was refused. */
    bulkMoveOf: async (caller: string, state: 'PREVIEW' | 'RUNNING' | 'DONE' | 'UNDONE'): Promise<string> => {
      const [id, at, account] = [newId(), world.clock.now(), await accountOf(caller)];
      await rows().insertInto('bulk_move').values({
        id, account, by_name: 'Тест', move: 'REGISTER', asked: jsonb({ move: 'REGISTER', topicCode: null, deputyId: null, kind: null } as const), state,
        created_at: at, started_at: at, finished_at: at, undo_until: new Date(at.getTime() + 86_400_000),
      }).execute();
      await rows().insertInto('bulk_move_item').values({
        bulk_move_id: id, position: 1, appeal_id: appealId, version: 1, acceptance: jsonb({ topicCode: 'housing.yards', deputyId }), outcome: 'REFUSED',
        refusals: jsonb([{ code: 'CONFLICT', field: null, params: {} }]), at,
      }).execute();
      return id;
    },
  };
}
