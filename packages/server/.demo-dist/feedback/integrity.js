/**
 * Which marks of a period count in the shares of the rating, and why the others do not (rules §4, integrity).
 * Pure; nothing is deleted: a mark that does not count keeps its reason, and a quarantined one can be released by a reviewer.
 */
/** Why a mark does not count. */
export const NOT_COUNTED_REASONS = [
    /** The same applicant marked the same deputy again in the period: the last mark counts. */
    'SUPERSEDED',
    /** Marks given by staff count as one for a deputy, the last of them. */
    'STAFF_COUNT_ONCE',
    /** Marks of the deputy's own contacts count as one, the last of them. */
    'OWN_CONTACTS_COUNT_ONCE',
    /** Marks from one campaign count as one for a deputy, the last of them. */
    'CAMPAIGN_COUNTS_ONCE',
    /** More marks for one deputy on one day from one network than chance explains: in quarantine until reviewed. */
    'BURST',
];
/** How bursts are told from chance. Dated constants, as those of the formula. */
export const BURST = {
    /** Fewer marks of one deputy, day and network are never a burst. */
    minimumMarks: 5,
    /** A burst is less likely than this. A country has about a million deputies × days a year, so chance makes about one. */
    tail: 1e-6,
    /** Marks a day expected from any network before anything is known. */
    baseRate: 0.05,
};
/** P(X ≥ count) of a Poisson variable. The tail itself is summed above the mean, where 1 minus the rest would have no digits left. */
export function poissonTail(count, mean) {
    if (count <= 0)
        return 1;
    if (mean <= 0)
        return 0;
    let logTerm = -mean;
    let below = 0;
    for (let k = 1; k <= count; k += 1) {
        below += Math.exp(logTerm);
        logTerm += Math.log(mean / k);
    }
    if (count <= mean)
        return 1 - Math.min(1, below);
    let sum = 0;
    for (let term = Math.exp(logTerm), k = count; term > sum * 1e-16; k += 1, term *= mean / k)
        sum += term;
    return sum;
}
/**
 * The verdict on each mark of one period, by id. The order of the marks does not matter.
 *
 * First one mark per applicant and deputy is left, then one for each group that counts as one (staff before own contacts before
 * campaign, when a mark belongs to several), and bursts are looked for among what is left: a campaign answered on one day is no burst.
 * A quarantined or superseding mark does not bring an earlier one back: the applicant has said something newer.
 * @param periodDays length of the period in days, at least 1
 */
export function judgeMarks(marks, periodDays) {
    if (!(periodDays >= 1))
        throw new RangeError(`a period of ${periodDays} days`);
    const verdicts = new Map();
    const latestFirst = [...marks].sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime() || (a.id < b.id ? 1 : -1));
    const last = keepFirst(latestFirst, (mark) => ({ key: mark.applicantKey, reason: 'SUPERSEDED' }), verdicts);
    const single = keepFirst(last, groupThatCountsOnce, verdicts);
    const bursts = findBursts(single, periodDays);
    for (const mark of single) {
        const evidence = mark.released ? undefined : bursts.get(cellOf(mark));
        verdicts.set(mark.id, evidence ? { counted: false, reason: 'BURST', evidence } : { counted: true });
    }
    return verdicts;
}
function groupThatCountsOnce(mark) {
    if (mark.byStaff)
        return { key: '', reason: 'STAFF_COUNT_ONCE' };
    if (mark.ownContact)
        return { key: '', reason: 'OWN_CONTACTS_COUNT_ONCE' };
    return mark.campaignId ? { key: mark.campaignId, reason: 'CAMPAIGN_COUNTS_ONCE' } : null;
}
/** Keeps the first mark of each deputy's group and writes down why the others do not count. */
function keepFirst(marks, groupOf, verdicts) {
    const seen = new Set();
    return marks.filter((mark) => {
        const group = groupOf(mark);
        if (!group)
            return true;
        const key = join(mark.deputyId, group.reason, group.key);
        if (seen.has(key))
            verdicts.set(mark.id, { counted: false, reason: group.reason });
        return !seen.has(key) && seen.add(key);
    });
}
const join = (...parts) => JSON.stringify(parts);
const cellOf = (mark) => join(mark.deputyId, mark.givenOn, mark.networkKey ?? '');
/**
 * The deputy × day × network cells that hold more marks than chance explains. Expected are: what comes from the network for this
 * deputy on the other days (a village behind one address), and what it brings an average other deputy (a mobile operator).
 * The cell itself is left out, or a burst would excuse itself.
 */
function findBursts(marks, periodDays) {
    const located = marks.filter((mark) => mark.networkKey);
    const count = (keyOf) => {
        const counts = new Map();
        for (const mark of located)
            counts.set(keyOf(mark), (counts.get(keyOf(mark)) ?? 0) + 1);
        return counts;
    };
    const pairOf = (mark) => join(mark.deputyId, mark.networkKey ?? '');
    const networkOf = (mark) => mark.networkKey ?? '';
    const [byCell, byPair, byNetwork] = [count(cellOf), count(pairOf), count(networkOf)];
    const otherDeputies = Math.max(1, new Set(marks.map((mark) => mark.deputyId)).size - 1);
    const bursts = new Map();
    for (const mark of located) {
        const cell = cellOf(mark);
        const inCell = byCell.get(cell) ?? 0;
        if (inCell < BURST.minimumMarks || bursts.has(cell))
            continue;
        const inPair = byPair.get(pairOf(mark)) ?? 0;
        const otherDays = (inPair - inCell) / Math.max(1, periodDays - 1);
        const elsewhere = ((byNetwork.get(networkOf(mark)) ?? 0) - inPair) / (otherDeputies * periodDays);
        const expected = BURST.baseRate + otherDays + elsewhere;
        const probability = poissonTail(inCell, expected);
        if (probability < BURST.tail)
            bursts.set(cell, { marks: inCell, expected, probability });
    }
    return bursts;
}
