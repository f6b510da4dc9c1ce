import { transaction } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import { allow, staff } from '../shared/allow.js';
import { conflict } from '../shared/failures.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import { canMarkUrgent, canModerate } from './appeals.policy.js';
import { tellConsole } from './changes.js';
import { factsOf, type Desk } from './desk.js';
import { LIMITS } from './limits.js';
import type { MarkUrgentInput } from './urgency.inputs.js';

/** The urgent mark as people set it: what stands first in the queue is for a person to say in the end, and no reading of the letter says otherwise again. */
export class UrgencyService {
  constructor(private readonly orm: Orm, private readonly desk: Desk) {}

  /** Sets or removes the mark, with a reason for the record. It moves nothing: the status stays, and nobody outside the console is told. */
  async mark(input: MarkUrgentInput): Promise<string> {
    const actor = staff(this.desk.actor);
    await transaction(this.orm, actor, async (em) => {
      const appeal = await this.desk.locked(em, input.id);
      allow(canModerate(actor, factsOf(appeal)));
      if (appeal.version !== input.version) throw conflict();
      if (!canMarkUrgent(actor, factsOf(appeal))) throw new Refusal('MOVE_NOT_ALLOWED');
      const refusals: Refusal[] = [];
      const reason = checkText(input.reason, { field: 'reason', max: LIMITS.reason, empty: 'REASON_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
      if (appeal.urgent === input.urgent) refusals.push(new Refusal(input.urgent ? 'URGENT_ALREADY' : 'NOT_URGENT_ALREADY'));
      refuse(refusals);
      appeal.markUrgent(input.urgent);
      await em.flush();
      await record(em, appeal, actor, this.desk.clock.now(), { event: input.urgent ? 'MARKED_URGENT' : 'URGENCY_REMOVED', text: reason });
      await tellConsole(em, appeal);
    });
    return input.id;
  }
}
