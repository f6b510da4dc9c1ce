import type { Actor } from '../shared/actor.js';

/**
 * What the policies of the tables (policies.ts) are told of whoever acts, in the order of `ACTING`: who it is (a role of the console
 * or the kind of any other actor), the regions, the deputy, the appeal, the partner. Text, empty where the actor has none.
 */
export type Scope = readonly [as: string, regions: string, deputy: string, appeal: string, partner: string];

const SETTINGS = ['as', 'regions', 'deputy', 'appeal', 'partner'] as const;

/** Sets the scope for the transaction that it stands in; all of it, so that nothing of an earlier one is left. */
export const ACTING = {
  name: 'acting',
  text: `select ${SETTINGS.map((setting, i) => `set_config('acting.${setting}', $${i + 1}, true)`).join(', ')}`,
};

/** How far the actor may see into the tables. */
export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case 'STAFF': return [actor.role, actor.regions.join(' '), actor.deputyId ?? '', '', ''];
    case 'APPLICANT': return [actor.kind, '', '', actor.appealId, ''];
    case 'PARTNER': return [actor.kind, '', '', '', actor.partnerId];
    case 'UNSECURED': return ['ANONYMOUS', '', '', '', ''];
    case 'SYSTEM':
    case 'ANONYMOUS': return [actor.kind, '', '', '', ''];
  }
}
