import { seesWholeCountry, isDeputySide, type Actor } from '../shared/actor.js';

/**
 * What the walls of the database (walls/policies.ts) are told of whoever acts, in the order of `ACTING`: a role of the console or the
 * kind of any other actor, how far that one sees, and where: regions, deputy, appeal, partner; and whose own things are theirs: account. Text,
 * empty where the actor has none.
 */
export type Scope = readonly [as: string, sees: Sight, regions: string, deputy: string, appeal: string, partner: string, account: string];

/** How far an actor sees; every other word, and none at all, means nothing. */
export type Sight = 'ALL' | 'REGIONS' | 'DEPUTY' | 'APPEAL' | 'PARTNER' | 'NOTHING';

const SETTINGS = ['as', 'sees', 'regions', 'deputy', 'appeal', 'partner', 'account'] as const;

/** Sets the scope for the transaction that it stands in; all of it, so that nothing of an earlier one is left. */
export const ACTING = {
  name: 'acting',
  text: `select ${SETTINGS.map((setting, i) => `set_config('acting.${setting}', $${i + 1}, true)`).join(', ')}`,
};

/** How far the actor may see into the tables. */
export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case 'STAFF': {
      const sees = seesWholeCountry(actor) ? 'ALL' : isDeputySide(actor) ? 'DEPUTY' : 'REGIONS';
      return [actor.role, sees, sees === 'REGIONS' ? actor.regions.join(' ') : '', sees === 'DEPUTY' ? actor.deputyId ?? '' : '', '', '', actor.accountId];
    }
    case 'APPLICANT': return [actor.kind, 'APPEAL', '', '', actor.appealId, '', ''];
    case 'PARTNER': return [actor.kind, 'PARTNER', '', '', '', actor.partnerId, ''];
    case 'SYSTEM': return [actor.kind, 'ALL', '', '', '', '', ''];
    case 'UNSECURED':
    case 'ANONYMOUS': return ['ANONYMOUS', 'NOTHING', '', '', '', '', ''];
  }
}
