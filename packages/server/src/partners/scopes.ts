import type { PartnerScope } from '../shared/actor.js';

/** On paper: APPEALS_SUBMIT is written `appeals:submit`. */
export const scopeOnPaper = (scope: PartnerScope): string => scope.toLowerCase().replace('_', ':');

/**
 * What each root field asks of a key; an empty list: every key may. A root field that does not stand here is refused to
 * every key, so a new field is closed to partners until somebody opens it. PROJECTS_READ and PROJECTS_REPORT open nothing
 * yet: they wait for the national projects.
 */
export const SCOPES_OF: Readonly<Record<string, readonly PartnerScope[]>> = {
  'Query.__schema': [], 'Query.__type': [], 'Query.__typename': [], 'Mutation.__typename': [], 'Subscription.__typename': [],
  'Query.about': [],
  'Query.viewerPartner': [],
  'Query.regions': ['DIRECTORY_READ'],
  'Query.topics': ['DIRECTORY_READ'],
  'Query.bodies': ['DIRECTORY_READ'],
  'Query.deputies': ['DIRECTORY_READ'],
  'Query.deputy': ['DIRECTORY_READ'],
  'Query.rollout': ['STATISTICS_READ'],
  'Query.trackAppeal': ['APPEALS_TRACK'],
  'Query.submittedAppeals': ['APPEALS_TRACK'],
  'Subscription.submittedAppealChanged': ['APPEALS_TRACK'],
  'Mutation.submitAppeal': ['APPEALS_SUBMIT'],
  // What the applicant does next in the partner's app; the payload is the appeal as it is tracked.
  'Mutation.clarifyAppeal': ['APPEALS_SUBMIT', 'APPEALS_TRACK'],
  'Mutation.withdrawAppeal': ['APPEALS_SUBMIT', 'APPEALS_TRACK'],
  'Mutation.reopenAppeal': ['APPEALS_SUBMIT', 'APPEALS_TRACK'],
};

/** What is missing for a root field: a scope, or null as `scope` where no scope opens it; undefined when nothing is. */
export function missingFor(rootField: string, scopes: readonly PartnerScope[]): { scope: PartnerScope | null } | undefined {
  const needed = Object.hasOwn(SCOPES_OF, rootField) ? SCOPES_OF[rootField]! : null;
  if (needed === null) return { scope: null };
  const missing = needed.find((scope) => !scopes.includes(scope));
  return missing === undefined ? undefined : { scope: missing };
}
