import {
  answerDeadline, feedbackWindowEnd, registrationDay, registrationDeadline, type DeadlineRules, type PolicyRow,
} from '../appeals/index.js';
import type { Day } from '../shared/day.js';
import type { LocalMinute, LocalTime } from './local-time.js';

/** The product's own deadlines, each reckoned once: tens of thousands of appeals share a few hundred days. */
export class Deadlines {
  private readonly days = new Map<string, Day>();
  private readonly policies = new Map<string, PolicyRow>();

  constructor(readonly rules: DeadlineRules) {}

  policyFor(regionCode: string, on: Day): PolicyRow {
    const key = `${regionCode} ${on}`;
    let policy = this.policies.get(key);
    if (!policy) this.policies.set(key, (policy = this.rules.policyFor(regionCode, on)));
    return policy;
  }

  /** The working day on which a receipt of this moment counts; the whole hour shares it. */
  receiptDay(at: LocalMinute, time: LocalTime, policy: PolicyRow): Day {
    const hour = Math.floor(at / 60);
    return this.once(`receipt ${policy.id} ${time.timeZone} ${hour}`, () =>
      registrationDay(time.instant(hour * 60), time.timeZone, this.rules.calendar, policy.terms));
  }

  registerBy(receivedOn: Day, { id, terms }: PolicyRow): Day {
    return this.once(`register ${id} ${receivedOn}`, () => registrationDeadline(receivedOn, terms, this.rules.calendar).dueOn);
  }

  answerDue(registeredOn: Day, extensionDays: number, { id, terms: policy }: PolicyRow): Day {
    return this.once(`answer ${id} ${registeredOn} ${extensionDays}`, () =>
      answerDeadline({ registeredOn, policy, calendar: this.rules.calendar, extensionDays, pausedDays: 0 }).dueOn);
  }

  feedbackUntil(answeredOn: Day, { id, terms }: PolicyRow): Day {
    return this.once(`feedback ${id} ${answeredOn}`, () => feedbackWindowEnd(answeredOn, terms).dueOn);
  }

  private once(key: string, reckon: () => Day): Day {
    let day = this.days.get(key);
    if (day === undefined) this.days.set(key, (day = reckon()));
    return day;
  }
}
