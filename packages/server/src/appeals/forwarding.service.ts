import { rowsOf } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import { asId } from '../shared/ids.js';
import { ratingSoon } from '../shared/jobs.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import type { Appeal } from './appeal.entity.js';
import type { ExtendAppealInput, ForwardOutsideInput, ForwardToDeputyInput, ReasonedMoveInput } from './moves.inputs.js';
import type { MoveInput } from './move.input.js';
import { answerDeadline, localDay, registrationDay, registrationDeadline, type Day } from './deadline.js';
import type { DeadlineRules } from './deadline-rules.js';
import type { Desk } from './desk.js';
import { LIMITS } from './limits.js';
import { extensionRefusals, forwardingRefusal } from './move-checks.js';
import { writeMessage } from './messages.js';
import { Question } from './question.entity.js';
import { reopened } from './reopening.js';
import { addresseeOf } from './submission.service.js';

/** Where a registered appeal goes when it is not simply answered: to another deputy, outside, back to moderation, on for longer, open again. */
export class ForwardingService {
  constructor(private readonly desk: Desk, private readonly reference: Reference, private readonly rules: DeadlineRules) {}

  /** Offers it to another deputy of the region; until that one accepts, it stays in the sender's count (rules §1). */
  toDeputy(input: ForwardToDeputyInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'FORWARD_TO_DEPUTY', async (appeal, em, at) => {
      const refusals: Refusal[] = [];
      const reason = words(input.reason, 'reason', refusals);
      const to = await addresseeOf(rowsOf(em), asId(input.deputyId, 'deputyId'));
      const misgiven = forwardingRefusal(to, { region: appeal.region, deputy: appeal.deputy ?? null, aboutDeputy: appeal.aboutDeputy ?? null });
      if (misgiven) refusals.push(misgiven);
      refuse(refusals);
      appeal.forwardTo({ deputy: to!.id, mandate: to!.mandate_id }, at);
      return { text: reason };
    });
  }

  accept(input: MoveInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'ACCEPT_FORWARDED', async (appeal, em, at, tell) => {
      appeal.acceptForwarded(at);
      await tell('DEPUTY_CHANGED');
      await ratingSoon(em, at);
    });
  }

  giveBack(input: ReasonedMoveInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'RETURN_FORWARDED', (appeal, _em, at) => {
      const reason = reasonOf(input);
      appeal.returnForwarded(at);
      return Promise.resolve({ text: reason });
    });
  }

  /** The competent body answers; the applicant is told which one, in words of whoever sends it there. */
  outside(input: ForwardOutsideInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'FORWARD_OUTSIDE', async (appeal, em, at, tell) => {
      const refusals: Refusal[] = [];
      const body = checkText(input.body, { field: 'body', max: LIMITS.name, empty: 'BODY_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals).replace(/\s+/g, ' ');
      const text = words(input.text, 'text', refusals);
      refuse(refusals);
      appeal.forwardOutside(body, at);
      for (const question of await em.find(Question, { appeal: appeal.id })) question.result = 'FORWARDED';
      await tell('FORWARDED_OUTSIDE', writeMessage(this.desk, em, appeal, 'FORWARDED_OUTSIDE', text, at).id);
      await ratingSoon(em, at);
    });
  }

  toModeration(input: ReasonedMoveInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'RETURN_TO_MODERATION', async (appeal, em, at) => {
      const reason = reasonOf(input);
      const policy = this.rules.policy(appeal.policy);
      const on = registrationDay(at, this.reference.timeZone(appeal.region), this.rules.calendar, policy);
      // What nobody has answered yet is found anew; results that were given stay.
      await em.nativeDelete(Question, { appeal: appeal.id, result: null });
      appeal.returnToModeration(registrationDeadline(on, policy, this.rules.calendar).dueOn, at);
      await ratingSoon(em, at);
      return { text: reason };
    });
  }

  /** Once, while it is in time, by at most the policy's days, and the applicant is told why (art. 12.2). */
  extend(input: ExtendAppealInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'EXTEND', async (appeal, em, at, tell) => {
      const policy = this.rules.policy(appeal.policy);
      const refusals = extensionRefusals(input.days, { dueOn: appeal.dueOn!, extensionDays: appeal.extensionDays }, policy, this.today(appeal, at));
      const text = words(input.reason, 'reason', refusals);
      refuse(refusals);
      const { dueOn } = answerDeadline({
        registeredOn: appeal.reopenedOn ?? appeal.registeredOn!, policy, calendar: this.rules.calendar, pausedDays: appeal.pausedDays, extensionDays: input.days,
      });
      appeal.extend(input.days, dueOn, at);
      await tell('EXTENDED', writeMessage(this.desk, em, appeal, 'EXTENSION', text, at).id);
      await ratingSoon(em, at);
      return { text };
    });
  }

  /** A named move of those who answer for the region, without the applicant's limits. */
  reopen(input: ReasonedMoveInput): Promise<string> {
    return this.desk.move(input.id, input.version, 'REOPEN_BY_STAFF', async (appeal, em, at, tell) => {
      const reason = reasonOf(input);
      const policy = this.rules.policy(appeal.policy);
      reopened(appeal, 'REOPEN_BY_STAFF', this.today(appeal, at), policy, this.rules.calendar, at);
      await tell('REOPENED');
      await ratingSoon(em, at);
      return { text: reason };
    });
  }

  private today(appeal: Appeal, at: Date): Day {
    return localDay(at, this.reference.timeZone(appeal.region));
  }
}

const words = (text: string, field: string, refusals: Refusal[]): string =>
  checkText(text, { field, max: LIMITS.reason, empty: field === 'reason' ? 'REASON_EMPTY' : 'TEXT_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);

function reasonOf({ reason }: ReasonedMoveInput): string {
  const refusals: Refusal[] = [];
  const text = words(reason, 'reason', refusals);
  refuse(refusals);
  return text;
}
