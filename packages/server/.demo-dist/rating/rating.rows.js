import { toDeputy } from '../deputies/index.js';
import { roundFigure } from './formula.model.js';
import { shownScore } from './rating.model.js';
/** What an entry's row is selected with, beside the columns of its deputy; the alias is e. */
export const ENTRY_COLUMNS = [
    'e.mandate_id as entryMandate', 'e.body_id as entryBody', 'e.faction_id as entryFaction', 'e.region_code as entryRegion', 'e.level', 'e.state', 'e.tier',
    'e.outside_league as outsideLeague', 'e.score', 'e.low', 'e.high', 'e.due', 'e.in_time as inTime', 'e.marks', 'e.answers', 'e.sort_key as sortKey',
    'e.input', 'e.output',
];
export function toEntryRow(row, period, reference, locale) {
    const input = row.input;
    const output = row.output;
    const shown = row.state !== 'FEW_DATA';
    return {
        id: `${row.entryMandate}:${period}`, mandateId: row.entryMandate, deputyId: row.deputyId, regionCode: row.entryRegion, sortKey: row.sortKey,
        deputy: toDeputy(row, reference, locale), region: reference.region(row.entryRegion, locale), body: reference.body(row.entryBody, locale),
        faction: reference.faction(row.entryFaction, locale), level: row.level, state: row.state, tier: row.tier ?? null, outsideLeague: row.outsideLeague,
        score: shownScore(row.score), low: shownScore(row.low), high: shownScore(row.high), due: row.due, inTime: row.inTime, marks: row.marks,
        answers: row.answers, missingDue: output.missingDue, missingMarks: output.missingMarks,
        coverage: input.answers > 0 ? roundFigure(input.marked / input.answers) : null,
        timeliness: toPart(output.timeliness, shown), quality: toPart(output.quality, shown), personal: toPart(output.personal, shown),
    };
}
/** Counts are facts and always shown; figures made from too few of them are not (rules §4). */
function toPart(part, shown) {
    const { n, hits, weight } = part;
    if (!shown)
        return { n, hits, observed: null, expected: null, adjusted: null, value: null, low: null, high: null, weight, contribution: null };
    const { observed, expected, adjusted, value, low, high } = part;
    return { n, hits, observed, expected, adjusted, value, low, high, weight, contribution: roundFigure(weight * value) };
}
