import { sql } from 'kysely';
import type { Db } from '../db/orm.js';
import type { BodyLevel } from '../deputies/body.entity.js';
import { judgeMarks, type Insiders, type IntegrityMark, type NotCountedReason } from '../feedback/index.js';
import type { Reference } from '../regions/index.js';
import { dueItems, TEMPLATE_FROM } from './exclusions.js';
import type { RatingInput, StratumCount } from './formula.model.js';
import { periodDays, type Period } from './period.js';

/** A mandate that is rated. */
export interface RatedMandate {
  id: string;
  deputyId: string;
  bodyId: string;
  factionId: string;
  regionCode: string;
  level: BodyLevel;
  name: string;
  /** Its region is closed or suspended at its level: it works, but stands outside the league (rules §5). */
  outsideLeague: boolean;
}

/** What a snapshot keeps of a mandate as the formula's input; all figures of the entry follow from it. */
export interface EntryInput {
  readonly rating: RatingInput;
  /** Counted appeals that were answered, and how many of those answers have a mark, counted or not. */
  readonly answers: number;
  readonly marked: number;
  /** Marks that do not count in this period: feedback id → reason. */
  readonly notCounted: Readonly<Record<string, NotCountedReason>>;
}

/** The current mandates; they alone are rated. */
export async function readMandates(db: Db, reference: Reference, now: Date): Promise<RatedMandate[]> {
  const rows = await db.selectFrom('mandate as m').innerJoin('deputy as d', 'd.id', 'm.deputy_id').innerJoin('representative_body as b', 'b.id', 'm.body_id')
    .where('m.is_current', '=', true).orderBy('m.id')
    .select(['m.id', 'd.id as deputyId', 'b.id as bodyId', 'm.faction_id as factionId', 'b.region_code as regionCode', 'b.level', 'd.sort_name as name'])
    .execute();
  const closed = new Map<string, boolean>();
  return rows.map((row) => {
    const place = `${row.regionCode} ${row.level}`;
    if (!closed.has(place)) closed.set(place, !reference.isOpenForAppeals(row.regionCode, row.level, now));
    return { ...row, outsideLeague: closed.get(place)! };
  });
}

interface MarkRow {
  id: string;
  appeal_id: string;
  mandate_id: string;
  deputy_id: string;
  applicant_key: string;
  /** What the applicant's contact told before it was erased. */
  insider: 'STAFF' | 'OWN' | null;
  network_key: string | null;
  /** The campaign that a person put the appeal into. */
  campaign_id: string | null;
  given_at: Date;
  given_on: string;
  stratum: string;
  good: boolean;
  personal: number | null;
}

/** What each mandate did in the period, and the verdict on each of its marks: three statements whatever the number of appeals. */
export async function readFacts(db: Db, period: Period, now: Date, mandates: readonly RatedMandate[], insiders: Insiders): Promise<Map<string, EntryInput>> {
  const items = dueItems(period, now);
  const counts = await sql<{ mandate_id: string; stratum: string; n: number; hits: number; answers: number }>`
    select i.mandate_id, i.stratum, count(*)::int as n, (count(*) filter (where i.in_time))::int as hits, count(i.answered_on)::int as answers
    from ${items} i where i.exclusion is null group by 1, 2`.execute(db);
  const measured = await sql<{ mandate_id: string; n: number; sum: number }>`
    select i.mandate_id, count(*)::int as n, sum(1 - m.template_share::numeric(7, 6))::float8 as sum
    from ${items} i join message m on m.appeal_id = i.id and m.kind = 'ANSWER' and m.template_share is not null
    where i.exclusion is null group by 1`.execute(db);
  const marks = await sql<MarkRow>`
    select f.id, f.appeal_id, f.mandate_id, f.deputy_id, f.applicant_key, f.insider, f.network_key, f.given_at, f.given_on, f.personal,
      i.stratum, c.campaign_id,
      f.quality >= 4 and coalesce(m.template_share, 0) < ${TEMPLATE_FROM}
        and not exists (select from question q where q.appeal_id = f.appeal_id and q.result = 'LEFT') as good
    from ${items} i
    join feedback f on f.appeal_id = i.id and f.mandate_id = i.mandate_id
    join message m on m.id = f.answer_id
    left join campaign_member c on c.appeal_id = f.appeal_id and c.state = 'JOINED'
    where i.exclusion is null`.execute(db);
  return assemble(period, mandates, insiders, { counts: counts.rows, measured: measured.rows, marks: marks.rows });
}

interface Rows {
  counts: { mandate_id: string; stratum: string; n: number; hits: number; answers: number }[];
  measured: { mandate_id: string; n: number; sum: number }[];
  marks: MarkRow[];
}

function assemble(period: Period, mandates: readonly RatedMandate[], insiders: Insiders, rows: Rows): Map<string, EntryInput> {
  const verdicts = judgeMarks(rows.marks.map((row) => toMark(row, insiders)), periodDays(period));
  const counts = groupBy(rows.counts, (row) => row.mandate_id);
  const measured = new Map(rows.measured.map((row) => [row.mandate_id, row]));
  const marks = groupBy(rows.marks, (row) => row.mandate_id);
  return new Map(mandates.map((mandate) => {
    const [own, given, informality] = [counts.get(mandate.id) ?? [], marks.get(mandate.id) ?? [], measured.get(mandate.id)];
    const counted = given.filter((mark) => verdicts.get(mark.id)?.counted);
    const notCounted: Record<string, NotCountedReason> = {};
    for (const { id } of [...given].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const verdict = verdicts.get(id);
      if (verdict && !verdict.counted) notCounted[id] = verdict.reason;
    }
    const input: EntryInput = {
      rating: {
        mandateId: mandate.id, level: mandate.level,
        timeliness: inOrder(own.map(({ stratum, n, hits }) => ({ stratum, n, hits }))),
        quality: tally(counted, (mark) => mark.good),
        personal: tally(counted.filter((mark) => mark.personal !== null), (mark) => mark.personal! >= 4),
        ...(informality ? { informality: { sum: informality.sum, n: informality.n } } : {}),
        ...(mandate.outsideLeague ? { outsideLeague: true } : {}),
      },
      answers: own.reduce((sum, row) => sum + row.answers, 0),
      marked: new Set(given.map((mark) => mark.appeal_id)).size,
      notCounted,
    };
    return [mandate.id, input];
  }));
}

function toMark(row: MarkRow, insiders: Insiders): IntegrityMark {
  return {
    id: row.id, applicantKey: row.applicant_key, deputyId: row.deputy_id, mandateId: row.mandate_id, networkKey: row.network_key, campaignId: row.campaign_id,
    givenAt: row.given_at, givenOn: row.given_on, byStaff: row.insider === 'STAFF' || insiders.staff.has(row.applicant_key),
    ownContact: row.insider === 'OWN' || (insiders.own.get(row.deputy_id)?.has(row.applicant_key) ?? false),
  };
}

function tally(marks: readonly MarkRow[], hits: (mark: MarkRow) => boolean): StratumCount[] {
  return inOrder([...groupBy(marks, (mark) => mark.stratum)].map(([stratum, of]) => ({ stratum, n: of.length, hits: of.filter(hits).length })));
}

/** The same counts are the same bytes, in whatever order the rows came. */
const inOrder = (strata: StratumCount[]): StratumCount[] => strata.sort((a, b) => (a.stratum < b.stratum ? -1 : 1));

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
