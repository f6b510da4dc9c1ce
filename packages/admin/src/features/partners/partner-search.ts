import type { DeliveryState, PartnerKeyState, PartnerScope, WebhookEvent } from '../../gql/schema';
import type { Tone } from '../../ui/tone';

export const TABS = ['keys', 'usage', 'webhooks'] as const;
export type Tab = (typeof TABS)[number];
/** How many days back the usage is shown; in the address as words. */
export const SPANS = ['7', '30', '90'] as const;
export type Span = (typeof SPANS)[number];
export const DELIVERY_STATES = ['WAITING', 'DELIVERED', 'FAILED'] as const satisfies readonly DeliveryState[];
export const DELIVERY_TONE: Record<DeliveryState, Tone> = { WAITING: 'waiting', DELIVERED: 'good', FAILED: 'danger' };
export const KEY_TONE: Record<PartnerKeyState, Tone> = { ACTIVE: 'good', ROTATED: 'warning', EXPIRED: 'quiet', REVOKED: 'quiet' };

/** Scopes in the order of the form, each with the words that the API itself uses. */
export const SCOPES = {
  APPEALS_SUBMIT: 'appeals:submit',
  APPEALS_TRACK: 'appeals:track',
  DIRECTORY_READ: 'directory:read',
  STATISTICS_READ: 'statistics:read',
  PROJECTS_READ: 'projects:read',
  PROJECTS_REPORT: 'projects:report',
} as const satisfies Record<PartnerScope, string>;
export const SCOPE_LIST = Object.keys(SCOPES) as PartnerScope[];

/** What a webhook may ask for; PING comes by itself when the connection is tried. */
export const EVENTS = [
  'APPEAL_REGISTERED',
  'APPEAL_REJECTED',
  'APPEAL_CLARIFICATION_REQUESTED',
  'APPEAL_FORWARDED',
  'APPEAL_ANSWERED',
  'APPEAL_CLOSED',
  'APPEAL_WITHDRAWN',
] as const satisfies readonly WebhookEvent[];

/** The address of a partner's page. */
export interface PartnerSearch {
  tab?: Tab;
  days?: Span;
  /** The webhook whose deliveries are listed. */
  webhook?: string;
  state?: DeliveryState;
  after?: string;
  page?: number;
}

/** A key that still opens the door. */
export const isInUse = ({ state }: { state: PartnerKeyState }): boolean => state === 'ACTIVE' || state === 'ROTATED';
