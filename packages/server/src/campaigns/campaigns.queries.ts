import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { visibleTo } from '../appeals/index.js';
import type { Db } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { batchById, batchByOwner } from '../shared/loader.js';
import type { Membership } from './campaign.entity.js';

/** A campaign as far as the viewer sees its appeals. */
export interface CampaignRow {
  id: string;
  title: string;
  regionCode: string;
  createdAt: Date;
  count: number;
  waiting: number;
}

/** Which campaign an appeal belongs to. */
export interface MembershipRow {
  id: string;
  campaignId: string;
  state: Membership;
  score: number | null;
  byName: string | null;
}

/** Appeals of one campaign that are shown, the oldest. */
const MEMBERS = 200;

/** Reads of campaigns inside the actor's walls. */
export class CampaignsQueries {
  readonly byId: DataLoader<string, CampaignRow | null>;
  readonly membership: DataLoader<string, MembershipRow | null>;
  readonly members: DataLoader<string, { campaignId: string; appealId: string }[]>;

  constructor(private readonly db: Db, private readonly actor: Actor) {
    this.byId = batchById(async (ids) => {
      const rows = await this.db.selectFrom('campaign as c').innerJoin('campaign_member as m', 'm.campaign_id', 'c.id').innerJoin('appeal as a', 'a.id', 'm.appeal_id')
        .where('c.id', 'in', [...ids]).where(() => visibleTo(this.actor)).groupBy('c.id')
        .select(['c.id', sql<string>`(array_agg(a.subject order by a.submitted_at, a.id))[1]`.as('title'), 'c.region_code as regionCode', 'c.created_at as createdAt', sql<number>`count(*)::int`.as('count'),
          sql<number>`count(*) filter (where a.status = 'SUBMITTED')::int`.as('waiting')]).execute();
      return rows;
    });
    this.membership = batchById(async (ids) => {
      const rows = await this.db.selectFrom('campaign_member').where('appeal_id', 'in', [...ids])
        .select(['appeal_id as id', 'campaign_id as campaignId', 'state', 'score', 'by_name as byName']).execute();
      return rows.map((row) => ({ ...row, score: row.score ?? null, byName: row.byName ?? null }));
    });
    this.members = batchByOwner(async (ids) => {
      const { rows } = await sql<{ campaignId: string; appealId: string }>`
        select m.campaign_id as "campaignId", m.appeal_id as "appealId" from unnest(${[...ids]}::uuid[]) as wanted (id) cross join lateral (
          select m.campaign_id, m.appeal_id from campaign_member m join appeal a on a.id = m.appeal_id
          where m.campaign_id = wanted.id and ${visibleTo(this.actor)} order by a.submitted_at, a.id limit ${MEMBERS}
        ) m`.execute(this.db);
      return rows;
    }, (row) => row.campaignId);
  }

  /** One campaign, or NOT_FOUND, which is also said of one none of whose appeals the viewer sees. */
  async get(id: string): Promise<CampaignRow> {
    const row = await this.byId.load(asId(id));
    if (!row) throw notFound();
    return row;
  }
}
