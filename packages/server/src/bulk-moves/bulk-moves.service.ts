import { addresseesOf, isUndoable, type AppealRow, type AppealsQueries } from '../appeals/index.js';
import type { AppealFilter } from '../appeals/appeal.inputs.js';
import { jsonb } from '../db/columns.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { accountStream, recordIn } from '../history/index.js';
import type { Reference } from '../regions/index.js';
import type { Actor, StaffActor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { Failure, notFound } from '../shared/failures.js';
import { asId, newId } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { secondsUntil, type Quotas } from '../shared/quota.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { askedOf } from './bulk-move.asked.js';
import { CHECKED_FIELDS, type BulkMoveChecks, type Chosen, type Foreseen } from './bulk-move.checks.js';
import type { BulkMoveInput } from './bulk-move.inputs.js';
import { MAX_BULK_MOVE, MAX_NAMED, MAX_RUNNING, type Asked, type BulkState } from './bulk-move.moves.js';
import { holdNews, ON_ITS_WAY_MS, PER_ITEM_MS } from './bulk-move.undo.js';
import { canMoveInBulk, isTheirs } from './bulk-moves.policy.js';

/** Appeals, or items, of one statement. */
const PAGE_ROWS = 2_000;
/** Previews that one account may ask for in a minute: each writes a row for each appeal. */
const PER_MINUTE = 30;
const MINUTE_MS = 60_000;
const OLDEST_FIRST = { field: 'SUBMITTED_AT', direction: 'ASC' } as const;

/** What a person does with a move over many appeals: looks at it beforehand, starts it, stops it, takes it back. The worker makes it. */
export class BulkMovesService {
  constructor(
    private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock, private readonly reference: Reference, private readonly appeals: AppealsQueries,
    private readonly checks: BulkMoveChecks, private readonly quotas: Quotas, private readonly undoSeconds: number,
  ) {}

  /**
   * Settles which appeals, in which version and with what, and says of each what will become of it. Nothing is moved.
   * @returns the id; with it exactly this is started
   */
  async preview(input: BulkMoveInput): Promise<string> {
    const mover = this.mover();
    await this.countOne(mover);
    const refusals: Refusal[] = [];
    const asked = askedOf(input, this.reference, refusals);
    if (!input.appealIds === !input.filter) refusals.push(new Refusal('BULK_CHOICE_UNCLEAR'));
    if (asked) await this.checkDeputy(asked, refusals);
    refuse(refusals);
    const items = await this.checks.of(asked!, input.filter ? await this.found(input.filter) : await this.named(input.appealIds!));
    const id = newId();
    await transaction(this.orm, mover, async (em) => {
      await rowsOf(em).insertInto('bulk_move').values({
        id, account: mover.accountId, by_name: mover.name, move: asked!.move, asked: jsonb(asked!), state: 'PREVIEW', created_at: this.clock.now(),
      }).execute();
      await keep(em, id, items);
    });
    return id;
  }

  /** Starts what was previewed; asked again, it is the same one: nothing is moved twice. */
  async start(id: string): Promise<string> {
    return this.onOwn(id, async (em, { state, move }, mover) => {
      if (state !== 'PREVIEW') return;
      const db = rowsOf(em);
      const { count: ready } = await db.selectFrom('bulk_move_item').where('bulk_move_id', '=', id).where('outcome', '=', 'READY').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      if (Number(ready) === 0) throw new Refusal('BULK_NOTHING_TO_MOVE');
      const { count: running } = await db.selectFrom('bulk_move').where('account', '=', mover.accountId).where('state', 'in', ['RUNNING', 'UNDOING']).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      if (Number(running) >= MAX_RUNNING) throw new Refusal('BULK_MOVES_TOO_MANY', null, { max: MAX_RUNNING });
      const at = this.clock.now();
      const undoUntil = this.undoSeconds > 0 && isUndoable(move) ? new Date(at.getTime() + this.undoSeconds * 1000 + Number(ready) * PER_ITEM_MS) : null;
      await db.updateTable('bulk_move').set({ state: 'RUNNING', started_at: at, undo_until: undoUntil }).where('id', '=', id).execute();
      await recordIn(em, accountStream(mover.accountId), mover, at, { event: 'BULK_MOVE_STARTED', text: JSON.stringify({ id, move, appeals: Number(ready) }) });
      await addJob(em, 'run_bulk_move', { bulkMoveId: id });
    });
  }

  /** What was not reached yet is left as it is; what was moved stays moved. */
  async stop(id: string): Promise<string> {
    return this.onOwn(id, async (em, { state }) => {
      if (state !== 'RUNNING') throw new Refusal('BULK_MOVE_NOT_RUNNING');
      await this.leaveTheRest(em, id);
      await rowsOf(em).updateTable('bulk_move').set({ state: 'STOPPED', finished_at: this.clock.now() }).where('id', '=', id).execute();
    });
  }

  /** Takes back what was moved, each appeal for itself, as long as no news of it has left the house. */
  async undo(id: string): Promise<string> {
    return this.onOwn(id, async (em, { state, undo_until: until }, mover) => {
      if (state === 'UNDOING' || state === 'UNDONE') return;
      const at = this.clock.now();
      if (state === 'PREVIEW' || !until) throw new Refusal('NOTHING_TO_UNDO');
      if (at.getTime() >= until.getTime() - ON_ITS_WAY_MS) throw new Refusal('BULK_UNDO_TOO_LATE');
      await this.leaveTheRest(em, id);
      const { count } = await rowsOf(em).selectFrom('bulk_move_item').where('bulk_move_id', '=', id).where('outcome', '=', 'DONE').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      // Taking thousands back takes its time: the news of each waits so much longer.
      await holdNews(em, { id, account: mover.accountId }, at, new Date(until.getTime() + MINUTE_MS + Number(count) * PER_ITEM_MS));
      await rowsOf(em).updateTable('bulk_move').set({ state: 'UNDOING', finished_at: null }).where('id', '=', id).execute();
      await addJob(em, 'run_bulk_move', { bulkMoveId: id });
    });
  }

  private mover(): StaffActor {
    const mover = staff(this.actor);
    allow(canMoveInBulk(mover));
    return mover;
  }

  private async onOwn(
    id: string, change: (em: Em, bulk: { state: BulkState; move: Asked['move']; undo_until: Date | null }, mover: StaffActor) => Promise<void>,
  ): Promise<string> {
    const mover = this.mover();
    await transaction(this.orm, mover, async (em) => {
      const bulk = await rowsOf(em).selectFrom('bulk_move').where('id', '=', asId(id)).select(['account', 'state', 'move', 'undo_until']).forUpdate().executeTakeFirst();
      if (!bulk) throw notFound();
      allow(isTheirs(mover, bulk.account));
      await change(em, { ...bulk, undo_until: bulk.undo_until ?? null }, mover);
    });
    return id;
  }

  private async leaveTheRest(em: Em, id: string): Promise<void> {
    await rowsOf(em).updateTable('bulk_move_item').set({ outcome: 'LEFT', at: this.clock.now() }).where('bulk_move_id', '=', id).where('outcome', '=', 'READY').execute();
  }

  private async checkDeputy(asked: Asked, refusals: Refusal[]): Promise<void> {
    if ((asked.move !== 'REGISTER' && asked.move !== 'FORWARD_TO_DEPUTY') || asked.deputyId === null) return;
    const [deputy] = await addresseesOf(rowsFor(this.orm, this.actor), [asked.deputyId]);
    if (!deputy) refusals.push(new Refusal('DEPUTY_UNKNOWN', asked.move === 'REGISTER' ? 'register.deputyId' : 'forwardToDeputy.deputyId'));
  }

  private async named(given: readonly string[]): Promise<Chosen[]> {
    const ids = [...new Set(given.map((id) => asId(id, 'appealIds').toLowerCase()))];
    if (ids.length === 0) throw new Refusal('NOTHING_CHOSEN', 'appealIds');
    if (ids.length > MAX_NAMED) throw new Refusal('TOO_MANY_CHOSEN', 'appealIds', { max: MAX_NAMED });
    const rows = new Map<string, AppealRow>();
    for (let at = 0; at < ids.length; at += PAGE_ROWS) for (const row of await this.appeals.these(ids.slice(at, at + PAGE_ROWS), null, CHECKED_FIELDS)) rows.set(row.id, row);
    return ids.map((id) => ({ id, row: rows.get(id) ?? null }));
  }

  private async found(filter: AppealFilter): Promise<Chosen[]> {
    const chosen: Chosen[] = [];
    for await (const page of this.appeals.pages(filter, OLDEST_FIRST, CHECKED_FIELDS, PAGE_ROWS)) {
      chosen.push(...page.map((row) => ({ id: row.id, row })));
      if (chosen.length > MAX_BULK_MOVE) throw new Refusal('TOO_MANY_CHOSEN', 'filter', { max: MAX_BULK_MOVE });
    }
    if (chosen.length === 0) throw new Refusal('NOTHING_CHOSEN', 'filter');
    return chosen;
  }

  private async countOne({ accountId }: StaffActor): Promise<void> {
    const { allowed, rest, resetsAt } = await this.quotas.take(`bulk-move:${accountId}`, 1, { limit: PER_MINUTE, windowMs: MINUTE_MS, lease: 1 });
    if (!allowed) throw new Failure('RATE_LIMITED', 'RATE_LIMITED', null, { limit: PER_MINUTE, rest, retryAfter: secondsUntil(resetsAt, this.clock) });
  }
}

async function keep(em: Em, bulkMoveId: string, items: readonly Foreseen[]): Promise<void> {
  const rows = items.map(({ id, row, acceptance, refusals }, i) => ({
    bulk_move_id: bulkMoveId, position: i + 1, appeal_id: id, version: row?.version ?? null, acceptance: acceptance && jsonb(acceptance),
    outcome: refusals.length > 0 ? 'REFUSED' as const : 'READY' as const,
    refusals: refusals.length > 0 ? jsonb(refusals.map(({ code, field, params }) => ({ code, field, params }))) : null,
  }));
  for (let at = 0; at < rows.length; at += PAGE_ROWS) await rowsOf(em).insertInto('bulk_move_item').values(rows.slice(at, at + PAGE_ROWS)).execute();
}
