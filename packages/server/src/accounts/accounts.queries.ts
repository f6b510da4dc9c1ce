import type DataLoader from 'dataloader';
import { sql, type Expression, type SqlBool } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { Actor, Role } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { batchById } from '../shared/loader.js';
import type { AccountFilter } from './account.inputs.js';
import { canChange, canDeactivate, canListAccounts, canSeeAccount } from './accounts.policy.js';
import { accountsVisibleTo, containing } from './accounts.scope.js';

/** An account as the API shows it. */
export interface AccountRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  regionCodes: readonly string[];
  deputyId: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
  twoFactorEnabled: boolean;
  deactivatedAt: Date | null;
  isViewer: boolean;
  viewerCanChange: boolean;
  viewerCanDeactivate: boolean;
}

interface UserColumns {
  id: string;
  email: string;
  twoFactorEnabled: boolean | null;
  lastSeenAt: Date | null;
}

const LIST = 'accounts';

/** Reads of the accounts that the actor answers for, by name. */
export class AccountsQueries {
  /** Open appeals of each account's deputy, where no other account would answer them. */
  readonly openAppeals: DataLoader<string, { id: string; count: number } | null>;

  constructor(private readonly db: Db, private readonly actor: Actor) {
    this.openAppeals = batchById(async (ids) => {
      const { rows } = await sql<{ id: string; count: number }>`
        select me.id, (select count(*)::int from appeal a where a.deputy_id = me.deputy_id
          and a.status in ('REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED') and not a.forwarded_outside) as count
        from account me
        where me.id = any(${[...ids]}::text[]) and me.role = 'DEPUTY' and not exists (select from account other
          where other.deputy_id = me.deputy_id and other.role = 'DEPUTY' and other.deactivated_at is null and other.id <> me.id)`.execute(this.db);
      return rows;
    });
  }

  /** @throws UNAUTHENTICATED, or FORBIDDEN for everyone but administrator and coordinator */
  async list(filter: AccountFilter | null | undefined, firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<AccountRow>> {
    allow(canListAccounts(staff(this.actor)));
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(LIST, after);
    const conditions = [accountsVisibleTo(this.actor), ...conditionsOf(filter)];
    const page = this.base().where((eb) => eb.and(conditions))
      .$if(cursor !== null, (q) => q.where(behind({ key: sql`a.name`, type: sql`text`, id: sql`a.id::uuid`, direction: 'ASC' }, cursor!)))
      .orderBy('a.name').orderBy(sql`a.id::uuid`).limit(first + 1);
    const count = this.from().where((eb) => eb.and(conditions)).select((eb) => eb.fn.countAll<number>().as('count'));
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? count.executeTakeFirstOrThrow() : { count: 0 }]);
    return toPage(LIST, rows.map((row) => this.toRow(row)), first, ({ name, id }) => ({ key: name, id }), Number(total.count));
  }

  /** @throws UNAUTHENTICATED; NOT_FOUND for what does not exist or lies beyond the actor's view */
  async one(id: string): Promise<AccountRow> {
    const person = staff(this.actor);
    const row = await this.base().where('a.id', '=', asId(id)).executeTakeFirst();
    if (!row || !canSeeAccount(person, { id: row.id, role: row.role, regions: row.regions, deputyRegion: row.deputyRegion ?? null })) throw notFound();
    return this.toRow(row);
  }

  private from() {
    return this.db.selectFrom('account as a').innerJoin(sql<UserColumns>`auth."user"`.as('u'), 'u.id', 'a.id').leftJoin('deputy as d', 'd.id', 'a.deputy_id');
  }

  private base() {
    return this.from().select(['a.id', 'a.name', 'a.role', 'a.regions', 'a.deputy_id as deputyId', 'a.created_at as createdAt', 'a.deactivated_at as deactivatedAt',
      'd.region_code as deputyRegion', 'u.email', 'u.lastSeenAt', 'u.twoFactorEnabled']);
  }

  private toRow(row: Awaited<ReturnType<ReturnType<AccountsQueries['base']>['execute']>>[number]): AccountRow {
    const facts = { id: row.id, role: row.role, regions: row.regions, deputyRegion: row.deputyRegion ?? null };
    return {
      id: row.id, name: row.name, email: row.email, role: row.role, regionCodes: row.regions, deputyId: row.deputyId ?? null, createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt ?? null, twoFactorEnabled: row.twoFactorEnabled ?? false, deactivatedAt: row.deactivatedAt ?? null,
      isViewer: this.actor.kind === 'STAFF' && this.actor.accountId === row.id,
      viewerCanChange: canChange(this.actor, facts), viewerCanDeactivate: canDeactivate(this.actor, facts),
    };
  }
}

function conditionsOf(filter: AccountFilter | null | undefined): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [];
  if (!filter) return where;
  if (filter.role) where.push(sql<SqlBool>`a.role = any(${filter.role})`);
  if (filter.regionCode) where.push(sql<SqlBool>`(a.regions && ${filter.regionCode}::text[] or d.region_code = any(${filter.regionCode}::text[]))`);
  if (filter.state) where.push(filter.state === 'ACTIVE' ? sql<SqlBool>`a.deactivated_at is null` : sql<SqlBool>`a.deactivated_at is not null`);
  const search = containing(filter.search);
  if (search) where.push(sql<SqlBool>`(a.name ilike ${search} or u.email ilike ${search})`);
  return where;
}
