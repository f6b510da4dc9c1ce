/** Roles of the console (product.md's words). */
export const ROLES = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE'] as const;
export type Role = (typeof ROLES)[number];

/** Whoever acts: a person of the console, an applicant with number and code, a job, or nobody known. */
export type Actor = StaffActor | { readonly kind: 'ANONYMOUS' } | { readonly kind: 'APPLICANT'; readonly appealId: string } | { readonly kind: 'SYSTEM' };

export interface StaffActor {
  readonly kind: 'STAFF';
  readonly accountId: string;
  readonly sessionId: string;
  /** When the session ends by itself; subscriptions end with it. */
  readonly sessionExpiresAt: Date;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** ISO codes of the regions of a moderator or coordinator; empty for everyone else. */
  readonly regions: readonly string[];
  /** The deputy whose appeals a deputy or aide works on. */
  readonly deputyId: string | null;
}

export const ANONYMOUS: Actor = { kind: 'ANONYMOUS' };
export const SYSTEM: Actor = { kind: 'SYSTEM' };

/** Administrator and analyst see the whole country. */
export const seesWholeCountry = (actor: StaffActor): boolean => actor.role === 'ADMINISTRATOR' || actor.role === 'ANALYST';

export const isDeputySide = (actor: StaffActor): boolean => actor.role === 'DEPUTY' || actor.role === 'AIDE';
