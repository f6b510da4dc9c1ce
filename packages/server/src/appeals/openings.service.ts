import { LRUCache } from 'lru-cache';
import { rowsFor, transaction } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { appealStream, onceId, recordOnceIn } from '../history/index.js';
import type { StaffActor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Day } from '../shared/day.js';

/** Entries that this process knows to be there: nothing is asked of the database for them. */
const known = new LRUCache<string, true>({ max: 50_000 });

/** Who reads an appeal is on record, once per account, appeal and day: the applicant sees it (docs/adr/0010). */
export class OpeningsService {
  constructor(private readonly orm: Orm, private readonly clock: Clock) {}

  /**
   * Puts on record that the appeal was opened, before anything of it is given away. @param today the day in the appeal's region
   */
  async opened(appealId: string, actor: StaffActor, today: Day): Promise<void> {
    const stream = appealStream(appealId);
    const once = `APPEAL_OPENED ${actor.accountId} ${today}`;
    const id = onceId(stream, once);
    if (known.has(id)) return;
    const before = await rowsFor(this.orm, actor).selectFrom('history_entry').where('id', '=', id).select('id').executeTakeFirst();
    // Two at once may both come here: the id lets one entry through, and neither read fails.
    if (!before) await transaction(this.orm, actor, (em) => recordOnceIn(em, stream, actor, this.clock.now(), { event: 'APPEAL_OPENED' }, once));
    known.set(id, true);
  }
}
