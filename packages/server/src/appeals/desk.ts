import { LockMode } from '@mikro-orm/core';
import { transaction } from '../db/acting.js';
import type { Em, Orm } from '../db/orm.js';
import { record, type Happened } from '../history/index.js';
import { isDeputySide, SYSTEM, type Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { conflict, Failure, forbidden, notFound, unauthenticated } from '../shared/failures.js';
import { asId, newId } from '../shared/ids.js';
import { addJob, type JobPayloads } from '../shared/jobs.js';
import { Refusal } from '../shared/refusal.js';
import { Appeal } from './appeal.entity.js';
import type { AppealMove } from './appeal.lifecycle.js';
import { tellOfChange } from './changes.js';
import { canRead, whyNot, type AppealFacts } from './appeals.policy.js';
import { Message } from './message.entity.js';
import { Question } from './question.entity.js';
import { isUndoable, photographed } from './undo.js';
import { UndoStep } from './undo-step.entity.js';

export const factsOf = (appeal: Appeal): AppealFacts => ({
  status: appeal.status, regionCode: appeal.region, deputyId: appeal.deputy ?? null, registeredOn: appeal.registeredOn ?? null,
  forwardedOutside: appeal.forwardedOutside, forwardedToId: appeal.forwardedTo ?? null,
});

/** With these a deputy lets an appeal out of the own sight, which the database's walls would refuse to whoever acts as that deputy. */
const LETS_GO: readonly AppealMove[] = ['RETURN_FORWARDED', 'RETURN_TO_MODERATION'];

/** Moves that people of the console are told of. */
const STAFF_NEWS: Partial<Record<AppealMove, JobPayloads['staff_news']['event']>> = {
  REGISTER: 'APPEAL_NEW', FORWARD_TO_DEPUTY: 'APPEAL_FORWARDED', REOPEN: 'APPEAL_REOPENED', REOPEN_BY_STAFF: 'APPEAL_REOPENED',
};

/** News of a move, handed to whoever makes it: what it tells goes out when the move cannot be taken back any more. */
export type Tell = (news: JobPayloads['appeal_news']['news'], messageId?: string) => Promise<void>;

/** What many moves that are one to the person have in common. */
export interface Together {
  /** Until when they can be taken back together, at least; null: each for itself. */
  readonly undoUntil: Date | null;
  /** Writes with a move, or with its undoing, in the same transaction, so that no crash comes between the two. */
  note(em: Em, appeal: Appeal): Promise<void>;
}

/**
 * How every move is made, whoever makes it: lock the appeal, check walls, right, version and table, let the entity change itself,
 * write history and tell the servers, all in one transaction. The lock makes two people at once a conflict for the second.
 */
export class Desk {
  /** @param undoSeconds how long a person's move can be taken back, in seconds; 0: not at all, and its news goes out at once */
  constructor(private readonly orm: Orm, readonly actor: Actor, readonly clock: Clock, private readonly undoSeconds = 0, readonly together: Together | null = null) {}

  async move(
    id: string, version: number, move: AppealMove,
    change: (appeal: Appeal, em: Em, at: Date, tell: Tell) => Promise<Pick<Happened, 'reason' | 'text'> | void>,
  ): Promise<string> {
    const scope = LETS_GO.includes(move) && this.actor.kind === 'STAFF' && isDeputySide(this.actor) ? SYSTEM : this.actor;
    await transaction(this.orm, scope, async (em) => {
      const appeal = await this.locked(em, id);
      const why = whyNot(this.actor, move, factsOf(appeal));
      // That it is never this actor's is a failure; that it can't be made now is said as a refusal.
      if (why === 'FORBIDDEN') throw forbidden();
      if (appeal.version !== version) throw conflict();
      if (why) throw new Refusal(why);
      const from = appeal.status;
      const at = this.clock.now();
      const step = this.undoSeconds > 0 && this.actor.kind === 'STAFF' && isUndoable(move) ? { id: newId(), account: this.actor.accountId, until: this.undoUntil(at) } : null;
      const before = step && await photographed(em, appeal);
      const held = step ? { undo: step.id } : {};
      const later = step ? { runAt: step.until } : {};
      const said = await change(appeal, em, at, async (news, messageId) => {
        await addJob(em, 'appeal_news', { appealId: appeal.id, news, ...(messageId ? { messageId } : {}), ...held }, later);
      });
      await em.flush();
      await record(em, appeal, this.actor, at, { event: 'MOVE', move, from, reason: said?.reason ?? null, text: said?.text ?? null });
      const event = STAFF_NEWS[move];
      if (event) await addJob(em, 'staff_news', { appealId: appeal.id, event, occasion: String(appeal.version), ...held }, later);
      if (step) await this.keepWayBack(em, appeal, move, step, before!, at);
      await tellOfChange(em, appeal, from, step);
      await this.together?.note(em, appeal);
    });
    return id;
  }

  private async keepWayBack(em: Em, appeal: Appeal, move: AppealMove, step: { id: string; account: string; until: Date }, before: UndoStep['before'], at: Date): Promise<void> {
    const known = new Set(before.questions.map(({ id }) => id));
    const questions = (await em.find(Question, { appeal: appeal.id })).map(({ id }) => id).filter((id) => !known.has(id));
    const messages = (await em.find(Message, { appeal: appeal.id, createdAt: at, account: step.account })).map(({ id }) => id);
    em.persist(em.create(UndoStep, { ...step, appeal: appeal.id, move, version: appeal.version, before, made: { questions, messages } }));
  }

  /** A job's move: false for an appeal that somebody changed at this moment; the next round looks again. */
  async tryMove(...args: Parameters<Desk['move']>): Promise<boolean> {
    try {
      await this.move(...args);
      return true;
    } catch (error) {
      if (error instanceof Refusal || (error instanceof Failure && error.code === 'CONFLICT')) return false;
      throw error;
    }
  }

  /** The appeal under a lock until the transaction ends; NOT_FOUND when it lies beyond the actor's walls. */
  async locked(em: Em, id: string): Promise<Appeal> {
    if (this.actor.kind === 'ANONYMOUS') throw unauthenticated();
    const appeal = await em.findOne(Appeal, asId(id), { lockMode: LockMode.PESSIMISTIC_WRITE });
    const ownAsApplicant = this.actor.kind === 'APPLICANT' && this.actor.appealId === id;
    if (!appeal || !(ownAsApplicant || canRead(this.actor, factsOf(appeal)))) throw notFound();
    return appeal;
  }

  private undoUntil(at: Date): Date {
    return new Date(Math.max(at.getTime() + this.undoSeconds * 1000, this.together?.undoUntil?.getTime() ?? 0));
  }
}
