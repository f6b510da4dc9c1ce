import type { StaffActor } from '../shared/actor.js';
import { coversRegion } from '../shared/allow.js';

/** Those who answer for a region share views with it, and change what was shared. */
export const canShareViews = (actor: StaffActor, regionCode: string): boolean => (actor.role === 'COORDINATOR' || actor.role === 'ADMINISTRATOR') && coversRegion(actor, regionCode);

/** One's own, or shared with a region that one answers for. */
export const canChangeView = (actor: StaffActor, { account, regionCode }: { account: string; regionCode: string | null }): boolean =>
  regionCode === null ? actor.accountId === account : canShareViews(actor, regionCode);
