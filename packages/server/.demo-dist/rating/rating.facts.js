import { sql } from 'kysely';
import { contactHash } from '../appeals/index.js';
import { judgeMarks } from '../feedback/index.js';
import { dueItems, TEMPLATE_FROM } from './exclusions.js';
import { periodDays } from './period.js';
/** The current mandates; they alone are rated. */
export async function readMandates(db, reference, now) {
    const rows = await db.selectFrom('mandate as m').innerJoin('deputy as d', 'd.id', 'm.deputy_id').innerJoin('representative_body as b', 'b.id', 'm.body_id')
        .where('m.is_current', '=', true).orderBy('m.id')
        .select(['m.id', 'd.id as deputyId', 'b.id as bodyId', 'm.faction_id as factionId', 'b.region_code as regionCode', 'b.level', 'd.sort_name as name'])
        .execute();
    const closed = new Map();
    return rows.map((row) => {
        const place = `${row.regionCode} ${row.level}`;
        if (!closed.has(place))
            closed.set(place, !reference.isOpenForAppeals(row.regionCode, row.level, now));
        return { ...row, outsideLeague: closed.get(place) };
    });
}
export async function readInsiders(db) {
    const { rows } = await sql `
    select u.email, a.deputy_id from auth."user" u join account a on a.id = u.id
    union all select d.email, d.id from deputy d where d.email is not null`.execute(db);
    const staff = new Set();
    const own = new Map();
    for (const { email, deputy_id: deputyId } of rows) {
        const hash = contactHash(email, null);
        if (deputyId === null)
            staff.add(hash);
        else
            own.set(deputyId, (own.get(deputyId) ?? new Set()).add(hash));
    }
    return { staff, own };
}
/** What each mandate did in the period, and the verdict on each of its marks: three statements whatever the number of appeals. */
export async function readFacts(db, period, now, mandates, insiders) {
    const items = dueItems(period, now);
    const counts = await sql `
    select i.mandate_id, i.stratum, count(*)::int as n, (count(*) filter (where i.in_time))::int as hits, count(i.answered_on)::int as answers
    from ${items} i where i.exclusion is null group by 1, 2`.execute(db);
    const measured = await sql `
    select i.mandate_id, count(*)::int as n, sum(1 - m.template_share::numeric(7, 6))::float8 as sum
    from ${items} i join message m on m.appeal_id = i.id and m.kind = 'ANSWER' and m.template_share is not null
    where i.exclusion is null group by 1`.execute(db);
    const marks = await sql `
    select f.id, f.appeal_id, f.mandate_id, f.deputy_id, f.applicant_key, f.network_key, f.given_at, f.given_on, f.personal,
      i.stratum,
      f.quality >= 4 and coalesce(m.template_share, 0) < ${TEMPLATE_FROM}
        and not exists (select from question q where q.appeal_id = f.appeal_id and q.result = 'LEFT') as good
    from ${items} i
    join feedback f on f.appeal_id = i.id and f.mandate_id = i.mandate_id
    join message m on m.id = f.answer_id
    where i.exclusion is null`.execute(db);
    return assemble(period, mandates, insiders, { counts: counts.rows, measured: measured.rows, marks: marks.rows });
}
function assemble(period, mandates, insiders, rows) {
    const verdicts = judgeMarks(rows.marks.map((row) => toMark(row, insiders)), periodDays(period));
    const counts = groupBy(rows.counts, (row) => row.mandate_id);
    const measured = new Map(rows.measured.map((row) => [row.mandate_id, row]));
    const marks = groupBy(rows.marks, (row) => row.mandate_id);
    return new Map(mandates.map((mandate) => {
        const [own, given, informality] = [counts.get(mandate.id) ?? [], marks.get(mandate.id) ?? [], measured.get(mandate.id)];
        const counted = given.filter((mark) => verdicts.get(mark.id)?.counted);
        const notCounted = {};
        for (const { id } of [...given].sort((a, b) => (a.id < b.id ? -1 : 1))) {
            const verdict = verdicts.get(id);
            if (verdict && !verdict.counted)
                notCounted[id] = verdict.reason;
        }
        const input = {
            rating: {
                mandateId: mandate.id, level: mandate.level,
                timeliness: inOrder(own.map(({ stratum, n, hits }) => ({ stratum, n, hits }))),
                quality: tally(counted, (mark) => mark.good),
                personal: tally(counted.filter((mark) => mark.personal !== null), (mark) => mark.personal >= 4),
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
function toMark(row, insiders) {
    return {
        id: row.id, applicantKey: row.applicant_key, deputyId: row.deputy_id, mandateId: row.mandate_id, networkKey: row.network_key,
        givenAt: row.given_at, givenOn: row.given_on, byStaff: insiders.staff.has(row.applicant_key),
        ownContact: insiders.own.get(row.deputy_id)?.has(row.applicant_key) ?? false,
    };
}
function tally(marks, hits) {
    return inOrder([...groupBy(marks, (mark) => mark.stratum)].map(([stratum, of]) => ({ stratum, n: of.length, hits: of.filter(hits).length })));
}
/** The same counts are the same bytes, in whatever order the rows came. */
const inOrder = (strata) => strata.sort((a, b) => (a.stratum < b.stratum ? -1 : 1));
function groupBy(rows, key) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(key(row));
        if (group)
            group.push(row);
        else
            groups.set(key(row), [row]);
    }
    return groups;
}
