import type { Role } from '../../gql/schema';
import type { Viewer } from '../../lib/session/viewer';
import type { IconName } from '../../ui/icons';
import type { messages } from '../messages';

type Key = keyof (typeof messages)['ru'];

/** A place in the rail. `waiting` is the number on its badge, said in words by `badge`. */
export interface Place {
  to: '/' | '/queue' | '/inbox' | '/appeals' | '/feedback' | '/rating' | '/rating/me' | '/deputies' | '/templates' | '/promises' | '/rollout' | '/outbox' | '/accounts' | '/partners' | '/personal-data' | '/suggestions' | '/deadlines';
  icon: IconName;
  label: Key;
  badge?: Key;
  waiting?: (attention: Viewer['attention']) => number;
  /** Pages below other addresses that belong to this place, and only pages at its own address otherwise. */
  owns?: '/appeals/$id';
  exact?: true;
}

const START: Place = { to: '/', icon: 'today', label: 'place.start' };
const QUEUE: Place = { to: '/queue', icon: 'queue', label: 'place.queue', badge: 'badge.queue', waiting: (a) => a.submitted };
const INBOX: Place = { to: '/inbox', icon: 'inbox', label: 'place.inbox', badge: 'badge.inbox', waiting: (a) => a.registered + a.reopened, owns: '/appeals/$id' };
const APPEALS: Place = { to: '/appeals', icon: 'appeals', label: 'place.appeals' };
/** A deputy works from the inbox: there an appeal's page belongs. */
const ALL_APPEALS: Place = { ...APPEALS, exact: true };
const FEEDBACK: Place = { to: '/feedback', icon: 'feedback', label: 'place.feedback', badge: 'badge.feedback', waiting: (a) => a.comments };
const RATING: Place = { to: '/rating', icon: 'rating', label: 'place.rating' };
const OWN_RATING: Place = { to: '/rating/me', icon: 'rating', label: 'place.ownRating' };
const DEPUTIES: Place = { to: '/deputies', icon: 'deputies', label: 'place.deputies' };
const PROMISES: Place = { to: '/promises', icon: 'clock', label: 'place.promises' };
const TEMPLATES: Place = { to: '/templates', icon: 'copy', label: 'place.templates' };
const DEADLINES: Place = { to: '/deadlines', icon: 'today', label: 'place.deadlines' };
const ROLLOUT: Place = { to: '/rollout', icon: 'rollout', label: 'place.rollout' };
const ACCOUNTS: Place = { to: '/accounts', icon: 'people', label: 'place.accounts' };
const OUTBOX: Place = { to: '/outbox', icon: 'outbox', label: 'place.outbox', badge: 'badge.outbox', waiting: (a) => a.mailFailed };
const PARTNERS: Place = { to: '/partners', icon: 'partners', label: 'place.partners' };

const SUGGESTIONS: Place = { to: '/suggestions', icon: 'hint', label: 'place.suggestions' };
const PERSONAL_DATA: Place = { to: '/personal-data', icon: 'lock', label: 'place.personalData' };

/** A person's own few places, the most needed first: on a phone the first ones stand in the bar, the rest under «Ещё». */
export const PLACES: Record<Role, readonly Place[]> = {
  MODERATOR: [START, QUEUE, APPEALS, FEEDBACK, DEPUTIES, SUGGESTIONS],
  COORDINATOR: [START, APPEALS, DEADLINES, FEEDBACK, RATING, DEPUTIES, QUEUE, PROMISES, TEMPLATES, ACCOUNTS, SUGGESTIONS],
  ADMINISTRATOR: [START, QUEUE, APPEALS, DEADLINES, FEEDBACK, RATING, DEPUTIES, PROMISES, TEMPLATES, ROLLOUT, ACCOUNTS, PARTNERS, OUTBOX, PERSONAL_DATA, SUGGESTIONS],
  ANALYST: [START, APPEALS, DEADLINES, FEEDBACK, RATING, DEPUTIES, ROLLOUT, PERSONAL_DATA, SUGGESTIONS],
  DEPUTY: [START, INBOX, FEEDBACK, OWN_RATING, ALL_APPEALS, PROMISES, TEMPLATES],
  AIDE: [START, INBOX, FEEDBACK, OWN_RATING, ALL_APPEALS, PROMISES, TEMPLATES],
};
