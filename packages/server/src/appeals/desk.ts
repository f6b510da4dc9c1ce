import { LockMode } from '@mikro-orm/core';
import { transaction } from '../db/acting.js';
import type { Em, Orm } from '../db/orm.js';
import { record, type Happened } from '../history/index.js';
import type { Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { conflict, Failure, forbidden, notFound, unauthenticated } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { Refusal } from '../shared/refusal.js';
import { Appeal } from './appeal.entity.js';
import { canMove, LIFECYCLE, type AppealMove } from './appeal.lifecycle.js';
import { tellOfChange } from './changes.js';
import { actorKindFor, canRead, type AppealFacts } from './appeals.policy.js';

export const factsOf = (appeal: Appeal): AppealFacts => ({
  status: appeal.status, regionCode: appeal.region, deputyId: appeal.deputy ?? null, registeredOn: appeal.registeredOn ?? null,
  forwardedOutside: appeal.forwardedOutside,
});

/**
 * How every move is made, whoever makes it: lock the appeal, check walls, right, version and table, let the entity change itself,
 * write history and tell the servers, all in one transaction. The lock makes two people at once a conflict for the second.
 */
export class Desk {
  constructor(private readonly orm: Orm, readonly actor: Actor, readonly clock: Clock) {}

  async move(
    id: string, version: number, move: AppealMove,
    change: (appeal: Appeal, em: Em, at: Date) => Promise<Pick<Happened, 'reason' | 'text'> | void>,
  ): Promise<string> {
    await transaction(this.orm, this.actor, async (em) => {
      const appeal = await this.locked(em, id);
      this.mayMove(appeal, move);
      if (appeal.version !== version) throw conflict();
      const kind = actorKindFor(this.actor, factsOf(appeal))!;
      if (!canMove(move, appeal.status, kind, appeal.forwardedOutside)) throw new Refusal('MOVE_NOT_ALLOWED');
      const from = appeal.status;
      const at = this.clock.now();
      const why = await change(appeal, em, at);
      await record(em, appeal, this.actor, at, { event: 'MOVE', move, from, reason: why?.reason ?? null, text: why?.text ?? null });
      await tellOfChange(em, appeal, from);
    });
    return id;
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

  /** FORBIDDEN tells that it is never this actor's move; that it can't be made now is said as a refusal. */
  private mayMove(appeal: Appeal, move: AppealMove): void {
    const kind = actorKindFor(this.actor, factsOf(appeal));
    if (kind === null || !LIFECYCLE.some((rule) => rule.move === move && rule.by.includes(kind))) throw forbidden();
  }
}
