import { sql } from 'kysely';
import { QUESTION_RESULTS, type QuestionResult } from '../appeals/index.js';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { FeedbackResult } from '../feedback/feedback.entity.js';
import { notCountedText } from '../feedback/index.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import type { Locale } from '../shared/locale.js';
import { dueItems, exclusionText, TEMPLATE_FROM, type Exclusion } from './exclusions.js';
import type { EntryInput } from './rating.facts.js';
import { noQualityText, stepsOf } from './rating.texts.js';
import type { RatingQueries, RatingRow } from './rating.queries.js';

/** An explanation, whose lists are read when they are asked for. */
export type ExplanationRow = Awaited<ReturnType<RatingQueries['explained']>>;

/** One appeal of the period, as the API shows it. */
export interface ItemRow {
  appealId: string;
  number: string;
  subject: string;
  dueOn: string;
  answeredOn: string | null;
  inTime: boolean;
  counted: boolean;
  exclusionText: string | null;
  quality: number | null;
  personal: number | null;
  result: FeedbackResult | null;
  markCounted: boolean | null;
  markExclusionText: string | null;
  templateShare: number | null;
}

interface SelectedItem {
  id: string;
  number: string;
  subject: string;
  due_on: string;
  answered_on: string | null;
  in_time: boolean;
  exclusion: Exclusion | null;
  feedback_id: string | null;
  quality: number | null;
  personal: number | null;
  result: FeedbackResult | null;
  template_share: number | null;
  mark_share: number | null;
  left_out: boolean;
}

/** What stands behind one entry. Whoever holds its `ExplanationRow` has passed the walls. */
export class ExplanationQueries {
  constructor(private readonly db: Db, private readonly locale: Locale) {}

  steps({ output }: ExplanationRow) {
    return stepsOf(output, this.locale);
  }

  /** Results of the questions of counted, answered appeals; every result is named, none are added up (rules §1). */
  async results({ rating, entry }: ExplanationRow): Promise<{ result: QuestionResult; count: number }[]> {
    const { rows } = await sql<{ result: QuestionResult; count: number }>`
      select q.result, count(*)::int as count from ${this.items(rating, entry.mandateId)} i join question q on q.appeal_id = i.id
      where i.exclusion is null and i.answered_on is not null and q.result is not null group by 1`.execute(this.db);
    const counts = new Map(rows.map((row) => [row.result, row.count]));
    return QUESTION_RESULTS.map((result) => ({ result, count: counts.get(result) ?? 0 }));
  }

  /** Median days from registration to the deputy's first action, to a tenth; null without one. */
  async firstReactionDays({ rating, entry }: ExplanationRow): Promise<number | null> {
    const { rows } = await sql<{ days: number | null }>`
      select round(percentile_cont(0.5) within group (order by extract(epoch from a.first_reaction_at - a.registered_at) / 86400)::numeric, 1)::float8 as days
      from ${this.items(rating, entry.mandateId)} i join appeal a on a.id = i.id
      where i.exclusion is null and a.first_reaction_at is not null and a.registered_at is not null`.execute(this.db);
    return rows[0]?.days ?? null;
  }

  /** Appeals registered to the mandate in the period, whatever became of them. */
  async load({ rating: { period }, entry }: ExplanationRow): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from appeal where mandate_id = ${entry.mandateId} and registered_on between ${period.from}::date and ${period.to}::date`.execute(this.db);
    return rows[0]!.count;
  }

  /** Every appeal of the period, counted or not, latest deadline first. */
  async page({ rating, entry, input }: ExplanationRow, firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<ItemRow>> {
    const first = pageSize(firstAsked);
    const list = `rating-items:${rating.period.key}`;
    const cursor = decodeCursor(list, after);
    const items = this.items(rating, entry.mandateId);
    const rest = cursor ? sql`where ${behind({ key: sql`i.due_on`, type: sql`date`, id: sql`i.id`, direction: 'DESC' }, cursor)}` : sql``;
    const [page, total] = await Promise.all([
      sql<SelectedItem>`
        select i.id, a.number, a.subject, i.due_on, i.answered_on, i.in_time, i.exclusion, f.id as feedback_id, f.quality, f.personal, f.result,
          f.template_share as mark_share, m.template_share,
          exists (select from question q where q.appeal_id = i.id and q.result = 'LEFT') as left_out
        from (select * from ${items} i ${rest} order by i.due_on desc, i.id desc limit ${first + 1}) i
        join appeal a on a.id = i.id
        left join lateral (select template_share from message where appeal_id = i.id and kind = 'ANSWER' order by created_at desc limit 1) m on true
        left join lateral (
          select g.id, g.quality, g.personal, g.result, n.template_share from feedback g join message n on n.id = g.answer_id
          where g.appeal_id = i.id and g.mandate_id = i.mandate_id order by n.created_at desc limit 1) f on true
        order by i.due_on desc, i.id desc`.execute(this.db),
      wantsTotal ? sql<{ count: number }>`select count(*)::int as count from ${items} i`.execute(this.db) : null,
    ]);
    const notCounted = (input as EntryInput).notCounted;
    return toPage(list, page.rows.map((row) => this.toItem(row, notCounted)), first, (row) => ({ key: row.dueOn, id: row.appealId }), total?.rows[0]?.count ?? 0);
  }

  /** As of the moment of the snapshot, so that the list says what the figure counted. */
  private items(rating: RatingRow, mandateId: string) {
    return dueItems(rating.period, rating.computedAt, mandateId);
  }

  private toItem(row: SelectedItem, notCounted: EntryInput['notCounted']): ItemRow {
    const reason = row.feedback_id === null ? null : notCounted[row.feedback_id] ?? null;
    const markCounts = row.feedback_id === null ? null : reason === null && row.exclusion === null;
    const lost = markCounts && row.quality !== null && row.quality >= 4 ? noQualityText((row.mark_share ?? 0) >= TEMPLATE_FROM, row.left_out, this.locale) : null;
    return {
      appealId: row.id, number: row.number, subject: row.subject, dueOn: row.due_on, answeredOn: row.answered_on, inTime: row.in_time,
      counted: row.exclusion === null, exclusionText: row.exclusion && exclusionText(row.exclusion, this.locale),
      quality: row.quality, personal: row.personal, result: row.result, markCounted: markCounts,
      markExclusionText: notCountedText(reason, this.locale) ?? lost, templateShare: row.template_share,
    };
  }
}
