import { sql } from 'kysely';
import type { AppealStatus } from '../appeals/index.js';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';

/** Appeals that one run anonymises at most: a wrong rule is noticed before everything is gone. */
export const RETENTION_PER_RUN = 500;

export interface RetentionGroup {
  status: AppealStatus;
  regionCode: string;
  count: number;
  oldest: Date;
}

export interface DueAppeal {
  id: string;
  number: string;
  contactHash: string;
}

/** One question for the dry run and for the run: they cannot name different appeals. */
const due = (now: Date) => sql`
  select a.id, a.number, a.status, a.region_code, a.closed_at, a.applicant_id from appeal a join retention_rule r on r.status = a.status
  where a.anonymised_at is null and a.closed_at < ${now}::timestamptz - make_interval(days => r.after_days)`;

/** What the rules name today, by status and region. */
export async function retentionGroups(orm: Orm, now: Date): Promise<RetentionGroup[]> {
  const { rows } = await sql<{ status: AppealStatus; region_code: string; count: number; oldest: Date }>`
    select d.status, d.region_code, count(*)::int as count, min(d.closed_at) as oldest from (${due(now)}) d
    group by 1, 2 order by 1, 2`.execute(rowsFor(orm, SYSTEM));
  return rows.map((row) => ({ status: row.status, regionCode: row.region_code, count: row.count, oldest: row.oldest }));
}

/** The appeals of the next run, the longest ended first. */
export async function nextDue(orm: Orm, now: Date, limit = RETENTION_PER_RUN): Promise<DueAppeal[]> {
  const { rows } = await sql<{ id: string; number: string; contact_hash: string }>`
    select d.id, d.number, p.contact_hash from (${due(now)}) d join applicant p on p.id = d.applicant_id
    order by d.closed_at, d.id limit ${limit}`.execute(rowsFor(orm, SYSTEM));
  return rows.map((row) => ({ id: row.id, number: row.number, contactHash: row.contact_hash }));
}
