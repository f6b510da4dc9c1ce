import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { Deputy } from '../deputies/deputy.entity.js';
import { ROLES } from '../shared/actor.js';
import { LOCALES } from '../shared/locale.js';

/** Where an invitation stands; EXPIRED follows from the clock and is stored nowhere. */
export const INVITATION_STATES = ['WAITING', 'ACCEPTED', 'EXPIRED', 'REVOKED'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

const InvitationSchema = defineEntity({
  name: 'Invitation',
  comment: 'An offer of an account by mail: expires, and can be accepted once',
  indexes: [{ properties: ['sentAt', 'id'] }, { properties: ['email'] }],
  properties: {
    id: id(),
    tokenHash: p.string().unique().comment('The token itself stands in the mail alone'),
    email: p.string().comment('In lower case'),
    name: p.string(),
    role: oneOf(ROLES),
    regions: p.array().comment('ISO codes'),
    deputy: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('restrict'),
    locale: oneOf(LOCALES).comment('The language of the letter and of the account'),
    invitedBy: p.string().comment('The account that answers for it; empty for what the system made').index(),
    invitedByName: p.string(),
    sentAt: instant(),
    expiresAt: instant(),
    acceptedAt: instant().nullable(),
    account: p.string().nullable().comment('The account that came of it'),
    revokedAt: instant().nullable(),
  },
});

/** An offer of an account. Its state changes by these methods alone. */
export class Invitation extends InvitationSchema.class {
  state(now: Date): InvitationState {
    if (this.acceptedAt) return 'ACCEPTED';
    if (this.revokedAt) return 'REVOKED';
    return this.expiresAt <= now ? 'EXPIRED' : 'WAITING';
  }

  /** A new token: the link of an earlier mail is worth nothing any more. */
  sendAgain(tokenHash: string, now: Date, expiresAt: Date): void {
    this.tokenHash = tokenHash;
    this.sentAt = now;
    this.expiresAt = expiresAt;
  }

  accept(account: string, now: Date): void {
    this.account = account;
    this.acceptedAt = now;
  }

  revoke(now: Date): void {
    this.revokedAt = now;
  }
}
InvitationSchema.setClass(Invitation);
export { InvitationSchema };
