import { LockMode } from '@mikro-orm/core';
import { record } from '../history/record.js';
import { announce } from '../shared/events.js';
import { conflict, forbidden, notFound, unauthenticated } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { Refusal } from '../shared/refusal.js';
import { Appeal } from './appeal.entity.js';
import { canMove, LIFECYCLE } from './appeal.lifecycle.js';
import { actorKindFor, canRead } from './appeals.policy.js';
export const factsOf = (appeal) => ({
    status: appeal.status, regionCode: appeal.region, deputyId: appeal.deputy ?? null, registeredOn: appeal.registeredOn ?? null,
    forwardedOutside: appeal.forwardedOutside,
});
/**
 * How every move is made, whoever makes it: lock the appeal, check walls, right, version and table, let the entity change itself,
 * write history and tell the servers, all in one transaction. The lock makes two people at once a conflict for the second.
 */
export class Desk {
    orm;
    actor;
    clock;
    constructor(orm, actor, clock) {
        this.orm = orm;
        this.actor = actor;
        this.clock = clock;
    }
    async move(id, version, move, change) {
        await this.orm.em.fork().transactional(async (em) => {
            const appeal = await this.locked(em, id);
            this.mayMove(appeal, move);
            if (appeal.version !== version)
                throw conflict();
            const kind = actorKindFor(this.actor, factsOf(appeal));
            if (!canMove(move, appeal.status, kind, appeal.forwardedOutside))
                throw new Refusal('MOVE_NOT_ALLOWED');
            const from = appeal.status;
            const at = this.clock.now();
            const why = await change(appeal, em, at);
            await record(em, appeal, this.actor, at, { event: 'MOVE', move, from, reason: why?.reason ?? null });
            await this.tell(em, appeal);
        });
        return id;
    }
    /** The appeal under a lock until the transaction ends; NOT_FOUND when it lies beyond the actor's walls. */
    async locked(em, id) {
        if (this.actor.kind === 'ANONYMOUS')
            throw unauthenticated();
        const appeal = await em.findOne(Appeal, asId(id), { lockMode: LockMode.PESSIMISTIC_WRITE });
        const ownAsApplicant = this.actor.kind === 'APPLICANT' && this.actor.appealId === id;
        if (!appeal || !(ownAsApplicant || canRead(this.actor, factsOf(appeal))))
            throw notFound();
        return appeal;
    }
    tell(em, appeal) {
        return announce(em, { kind: 'appeal.changed', id: appeal.id, regionCode: appeal.region, deputyId: appeal.deputy ?? null });
    }
    /** FORBIDDEN tells that it is never this actor's move; that it can't be made now is said as a refusal. */
    mayMove(appeal, move) {
        const kind = actorKindFor(this.actor, factsOf(appeal));
        if (kind === null || !LIFECYCLE.some((rule) => rule.move === move && rule.by.includes(kind)))
            throw forbidden();
    }
}
