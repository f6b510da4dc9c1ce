import { maxExtension, type Day, type DeadlinePolicy } from './deadline.js';
import { Refusal } from '../shared/refusal.js';

/** A deputy whom an appeal could be given to. */
interface Receiver {
  readonly id: string;
  readonly region_code: string;
}

/** What of an appeal decides whom it can be given to. */
interface Given {
  readonly region: string;
  readonly deputy: string | null;
  readonly aboutDeputy: string | null;
}

/** Why an appeal of this region cannot be accepted for the deputy. */
export function addresseeRefusal(to: Receiver | null | undefined, region: string, field = 'deputyId'): Refusal | null {
  if (!to) return new Refusal('DEPUTY_UNKNOWN', field);
  return to.region_code === region ? null : new Refusal('DEPUTY_NOT_IN_REGION', field);
}

/** Why an appeal cannot be forwarded to the deputy. */
export function forwardingRefusal(to: Receiver | null | undefined, { region, deputy, aboutDeputy }: Given, field = 'deputyId'): Refusal | null {
  const refusal = addresseeRefusal(to, region, field);
  if (refusal) return refusal;
  if (to!.id === deputy) return new Refusal('DEPUTY_IS_THE_SAME', field);
  return to!.id === aboutDeputy ? new Refusal('COMPLAINT_TO_ITS_SUBJECT', field) : null;
}

/** Why a deadline cannot be extended by so many days: once, in time, and by at most the policy's days (art. 12.2). */
export function extensionRefusals(days: number, { dueOn, extensionDays }: { dueOn: Day; extensionDays: number }, policy: DeadlinePolicy, today: Day, field = 'days'): Refusal[] {
  const refusals: Refusal[] = [];
  const most = maxExtension(policy, extensionDays);
  if (most === 0) refusals.push(new Refusal('EXTENDED_ALREADY', field));
  else if (days < 1 || days > most) refusals.push(new Refusal('EXTENSION_TOO_LONG', field, { max: most }));
  // A deadline that has passed would be mended after the fact.
  if (today > dueOn) refusals.push(new Refusal('EXTENSION_TOO_LATE'));
  return refusals;
}
