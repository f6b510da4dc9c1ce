import { LockMode } from '@mikro-orm/core';
import { randomBytes } from 'node:crypto';
import { transaction } from '../db/acting.js';
import type { Em, Orm } from '../db/orm.js';
import { accountStream, recordIn, type Happened } from '../history/index.js';
import { SYSTEM, type Actor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { badInput, notFound } from '../shared/failures.js';
import { asId, hashOf } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import type { Locale } from '../shared/locale.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import type { AcceptInvitationInput, InviteAccountInput } from './account.inputs.js';
import { checkRegions, checkScope, deputyRegionOf } from './account-scope.js';
import type { AccountsService } from './accounts.service.js';
import { canGrant, canSeeScope, type ScopeFacts } from './accounts.policy.js';
import { checkEmail } from './email.js';
import { Invitation, type InvitationState } from './invitation.entity.js';
import { REASON_OF_STATE } from './invitation.reasons.js';
import { accountIdByEmail } from './invitations.rows.js';

const VALID_DAYS = 7;
const DAY_MS = 86_400_000;
/** Characters of a person's name. */
export const MAX_NAME = 200;

const newToken = (): string => randomBytes(24).toString('base64url');

/** Offers of accounts: who may make them, and how one becomes an account, once. */
export class InvitationsService {
  constructor(
    private readonly orm: Orm, private readonly accounts: AccountsService, private readonly clock: Clock, private readonly actor: Actor,
    private readonly locale: Locale,
  ) {}

  /**
   * Offers an account and sends the letter, in one transaction.
   * @throws FORBIDDEN; {Refusal} EMAIL_INVALID, NAME_EMPTY, ACCOUNT_EXISTS, INVITATION_WAITING, DEPUTY_UNKNOWN, REGION_UNKNOWN and those of `checkScope`
   */
  async invite(input: InviteAccountInput): Promise<string> {
    const inviter = staff(this.actor);
    const refusals: Refusal[] = [];
    const email = checkEmail(input.email, 'email', refusals);
    const name = checkText(input.name, { field: 'name', max: MAX_NAME, empty: 'PERSON_NAME_EMPTY', tooLong: 'NAME_TOO_LONG' }, refusals);
    const scope = { role: input.role, regions: [...new Set(input.regionCodes ?? [])], deputyId: input.deputyId ?? null };
    return transaction(this.orm, this.actor, async (em) => {
      const deputyRegion = await deputyRegionOf(em, scope.deputyId);
      allow(canGrant(inviter, { ...scope, deputyRegion }));
      refuse(refusals);
      checkScope(scope);
      await checkRegions(em, scope.regions);
      const now = this.clock.now();
      await this.isFree(em, email, now);
      const token = newToken();
      const invitation = em.create(Invitation, {
        tokenHash: hashOf(token), email, name, role: scope.role, regions: scope.regions, deputy: scope.deputyId, locale: this.locale,
        invitedBy: inviter.accountId, invitedByName: inviter.name, sentAt: now, expiresAt: this.expiry(now),
      });
      await em.flush();
      await this.record(em, invitation.id, { event: 'ACCOUNT_INVITED', text: [scope.role, ...scope.regions, scope.deputyId ?? ''].join(' ').trim() });
      await addJob(em, 'account_mail', { mail: 'INVITATION', invitationId: invitation.id, token });
      return invitation.id;
    });
  }

  /** A new link, valid for seven days from now; the old one ends. Also for one that expired. @throws NOT_FOUND, FORBIDDEN; {Refusal} INVITATION_NOT_WAITING */
  async sendAgain(id: string): Promise<string> {
    await transaction(this.orm, this.actor, async (em) => {
      const { invitation, now } = await this.own(em, id);
      const state = invitation.state(now);
      if (state === 'ACCEPTED' || state === 'REVOKED') throw new Refusal('INVITATION_NOT_WAITING', 'id');
      if (await accountIdByEmail(em, invitation.email)) throw new Refusal('ACCOUNT_EXISTS', 'id');
      const token = newToken();
      invitation.sendAgain(hashOf(token), now, this.expiry(now));
      await this.record(em, id, { event: 'ACCOUNT_INVITED', reason: 'SENT_AGAIN' });
      await addJob(em, 'account_mail', { mail: 'INVITATION', invitationId: id, token });
    });
    return id;
  }

  /** The link ends. @throws NOT_FOUND, FORBIDDEN; {Refusal} INVITATION_NOT_WAITING */
  async revoke(id: string): Promise<string> {
    await transaction(this.orm, this.actor, async (em) => {
      const { invitation, now } = await this.own(em, id);
      if (invitation.state(now) === 'ACCEPTED') throw new Refusal('INVITATION_NOT_WAITING', 'id');
      if (invitation.state(now) === 'REVOKED') return;
      invitation.revoke(now);
      await this.record(em, id, { event: 'INVITATION_REVOKED' });
    });
    return id;
  }

  /**
   * Makes the account and uses the invitation up. Two at once wait for each other, and the second is told that it was used; what a
   * crash leaves is an invitation that still waits, and the repeated call completes it.
   * @throws BAD_USER_INPUT with INVITATION_UNKNOWN, _USED, _EXPIRED, _REVOKED; {Refusal} of the name and the password, ACCOUNT_EXISTS
   */
  async accept(input: AcceptInvitationInput): Promise<{ email: string }> {
    const refusals: Refusal[] = [];
    const name = checkText(input.name, { field: 'name', max: MAX_NAME, empty: 'NAME_EMPTY', tooLong: 'NAME_TOO_LONG' }, refusals);
    // The link is the right: the person is nobody yet.
    return transaction(this.orm, SYSTEM, async (em) => {
      const now = this.clock.now();
      const invitation = usable(await em.findOne(Invitation, { tokenHash: hashOf(input.token) }, { lockMode: LockMode.PESSIMISTIC_WRITE }), now);
      refuse(refusals);
      const { email, role, regions, deputy, locale } = invitation;
      const { id, created } = await this.accounts.createAccount({ email, name, password: input.password, role, regions, deputyId: deputy ?? null, locale }, em);
      if (!created) throw new Refusal('ACCOUNT_EXISTS', 'token');
      invitation.accept(id, now);
      return { email };
    });
  }

  private record(em: Em, invitationId: string, happened: Happened): Promise<void> {
    return recordIn(em, accountStream(invitationId), this.actor, this.clock.now(), happened);
  }

  private expiry(now: Date): Date {
    return new Date(now.getTime() + VALID_DAYS * DAY_MS);
  }

  /** The invitation under a lock, of those that the actor could have made. */
  private async own(em: Em, id: string): Promise<{ invitation: Invitation; now: Date }> {
    const person = staff(this.actor);
    const invitation = await em.findOne(Invitation, asId(id), { lockMode: LockMode.PESSIMISTIC_WRITE });
    const facts = invitation && await scopeOf(em, invitation);
    if (!invitation || !facts || !canSeeScope(person, facts)) throw notFound();
    allow(canGrant(person, facts));
    return { invitation, now: this.clock.now() };
  }

  /** Whoever may not see the account (or the offer) that stands in the way learns no more than that. */
  private async isFree(em: Em, email: string, now: Date): Promise<void> {
    if (await accountIdByEmail(em, email)) throw new Refusal('ACCOUNT_EXISTS', 'email');
    const waiting = await em.find(Invitation, { email, acceptedAt: null, revokedAt: null, expiresAt: { $gt: now } });
    for (const invitation of waiting) {
      if (canSeeScope(this.actor, await scopeOf(em, invitation))) throw new Refusal('INVITATION_WAITING', 'email');
    }
  }
}

/** The invitation behind a token, when it can still be accepted. @throws BAD_USER_INPUT with its reason */
export function usable<T extends { state(now: Date): InvitationState }>(invitation: T | null, now: Date): T {
  if (!invitation) throw badInput('token', 'INVITATION_UNKNOWN');
  const state = invitation.state(now);
  if (state !== 'WAITING') throw badInput('token', REASON_OF_STATE[state]);
  return invitation;
}

async function scopeOf(em: Em, { role, regions, deputy }: Invitation): Promise<ScopeFacts> {
  return { role, regions, deputyRegion: await deputyRegionOf(em, deputy ?? null) };
}
