/** Roles of the console (product.md's words). */
export const ROLES = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE'] as const;
export type Role = (typeof ROLES)[number];

/** What a partner's key may do; on paper `APPEALS_SUBMIT` is written `appeals:submit`. */
export const PARTNER_SCOPES = ['APPEALS_SUBMIT', 'APPEALS_TRACK', 'DIRECTORY_READ', 'STATISTICS_READ', 'PROJECTS_READ', 'PROJECTS_REPORT'] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];

/** Whoever acts: a person of the console, a partner's app, an applicant with number and code, a job, or nobody known. */
export type Actor =
  | StaffActor | PartnerActor | UnsecuredActor
  | { readonly kind: 'ANONYMOUS' } | { readonly kind: 'APPLICANT'; readonly appealId: string } | { readonly kind: 'SYSTEM' };

export interface PartnerActor {
  readonly kind: 'PARTNER';
  readonly partnerId: string;
  readonly keyId: string;
  /** The partner's name, as it stands in the history. */
  readonly name: string;
  readonly scopes: readonly PartnerScope[];
  /** Units of query cost that the partner may spend in one minute and in one day (UTC), over all its keys. */
  readonly costPerMinute: number;
  readonly costPerDay: number;
  /** When the key stops working by itself; subscriptions end with it. */
  readonly keyExpiresAt: Date | null;
}

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
  /** Whether an aide may sign answers in the deputy's name, the setting AIDE_MAY_SIGN; left out means no. */
  readonly signsForDeputy?: boolean;
  /** Whether the account has a second factor; left out means no. */
  readonly twoFactorEnabled?: boolean;
}

/**
 * Someone who signed in without the second factor that a setting asks of the role. Being no STAFF, this person has no right
 * but to see who they are and to set the factor up, whatever a policy forgets.
 */
export interface UnsecuredActor extends Omit<StaffActor, 'kind'> {
  readonly kind: 'UNSECURED';
}

/** Whoever has a session of an active account. */
export type SignedIn = StaffActor | UnsecuredActor;

export const ANONYMOUS: Actor = { kind: 'ANONYMOUS' };
export const SYSTEM: Actor = { kind: 'SYSTEM' };

/** Administrator and analyst see the whole country. */
export const seesWholeCountry = (actor: Pick<StaffActor, 'role'>): boolean => actor.role === 'ADMINISTRATOR' || actor.role === 'ANALYST';

export const isDeputySide = (actor: StaffActor): boolean => actor.role === 'DEPUTY' || actor.role === 'AIDE';
