import type { AppealStatus } from '../appeals/appeal.lifecycle.js';

/** What a webhook can be told; PING is a trial that an administrator sends. */
export const WEBHOOK_EVENTS = [
  'APPEAL_REGISTERED', 'APPEAL_REJECTED', 'APPEAL_CLARIFICATION_REQUESTED', 'APPEAL_FORWARDED', 'APPEAL_ANSWERED', 'APPEAL_CLOSED', 'APPEAL_WITHDRAWN', 'PING',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** WAITING: to be sent now or again. FAILED: the last attempt failed too; it can be sent again by hand. */
export const DELIVERY_STATES = ['WAITING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The event that an appeal's new status is; the other statuses are no news for a partner. */
export const EVENT_OF_STATUS: Readonly<Partial<Record<AppealStatus, WebhookEvent>>> = {
  REGISTERED: 'APPEAL_REGISTERED', REJECTED: 'APPEAL_REJECTED', CLARIFICATION: 'APPEAL_CLARIFICATION_REQUESTED', FORWARDED: 'APPEAL_FORWARDED',
  ANSWERED: 'APPEAL_ANSWERED', CLOSED: 'APPEAL_CLOSED', WITHDRAWN: 'APPEAL_WITHDRAWN',
};

/** `type` of the body: appeal.clarification_requested. */
export const typeOf = (event: WebhookEvent): string => event.toLowerCase().replace('_', '.');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Pauses before the second, third … attempt: ten attempts within 75 hours and 35 minutes, as the Standard Webhooks specification proposes. */
export const RETRY_AFTER_MS: readonly number[] = [
  5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR,
];
export const MAX_ATTEMPTS = RETRY_AFTER_MS.length + 1;
