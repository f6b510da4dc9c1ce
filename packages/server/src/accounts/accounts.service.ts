import { sql } from 'kysely';
import { transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { SYSTEM, type StaffActor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Locale } from '../shared/locale.js';
import { Refusal } from '../shared/refusal.js';
import { Account } from './account.entity.js';
import { checkScope, type AccountScope } from './account-scope.js';
import { PASSWORD_LENGTH, type Auth } from './auth.js';

export interface NewAccount extends AccountScope {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** Accounts of the console: the person's role and scope in our table, e-mail and password with better-auth, under one id. */
export class AccountsService {
  constructor(private readonly orm: Orm, private readonly auth: Auth, private readonly clock: Clock) {}

  /**
   * Makes an account, or returns the one that this e-mail has, unchanged. The two stores have no transaction in common:
   * ours is written last, nobody signs in before, and a repeated call completes what an interrupted one left.
   * @returns the id, and whether this call made it.
   * @throws {Refusal} PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, and those of `checkScope`
   */
  async createAccount(account: NewAccount): Promise<{ id: string; created: boolean }> {
    checkScope(account);
    if (account.password.length < PASSWORD_LENGTH.min) throw new Refusal('PASSWORD_TOO_SHORT', 'password', PASSWORD_LENGTH);
    if (account.password.length > PASSWORD_LENGTH.max) throw new Refusal('PASSWORD_TOO_LONG', 'password', PASSWORD_LENGTH);
    const email = account.email.toLowerCase();
    return transaction(this.orm, SYSTEM, async (em) => {
      // Two calls for one e-mail wait for each other, since better-auth's rows are written outside this transaction.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`account:${email}`}, 0))`.execute(rowsOf(em));
      const id = await this.credentialsOf(email, account);
      if (await em.findOne(Account, id)) return { id, created: false };
      em.create(Account, {
        id,
        role: account.role,
        name: account.name,
        locale: 'ru',
        regions: [...account.regions],
        deputy: account.deputyId,
        createdAt: this.clock.now(),
      });
      return { id, created: true };
    });
  }

  /** Takes every right at once: open sessions end in all processes, and the person cannot sign in again. */
  async deactivate(accountId: string): Promise<void> {
    await transaction(this.orm, SYSTEM, async (em) => {
      const account = await em.findOneOrFail(Account, accountId);
      account.deactivatedAt ??= this.clock.now();
    });
    const { internalAdapter } = await this.auth.context;
    await internalAdapter.deleteUserSessions(accountId);
  }

  /** The language of the person's mails and of the next sign-in. */
  async setLocale(actor: StaffActor, locale: Locale): Promise<void> {
    await transaction(this.orm, actor, async (em) => {
      const account = await em.findOneOrFail(Account, actor.accountId);
      account.locale = locale;
    });
  }

  private async credentialsOf(email: string, { name, password }: NewAccount): Promise<string> {
    const { internalAdapter, password: passwords } = await this.auth.context;
    const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
    const user = found?.user ?? await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' });
    if (!found?.accounts.some(({ providerId }) => providerId === 'credential')) {
      await internalAdapter.linkAccount({
        userId: user.id, accountId: user.id, providerId: 'credential', password: await passwords.hash(password),
      });
    }
    return user.id;
  }
}
