import { absentActor } from '../accounts/index.js';
import { AnsweringService, Desk, ForwardingService, ModerationService, UndoService, type DeadlineRules } from '../appeals/index.js';
import type { Config } from '../config.js';
import { jsonb } from '../db/columns.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM, type StaffActor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { addJob } from '../shared/jobs.js';
import { Refusal, refusalsOf } from '../shared/refusal.js';
import type { Vault } from '../shared/vault.js';
import { holdNews, PER_ITEM_MS } from './bulk-move.undo.js';
import type { Acceptance, Asked, BulkState, Outcome } from './bulk-move.moves.js';

/** Appeals of one job: others wait no longer than for so many. */
const BATCH = 200;
/** Moves that are made at once: a worker has few connections. */
const AT_ONCE = 3;
/** An appeal whose move fails for no reason of its own is tried so often. */
const TRIES = 2;
/** A run that is slower than was reckoned is given so much for each appeal that is left, in milliseconds. */
const SLOW_ITEM_MS = 60;
/** What nobody started, and what is over, is forgotten. */
const FORGET_PREVIEW_DAYS = 1;
const FORGET_DAYS = 30;

interface Bulk {
  id: string;
  account: string;
  asked: Asked;
  state: BulkState;
  undoUntil: Date | null;
}

interface Item {
  appealId: string;
  version: number | null;
  acceptance: Acceptance | null;
  versionAfter: number | null;
}

/** The item is not to be moved any more: the person has stopped it, or another run was faster. */
class Passed extends Error {}

interface Parts {
  orm: Orm;
  clock: Clock;
  reference: Reference;
  rules: DeadlineRules;
  vault: Vault;
  config: Pick<Config, 'aideMaySign' | 'undoSeconds' | 'filesPerLetter'>;
  warn: (error: unknown, appealId: string) => void;
}

/**
 * Makes bulk moves, batch by batch, each appeal through the Desk as whoever asked for it: same policy, walls, history and news as a move
 * by hand. The result of an appeal is written in the transaction of its move, so that after a crash the next run goes on with the rest.
 */
export class BulkMoveRunner {
  constructor(private readonly parts: Parts) {}

  /** One batch; while more is left, the next job is added. */
  async run(bulkMoveId: string): Promise<{ tried: number; left: boolean }> {
    const bulk = await this.read(bulkMoveId);
    if (!bulk || (bulk.state !== 'RUNNING' && bulk.state !== 'UNDOING')) return { tried: 0, left: false };
    const mover = await absentActor(this.parts.orm, bulk.account, this.parts.config);
    const items = await this.next(bulk);
    await this.keepWayBack(bulk, await this.left(bulk));
    const make = bulk.state === 'RUNNING' ? this.moving(bulk, mover) : this.undoing(bulk, mover);
    const queue = [...items];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let item = queue.shift(); item; item = queue.shift()) await this.attempt(bulk, item, make);
    }));
    const left = items.length === BATCH;
    if (left) await transaction(this.parts.orm, SYSTEM, (em) => addJob(em, 'run_bulk_move', { bulkMoveId }));
    else {
      await this.keepWayBack(bulk, 0);
      await this.finish(bulk);
    }
    return { tried: items.length, left };
  }

  /**
   * However long it takes, all of it can be taken back until the seconds after its end: a run that is slower than was reckoned moves
   * that moment on, and the news of what was moved waits as long.
   */
  private async keepWayBack(bulk: Bulk, left: number): Promise<void> {
    const { orm, clock, config } = this.parts;
    if (bulk.state !== 'RUNNING' || !bulk.undoUntil) return;
    const now = clock.now();
    const after = (perItem: number): Date => new Date(now.getTime() + config.undoSeconds * 1000 + left * perItem);
    if (after(PER_ITEM_MS) <= bulk.undoUntil) return;
    const until = after(SLOW_ITEM_MS);
    await transaction(orm, SYSTEM, async (em) => {
      await holdNews(em, bulk, now, until);
      await rowsOf(em).updateTable('bulk_move').set({ undo_until: until }).where('id', '=', bulk.id).where('state', '=', 'RUNNING').execute();
    });
    bulk.undoUntil = until;
  }

  private async left({ id }: Bulk): Promise<number> {
    const { count } = await rowsFor(this.parts.orm, SYSTEM).selectFrom('bulk_move_item').where('bulk_move_id', '=', id).where('outcome', '=', 'READY').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    return Number(count);
  }

  /** A job's daily round. */
  static async forget(orm: Orm, now: Date): Promise<number> {
    const rows = rowsFor(orm, SYSTEM);
    const { numDeletedRows } = await rows.deleteFrom('bulk_move').where((eb) => eb.or([
      eb.and([eb('state', '=', 'PREVIEW'), eb('created_at', '<', daysBefore(now, FORGET_PREVIEW_DAYS))]), eb('created_at', '<', daysBefore(now, FORGET_DAYS)),
    ])).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  private async read(id: string): Promise<Bulk | null> {
    const row = await rowsFor(this.parts.orm, SYSTEM).selectFrom('bulk_move').where('id', '=', id).select(['id', 'account', 'asked', 'state', 'undo_until as undoUntil']).executeTakeFirst();
    return row ? { ...row, undoUntil: row.undoUntil ?? null } : null;
  }

  private async next({ id, state }: Bulk): Promise<Item[]> {
    const rows = await rowsFor(this.parts.orm, SYSTEM).selectFrom('bulk_move_item').where('bulk_move_id', '=', id)
      .$if(state === 'RUNNING', (query) => query.where('outcome', '=', 'READY'))
      // What could not be taken back says why, and is not tried again.
      .$if(state === 'UNDOING', (query) => query.where('outcome', '=', 'DONE').where('refusals', 'is', null))
      .select(['appeal_id as appealId', 'version', 'acceptance', 'version_after as versionAfter']).orderBy('position').limit(BATCH).execute();
    return rows.map((row) => ({ ...row, version: row.version ?? null, acceptance: row.acceptance ?? null, versionAfter: row.versionAfter ?? null }));
  }

  private moving(bulk: Bulk, mover: StaffActor | null): (item: Item) => Promise<unknown> {
    if (!mover) return () => Promise.reject(new Refusal('BULK_MOVER_GONE'));
    const { orm, reference, rules, vault, config } = this.parts;
    const desk = this.deskOf(bulk, mover, 'READY', 'DONE');
    const moderation = new ModerationService(orm, desk, reference, rules, vault);
    const forwarding = new ForwardingService(desk, reference, rules);
    const answering = new AnsweringService(orm, desk, reference, rules, config.filesPerLetter);
    const { asked } = bulk;
    return ({ appealId, version, acceptance }) => {
      const about = { id: appealId, version: version! };
      switch (asked.move) {
        case 'REGISTER': return moderation.register({ ...about, ...acceptance!, ...(asked.kind ? { kind: asked.kind } : {}) });
        case 'REJECT': return moderation.reject({ ...about, reason: asked.reason, text: asked.text });
        case 'REQUEST_CLARIFICATION': return moderation.requestClarification({ ...about, text: asked.text });
        case 'BEGIN': return answering.begin(about);
        case 'FORWARD_TO_DEPUTY': return forwarding.toDeputy({ ...about, deputyId: asked.deputyId, reason: asked.reason });
        case 'FORWARD_OUTSIDE': return forwarding.outside({ ...about, body: asked.body, text: asked.text });
        case 'EXTEND': return forwarding.extend({ ...about, days: asked.days, reason: asked.reason });
        case 'RETURN_TO_MODERATION': return forwarding.toModeration({ ...about, reason: asked.reason });
        case 'REOPEN_BY_STAFF': return forwarding.reopen({ ...about, reason: asked.reason });
      }
    };
  }

  private undoing(bulk: Bulk, mover: StaffActor | null): (item: Item) => Promise<unknown> {
    if (!mover) return () => Promise.reject(new Refusal('BULK_MOVER_GONE'));
    const undo = new UndoService(this.parts.orm, this.deskOf(bulk, mover, 'DONE', 'UNDONE'));
    return ({ appealId, versionAfter }) => undo.undo(appealId, versionAfter!);
  }

  /** A desk that writes the result of each item in the transaction of its move, or breaks that off when the item is not to be moved any more. */
  private deskOf({ id, undoUntil }: Bulk, mover: StaffActor, from: Outcome, to: Outcome): Desk {
    const { orm, clock, config } = this.parts;
    return new Desk(orm, mover, clock, config.undoSeconds, {
      undoUntil,
      note: async (em: Em, appeal) => {
        const { numUpdatedRows } = await rowsOf(em).updateTable('bulk_move_item').set({ outcome: to, version_after: appeal.version, at: clock.now() })
          .where('bulk_move_id', '=', id).where('appeal_id', '=', appeal.id).where('outcome', '=', from).executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) throw new Passed();
      },
    });
  }

  /** Whatever happens to one appeal is its own result; only a database that is away ends the job, which comes again. */
  private async attempt(bulk: Bulk, item: Item, make: (item: Item) => Promise<unknown>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await make(item);
        return;
      } catch (error) {
        if (error instanceof Passed) return;
        const refusals = refusalsOf(error);
        if (!refusals && tries < TRIES) continue;
        if (!refusals) this.parts.warn(error, item.appealId);
        await this.refused(bulk, item, refusals ?? [new Refusal('INTERNAL_SERVER_ERROR')]);
        return;
      }
    }
  }

  private async refused({ id, state }: Bulk, { appealId }: Item, refusals: readonly Refusal[]): Promise<void> {
    await rowsFor(this.parts.orm, SYSTEM).updateTable('bulk_move_item').set({
      ...(state === 'RUNNING' ? { outcome: 'REFUSED' as const, at: this.parts.clock.now() } : {}),
      refusals: jsonb(refusals.map(({ code, field, params }) => ({ code, field, params }))),
    }).where('bulk_move_id', '=', id).where('appeal_id', '=', appealId).where('outcome', '=', state === 'RUNNING' ? 'READY' : 'DONE').execute();
  }

  private async finish({ id, state }: Bulk): Promise<void> {
    await rowsFor(this.parts.orm, SYSTEM).updateTable('bulk_move').set({ state: state === 'RUNNING' ? 'DONE' : 'UNDONE', finished_at: this.parts.clock.now() })
      .where('id', '=', id).where('state', '=', state).execute();
  }
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);
