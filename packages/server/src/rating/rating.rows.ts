import { toDeputy, type DeputyColumns, type DeputyRow } from '../deputies/index.js';
import type { BodyLevel } from '../deputies/body.entity.js';
import type { BodyRow, FactionRow, Reference, RegionRow } from '../regions/index.js';
import type { Locale } from '../shared/locale.js';
import { roundFigure, type PartResult, type RatingResult, type RatingState, type Tier } from './formula.model.js';
import type { EntryInput } from './rating.facts.js';
import { shownScore } from './rating.model.js';

/** A part of the score as the API shows it. */
export interface PartRow {
  n: number;
  hits: number;
  observed: number | null;
  expected: number | null;
  adjusted: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  weight: number;
  contribution: number | null;
}

/** An entry as the API shows it. */
export interface EntryRow {
  id: string;
  mandateId: string;
  deputyId: string;
  regionCode: string;
  sortKey: string;
  deputy: DeputyRow;
  region: RegionRow;
  body: BodyRow;
  faction: FactionRow;
  level: BodyLevel;
  state: RatingState;
  tier: Tier | null;
  outsideLeague: boolean;
  score: number | null;
  low: number | null;
  high: number | null;
  due: number;
  inTime: number;
  marks: number;
  answers: number;
  missingDue: number;
  missingMarks: number;
  coverage: number | null;
  timeliness: PartRow;
  quality: PartRow;
  personal: PartRow;
}

/** What an entry's row is selected with, beside the columns of its deputy; the alias is e. */
export const ENTRY_COLUMNS = [
  'e.mandate_id as entryMandate', 'e.body_id as entryBody', 'e.faction_id as entryFaction', 'e.region_code as entryRegion', 'e.level', 'e.state', 'e.tier',
  'e.outside_league as outsideLeague', 'e.score', 'e.low', 'e.high', 'e.due', 'e.in_time as inTime', 'e.marks', 'e.answers', 'e.sort_key as sortKey',
  'e.input', 'e.output',
] as const;

export interface SelectedEntry extends DeputyColumns {
  entryMandate: string;
  entryBody: string;
  entryFaction: string;
  entryRegion: string;
  level: BodyLevel;
  state: RatingState;
  tier?: Tier | null;
  outsideLeague: boolean;
  score?: number | null;
  low?: number | null;
  high?: number | null;
  due: number;
  inTime: number;
  marks: number;
  answers: number;
  sortKey: string;
  input: unknown;
  output: unknown;
}

export function toEntryRow(row: SelectedEntry, period: string, reference: Reference, locale: Locale): EntryRow {
  const input = row.input as EntryInput;
  const output = row.output as RatingResult;
  const shown = row.state !== 'FEW_DATA';
  return {
    id: `${row.entryMandate}:${period}`, mandateId: row.entryMandate, deputyId: row.deputyId, regionCode: row.entryRegion, sortKey: row.sortKey,
    deputy: toDeputy(row, reference, locale), region: reference.region(row.entryRegion, locale)!, body: reference.body(row.entryBody, locale)!,
    faction: reference.faction(row.entryFaction, locale)!, level: row.level, state: row.state, tier: row.tier ?? null, outsideLeague: row.outsideLeague,
    score: shownScore(row.score), low: shownScore(row.low), high: shownScore(row.high), due: row.due, inTime: row.inTime, marks: row.marks,
    answers: row.answers, missingDue: output.missingDue, missingMarks: output.missingMarks,
    coverage: input.answers > 0 ? roundFigure(input.marked / input.answers) : null,
    timeliness: toPart(output.timeliness, shown), quality: toPart(output.quality, shown), personal: toPart(output.personal, shown),
  };
}

/** Counts are facts and always shown; figures made from too few of them are not (rules §4). */
function toPart(part: PartResult, shown: boolean): PartRow {
  const { n, hits, weight } = part;
  if (!shown) return { n, hits, observed: null, expected: null, adjusted: null, value: null, low: null, high: null, weight, contribution: null };
  const { observed, expected, adjusted, value, low, high } = part;
  return { n, hits, observed, expected, adjusted, value, low, high, weight, contribution: roundFigure(weight * value) };
}
