import { sql, type Expression, type SqlBool } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { Actor, Role } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { badInput, notFound } from '../shared/failures.js';
import { hashOf } from '../shared/ids.js';
import type { InvitationFilter } from './account.inputs.js';
import { canListAccounts } from './accounts.policy.js';
import { accountsVisibleTo, containing } from './accounts.scope.js';
import { PASSWORD_LENGTH } from './password.js';
import type { InvitationState } from './invitation.entity.js';
import { REASON_OF_STATE } from './invitation.reasons.js';

/** An invitation as the API shows it. */
export interface InvitationRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  regionCodes: readonly string[];
  deputyId: string | null;
  invitedByName: string;
  sentAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  state: InvitationState;
}

/** What a link offers. */
export interface OfferRow {
  email: string;
  name: string;
  role: Role;
  regionCodes: readonly string[];
  deputyName: string | null;
  expiresAt: Date;
  minPasswordLength: number;
}

const LIST = 'invitations';

/** Reads of invitations: those that the actor answers for, the last sent first; and the one behind a link. */
export class InvitationsQueries {
  constructor(private readonly db: Db, private readonly actor: Actor, private readonly clock: Clock) {}

  /** @throws UNAUTHENTICATED, or FORBIDDEN for everyone but administrator and coordinator */
  async list(filter: InvitationFilter | null | undefined, firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<InvitationRow>> {
    allow(canListAccounts(staff(this.actor)));
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(LIST, after);
    const conditions = [accountsVisibleTo(this.actor), ...this.conditionsOf(filter)];
    const page = this.base().where((eb) => eb.and(conditions))
      .$if(cursor !== null, (q) => q.where(behind({ key: sql`a.sent_at`, type: sql`timestamptz`, id: sql`a.id`, direction: 'DESC' }, cursor!)))
      .orderBy('a.sent_at', 'desc').orderBy('a.id', 'desc').limit(first + 1);
    const count = this.from().where((eb) => eb.and(conditions)).select((eb) => eb.fn.countAll<number>().as('count'));
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? count.executeTakeFirstOrThrow() : { count: 0 }]);
    return toPage(LIST, rows, first, ({ sentAt, id }) => ({ key: sentAt.toISOString(), id }), Number(total.count));
  }

  /** One that the actor has just made or changed. @throws NOT_FOUND */
  async one(id: string): Promise<InvitationRow> {
    const row = await this.base().where('a.id', '=', id).where(accountsVisibleTo(this.actor)).executeTakeFirst();
    if (!row) throw notFound();
    return row;
  }

  /** @throws BAD_USER_INPUT with INVITATION_UNKNOWN, _USED, _EXPIRED, _REVOKED */
  async offer(token: string): Promise<OfferRow> {
    const row = await this.base().where('a.token_hash', '=', hashOf(token))
      .select(sql<string | null>`concat_ws(' ', d.first_name, d.middle_name, d.last_name)`.as('deputyName')).executeTakeFirst();
    if (!row) throw badInput('token', 'INVITATION_UNKNOWN');
    if (row.state !== 'WAITING') throw badInput('token', REASON_OF_STATE[row.state]);
    const { email, name, role, regionCodes, deputyId, deputyName, expiresAt } = row;
    return { email, name, role, regionCodes, deputyName: deputyId ? deputyName : null, expiresAt, minPasswordLength: PASSWORD_LENGTH.min };
  }

  private from() {
    return this.db.selectFrom('invitation as a').leftJoin('deputy as d', 'd.id', 'a.deputy_id');
  }

  private base() {
    return this.from().select(['a.id', 'a.email', 'a.name', 'a.role', 'a.regions as regionCodes', 'a.invited_by_name as invitedByName',
      'a.sent_at as sentAt', 'a.expires_at as expiresAt'])
      .select([sql<string | null>`a.deputy_id`.as('deputyId'), sql<Date | null>`a.accepted_at`.as('acceptedAt'), this.state().as('state')]);
  }

  private state() {
    return sql<InvitationState>`case when a.accepted_at is not null then 'ACCEPTED' when a.revoked_at is not null then 'REVOKED'
      when a.expires_at <= ${this.clock.now()} then 'EXPIRED' else 'WAITING' end`;
  }

  private conditionsOf(filter: InvitationFilter | null | undefined): Expression<SqlBool>[] {
    const where: Expression<SqlBool>[] = [];
    if (filter?.state) where.push(sql<SqlBool>`${this.state()} = ${filter.state}`);
    const search = containing(filter?.search);
    if (search) where.push(sql<SqlBool>`(a.name ilike ${search} or a.email ilike ${search})`);
    return where;
  }
}
