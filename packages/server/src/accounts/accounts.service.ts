import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { HandOverService } from '../appeals/index.js';
import { accountStream, recordIn, type Happened } from '../history/index.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { SYSTEM, type Actor, type SignedIn } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { Refusal } from '../shared/refusal.js';
import { Account } from './account.entity.js';
import { checkRegions, checkScope, deputyRegionOf, type AccountScope } from './account-scope.js';
import { canChange, canDeactivate, canGrant, canListAccounts, canSeeAccount, type AccountFacts } from './accounts.policy.js';
import type { Auth } from './auth.js';
import { revokeInvitationsOf } from './invitations.rows.js';
import { PASSWORD_LENGTH } from './password.js';

export interface NewAccount extends AccountScope {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly locale?: Locale;
}

/** Role and place, for the record. */
const inWords = ({ role, regions, deputyId }: AccountScope): string => [role, ...regions, ...(deputyId ? [deputyId] : [])].join(' ');

/** What becomes of the appeals that nobody else would answer. */
export interface Leaving {
  /** The deputy of the same region who takes them over. */
  readonly handOverToDeputyId?: string | null;
  /** They stay where they are; only an administrator may say so, and must. */
  readonly leaveOpenAppeals?: boolean | null;
}

/** Accounts of the console: the person's role and scope in our table, e-mail and password with better-auth, under one id. */
export class AccountsService {
  constructor(private readonly orm: Orm, private readonly auth: Auth, private readonly clock: Clock, private readonly actor: Actor = SYSTEM) {}

  /**
   * Makes an account, or returns the one that this e-mail has, unchanged. The two stores have no transaction in common:
   * ours is written last, nobody signs in before, and a repeated call completes what an interrupted one left, with the
   * password of the later call.
   * @param inside the transaction that the account is made with; one of its own when left out
   * @returns the id, and whether this call made it.
   * @throws {Refusal} PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, and those of `checkScope`
   */
  async createAccount(account: NewAccount, inside?: Em): Promise<{ id: string; created: boolean }> {
    checkScope(account);
    if (account.password.length < PASSWORD_LENGTH.min) throw new Refusal('PASSWORD_TOO_SHORT', 'password', PASSWORD_LENGTH);
    if (account.password.length > PASSWORD_LENGTH.max) throw new Refusal('PASSWORD_TOO_LONG', 'password', PASSWORD_LENGTH);
    const email = account.email.toLowerCase();
    const create = async (em: Em): Promise<{ id: string; created: boolean }> => {
      // Two calls for one e-mail wait for each other, since better-auth's rows are written outside this transaction.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`account:${email}`}, 0))`.execute(rowsOf(em));
      const { internalAdapter } = await this.auth.context;
      const known = await internalAdapter.findUserByEmail(email);
      if (known && (await em.findOne(Account, known.user.id))) return { id: known.user.id, created: false };
      const id = await this.credentialsOf(email, account);
      em.persist(em.create(Account, {
        id,
        role: account.role,
        name: account.name,
        locale: account.locale ?? 'ru',
        regions: [...account.regions],
        deputy: account.deputyId,
        createdAt: this.clock.now(),
      }));
      await this.record(em, id, { event: 'ACCOUNT_CREATED', text: inWords(account) });
      return { id, created: true };
    };
    return inside ? create(inside) : transaction(this.orm, this.actor, create);
  }

  /**
   * Another role or place; it holds at once in every process, and what the person watches ends.
   * @throws NOT_FOUND, FORBIDDEN; {Refusal} ACCOUNT_IS_OWN, LAST_ADMINISTRATOR, HAND_OVER_NEEDED and those of `checkScope`
   */
  async changeScope(id: string, scope: AccountScope): Promise<string> {
    checkScope(scope);
    await transaction(this.orm, this.actor, async (em) => {
      const account = await this.locked(em, id);
      this.notOwn(account);
      const deputyRegion = await deputyRegionOf(em, scope.deputyId);
      await checkRegions(em, scope.regions);
      allow(this.actor.kind === 'SYSTEM' || (canChange(this.actor, await this.factsOf(em, account)) && canGrant(this.actor, { ...scope, deputyRegion })));
      if (account.role === 'ADMINISTRATOR' && scope.role !== 'ADMINISTRATOR') await this.keepAnAdministrator(em, account);
      if ((scope.role !== 'DEPUTY' || scope.deputyId !== account.deputy) && await this.isOnlyVoice(em, account)) await this.nothingIsOpen(account.deputy!);
      account.role = scope.role;
      account.regions = [...scope.regions];
      account.deputy = scope.deputyId;
      await this.record(em, id, { event: 'ACCOUNT_CHANGED', text: inWords(scope) });
    });
    return id;
  }

  /**
   * Takes every right at once: open sessions and subscriptions end in all processes, waiting invitations of the person are revoked,
   * and the person cannot sign in again. Open appeals of a deputy whom nobody else signs for are handed over first, so that an
   * interruption leaves an account that still works, and the call is repeated.
   * @throws NOT_FOUND, FORBIDDEN; {Refusal} ACCOUNT_IS_OWN, LAST_ADMINISTRATOR, HAND_OVER_NEEDED, those of `HandOverService.handOver`
   */
  async deactivate(id: string, { handOverToDeputyId, leaveOpenAppeals }: Leaving = {}): Promise<string> {
    const orphaned = await transaction(this.orm, this.actor, async (em) => {
      const account = await this.locked(em, id);
      await this.mayDeactivate(em, account);
      return await this.isOnlyVoice(em, account) ? account.deputy! : null;
    });
    if (orphaned !== null && this.actor.kind === 'STAFF') {
      const handOver = new HandOverService(this.orm, this.actor, this.clock);
      const open = await handOver.countOpen(orphaned);
      if (open > 0 && handOverToDeputyId) await handOver.handOver(orphaned, handOverToDeputyId, { reason: 'ACCOUNT_DEACTIVATED' }, 'handOverToDeputyId');
      else if (open > 0 && !(leaveOpenAppeals && this.actor.role === 'ADMINISTRATOR')) {
        throw new Refusal('HAND_OVER_NEEDED', 'handOverToDeputyId', { count: open });
      }
    }
    await transaction(this.orm, this.actor, async (em) => {
      const account = await this.locked(em, id);
      await this.mayDeactivate(em, account);
      if (account.deactivatedAt) return;
      account.deactivatedAt = this.clock.now();
      await this.record(em, id, { event: 'ACCOUNT_DEACTIVATED', reason: leaveOpenAppeals && orphaned !== null ? 'OPEN_APPEALS_LEFT' : null });
      for (const invitationId of await revokeInvitationsOf(em, id, this.clock.now())) {
        await recordIn(em, accountStream(invitationId), this.actor, this.clock.now(), { event: 'INVITATION_REVOKED', reason: 'INVITER_DEACTIVATED' });
      }
    });
    await this.endSessionsOf(id);
    return id;
  }

  /** Gives an account back, with the role and place that it had. @throws NOT_FOUND, FORBIDDEN; {Refusal} ACCOUNT_IS_OWN */
  async reactivate(id: string): Promise<string> {
    // What a crash at deactivation may have left must not come to life.
    await transaction(this.orm, this.actor, async (em) => {
      const account = await this.locked(em, id);
      this.notOwn(account);
      allow(this.actor.kind === 'SYSTEM' || canDeactivate(this.actor, await this.factsOf(em, account)));
      if (!account.deactivatedAt) return;
      await this.endSessionsOf(id);
      account.deactivatedAt = null;
      await this.record(em, id, { event: 'ACCOUNT_REACTIVATED' });
    });
    return id;
  }

  /** The language of the person's mails and of the next sign-in. */
  async setLocale(actor: SignedIn, locale: Locale): Promise<void> {
    await transaction(this.orm, this.actor, async (em) => {
      const account = await em.findOneOrFail(Account, actor.accountId);
      account.locale = locale;
    });
  }

  /** A deputy's only voice keeps it until the open appeals are handed over. */
  private async nothingIsOpen(deputyId: string): Promise<void> {
    const count = await new HandOverService(this.orm, this.actor, this.clock).countOpen(deputyId);
    if (count > 0) throw new Refusal('HAND_OVER_NEEDED', 'deputyId', { count });
  }

  private async mayDeactivate(em: Em, account: Account): Promise<void> {
    this.notOwn(account);
    allow(this.actor.kind === 'SYSTEM' || canDeactivate(this.actor, await this.factsOf(em, account)));
    if (account.role === 'ADMINISTRATOR' && !account.deactivatedAt) await this.keepAnAdministrator(em, account);
  }

  /** The account under a lock; NOT_FOUND when the actor may not even see it. */
  private async locked(em: Em, id: string): Promise<Account> {
    if (this.actor.kind !== 'SYSTEM') allow(canListAccounts(staff(this.actor)));
    const account = await em.findOne(Account, asId(id), { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account || !(this.actor.kind === 'SYSTEM' || canSeeAccount(this.actor, await this.factsOf(em, account)))) throw notFound();
    return account;
  }

  private async factsOf(em: Em, { id, role, regions, deputy }: Account): Promise<AccountFacts> {
    return { id, role, regions, deputyRegion: await deputyRegionOf(em, deputy ?? null) };
  }

  private notOwn(account: Account): void {
    if (this.actor.kind === 'STAFF' && this.actor.accountId === account.id) throw new Refusal('ACCOUNT_IS_OWN', 'id');
  }

  /** Two administrators who take each other's rights at the same moment wait here, and the second finds nobody left. */
  private async keepAnAdministrator(em: Em, leaving: Account): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended('accounts:administrators', 0))`.execute(rowsOf(em));
    const left = await rowsOf(em).selectFrom('account').where('role', '=', 'ADMINISTRATOR').where('deactivated_at', 'is', null)
      .where('id', '!=', leaving.id).select('id').execute();
    const isActorLeft = this.actor.kind !== 'STAFF' || this.actor.role !== 'ADMINISTRATOR' || left.some(({ id }) => id === (this.actor as { accountId?: string }).accountId);
    if (left.length === 0 || !isActorLeft) throw new Refusal('LAST_ADMINISTRATOR', 'id');
  }

  /** Whether this is the account by which a deputy answers, and there is no other. */
  private async isOnlyVoice(em: Em, { id, role, deputy, deactivatedAt }: Account): Promise<boolean> {
    if (role !== 'DEPUTY' || !deputy || deactivatedAt) return false;
    const other = await rowsOf(em).selectFrom('account').where('deputy_id', '=', deputy).where('role', '=', 'DEPUTY').where('deactivated_at', 'is', null)
      .where('id', '!=', id).select('id').executeTakeFirst();
    return !other;
  }

  private record(em: Em, accountId: string, happened: Happened): Promise<void> {
    // Whoever accepts an invitation is nobody yet; the invitation's own history says who invited.
    return recordIn(em, accountStream(accountId), this.actor.kind === 'ANONYMOUS' ? SYSTEM : this.actor, this.clock.now(), happened);
  }

  private async endSessionsOf(accountId: string): Promise<void> {
    const { internalAdapter } = await this.auth.context;
    await internalAdapter.deleteUserSessions(accountId);
  }

  private async credentialsOf(email: string, { name, password }: NewAccount): Promise<string> {
    const { internalAdapter, password: passwords } = await this.auth.context;
    const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
    const user = found?.user ?? await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' });
    const hash = await passwords.hash(password);
    if (found?.accounts.some(({ providerId }) => providerId === 'credential')) await internalAdapter.updatePassword(user.id, hash);
    else await internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password: hash });
    return user.id;
  }
}
