import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { rate, type RatingInput } from '../../src/rating/rating.formula.js';
import type { EntryInput } from '../../src/rating/rating.facts.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { compute, entryOf, happened, times } from './rating.fixture.js';

let world: World;
let administrator: Person;

// The clock stands at 2026-03-20; the last twelve months are 2025-03-21 to 2026-03-20, the quarter is 2026-Q1.
beforeAll(async () => {
  world = await startWorld('rating');
  administrator = await world.staffMember('ADMINISTRATOR');
}, 60_000);
afterAll(() => world.stop());

const RATING = `query($filter: RatingFilter!, $first: Int, $after: String, $sort: RatingSort) { rating(filter: $filter) {
  snapshotId period { key from to title } periods { key } formula { version minDue leagueFrom text }
  summary { deputies fewData marked league tierA tierB tierC levelMean }
  entries(first: $first, after: $after, sort: $sort) { totalCount pageInfo { hasNextPage endCursor } edges { node { id deputy { id name } state tier score low high due inTime marks answers
    missingDue missingMarks coverage timeliness { n hits value weight contribution } quality { n hits value } personal { n hits value } } } }
  funnel { name score due } factions { id name due marks score state } regions { id name due score state } } }`;

const ratingFor = async (person: Person, filter: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const { data, errors, raw } = await person.ask(RATING, { filter, ...more });
  expect(errors, raw).toBeUndefined();
  return data.rating;
};
const snapshots = async (period: string): Promise<string[]> =>
  (await rowsOf(world.database.orm.em.fork()).selectFrom('rating_snapshot').where('period', '=', period).select('id').execute()).map(({ id }) => id);

test('before the first computation the page is empty, and an unknown period is refused', async () => {
  const rating = await ratingFor(administrator);
  expect(rating.entries).toMatchObject({ totalCount: 0, edges: [] });
  expect(rating.period).toMatchObject({ key: 'last-12-months', from: '2025-03-21', to: '2026-03-20' });
  const { errors } = await administrator.ask('{ rating(filter: { period: "2019-Q1" }) { snapshotId } }');
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter.period', reason: 'PERIOD_UNKNOWN' });
});

describe('what counts', () => {
  test('every appeal that is due or answered, open overdue ones included, and each exclusion with its reason', async () => {
    const [deputy] = world.psk.deputies;
    const appeal = { deputy: deputy!, place: world.psk };
    await happened(world, [
      { ...appeal, dueOn: '2026-02-10', answeredOn: '2026-02-10', mark: { quality: 5, personal: 5 } },      // in time on the very day
      { ...appeal, dueOn: '2026-02-10', answeredOn: '2026-02-11', mark: { quality: 4, personal: 3 } },      // late by a day
      { ...appeal, dueOn: '2026-02-12', answeredOn: null },                                                 // open and overdue: late
      { ...appeal, dueOn: '2026-04-05', answeredOn: '2026-03-15' },                                         // answered before due: counts at once
      { ...appeal, dueOn: '2026-03-20', answeredOn: null },                                                 // due today: not late yet
      { ...appeal, dueOn: '2026-04-10', answeredOn: null },                                                 // due later
      { ...appeal, dueOn: '2026-02-15', answeredOn: null, status: 'WITHDRAWN', closedOn: '2026-02-14' },    // withdrawn in time: excluded
      { ...appeal, dueOn: '2026-02-15', answeredOn: null, status: 'WITHDRAWN', closedOn: '2026-02-16' },    // withdrawn late: late
      { ...appeal, dueOn: '2026-02-15', answeredOn: null, status: 'FORWARDED', forwardedOutside: true, closedOn: '2026-02-15' },
      { ...appeal, dueOn: '2026-02-15', answeredOn: null, status: 'SUBMITTED' },                            // back with moderation
      { ...appeal, dueOn: '2025-03-20', answeredOn: '2025-03-01' },                                         // before the period
    ]);
    await compute(world);
    const entry = await entryOf(world, deputy!.id);
    expect(entry).toMatchObject({ due: 5, in_time: 2, marks: 2, answers: 3, state: 'FEW_DATA', score: null });
    expect((entry.input as unknown as EntryInput).marked).toBe(2);

    const { data, raw } = await administrator.ask(`query($id: ID!) { ratingExplanation(deputyId: $id) { load steps { code part title text value } results { result count }
      firstReactionDays entry { score due coverage } items(first: 20) { totalCount edges { node { number dueOn answeredOn inTime counted exclusionText quality markCounted } } } } }`, { id: deputy!.id });
    const { items, entry: shown, steps, results } = data.ratingExplanation;
    expect(shown, raw).toEqual({ score: null, due: 5, coverage: 0.666667 });
    // All of the period but the one that is due after it and unanswered.
    expect(items.totalCount).toBe(9);
    const counted = items.edges.filter(({ node }: { node: { counted: boolean } }) => node.counted);
    expect(counted).toHaveLength(5);
    const reasons = items.edges.flatMap(({ node }: { node: { exclusionText: string | null } }) => node.exclusionText ?? []);
    expect(reasons).toHaveLength(4);
    expect(new Set(reasons).size).toBe(4);
    expect(steps.at(-1)).toMatchObject({ code: 'FEW_DATA', value: null, text: expect.stringContaining('обращений со сроком — 5, отметок заявителей — 8') });
    expect(results).toContainEqual({ result: 'MEASURES_TAKEN', count: 3 });
  });

  test('a mark earns quality only with every question answered and no form letter; informality is what the answers do not repeat', async () => {
    const [, deputy] = world.psk.deputies;
    const appeal = { deputy: deputy!, place: world.psk, dueOn: '2026-02-20', answeredOn: '2026-02-18' };
    await happened(world, [
      { ...appeal, templateShare: 0.1, mark: { quality: 5, personal: 4 } },
      { ...appeal, templateShare: 0.8, mark: { quality: 5, personal: 4 } },
      { ...appeal, templateShare: 0.3, result: 'LEFT', mark: { quality: 5, personal: 2 } },
      { ...appeal, templateShare: null, mark: { quality: 3 } },
    ]);
    await compute(world);
    const { rating } = (await entryOf(world, deputy!.id)).input as unknown as EntryInput;
    const stratum = 'housing.yards:PORTAL';
    expect(rating.quality).toEqual([{ stratum, n: 4, hits: 1 }]);
    expect(rating.personal).toEqual([{ stratum, n: 3, hits: 2 }]);
    expect(rating.informality).toEqual({ n: 3, sum: 1.8 });
    const { data } = await administrator.ask('query($id: ID!) { ratingExplanation(deputyId: $id) { items { edges { node { quality markCounted markExclusionText templateShare } } } } }', { id: deputy!.id });
    const texts = data.ratingExplanation.items.edges.map(({ node }: { node: { markExclusionText: string | null } }) => node.markExclusionText).filter(Boolean);
    expect(texts).toHaveLength(2);
  });

  test('one mark of an applicant counts for a deputy in a period, and the mark itself says why the other does not', async () => {
    const [deputy] = world.nvs.deputies;
    const appeal = { deputy: deputy!, place: world.nvs, dueOn: '2026-02-20', answeredOn: '2026-02-18' };
    await happened(world, [
      { ...appeal, mark: { quality: 1, applicant: 'same', givenOn: '2026-02-18' } },
      { ...appeal, mark: { quality: 5, applicant: 'same', givenOn: '2026-02-19' } },
    ]);
    await compute(world);
    const entry = await entryOf(world, deputy!.id);
    expect(entry.marks).toBe(1);
    expect((entry.input as unknown as EntryInput).rating.quality).toEqual([{ stratum: 'housing.yards:PORTAL', n: 1, hits: 1 }]);
    const { data } = await administrator.ask('query($id: ID!) { feedback(filter: { deputyId: $id }) { edges { node { quality counted notCountedReason notCountedText } } } }', { id: deputy!.id });
    const [last, first] = data.feedback.edges.map(({ node }: { node: object }) => node);
    expect(last).toMatchObject({ quality: 5, counted: true, notCountedReason: null, notCountedText: null });
    expect(first).toMatchObject({ quality: 1, counted: false, notCountedReason: 'SUPERSEDED', notCountedText: expect.stringContaining('последняя') });
  });

  test('a mark of the deputy’s own aide counts as one with the deputy’s other contacts', async () => {
    const [, deputy] = world.nvs.deputies;
    const aide = await world.staffMember('AIDE', [], deputy!.id);
    const { email } = (await aide.ask('{ me { email } }')).data.me as { email: string };
    const contactHash = (contact: string): string => world.app.parts.vault.contactHash(contact, null);
    const appeal = { deputy: deputy!, place: world.nvs, dueOn: '2026-02-20', answeredOn: '2026-02-18' };
    await happened(world, [
      { ...appeal, mark: { quality: 5, applicant: contactHash(email) } },
      { ...appeal, mark: { quality: 5 } },
    ]);
    const db = rowsOf(world.database.orm.em.fork());
    await db.updateTable('deputy').set({ email: 'own@deputy.example' }).where('id', '=', deputy!.id).execute();
    await happened(world, [{ ...appeal, mark: { quality: 5, applicant: contactHash('own@deputy.example') } }]);
    await compute(world);
    const { notCounted } = (await entryOf(world, deputy!.id)).input as unknown as EntryInput;
    expect(Object.values(notCounted)).toEqual(['OWN_CONTACTS_COUNT_ONCE']);
  });
});

describe('a league', () => {
  // Five more deputies of Novosibirsk: the first is planted best, the last worst.
  const planted = [60, 51, 51, 51, 36];
  let ids: string[];

  beforeAll(async () => {
    const db = rowsOf(world.database.orm.em.fork());
    const { newId } = await import('../../src/shared/ids.js');
    ids = [];
    for (const [i, good] of planted.entries()) {
      const [id, mandateId] = [newId(), newId()];
      const name = `${'ЕДГВБ'[i]}-депутат Имя`;
      await db.insertInto('deputy').values({ id, region_code: 'RU-NVS', last_name: name, first_name: 'Имя', middle_name: null, sort_name: name,
        search_name: name.toLowerCase(), email: null, contact_confirmed_at: null, created_at: new Date('2026-01-01') }).execute();
      await db.insertInto('mandate').values({ id: mandateId, deputy_id: id, body_id: world.nvs.bodyId, faction_id: world.nvs.factionId, district_id: null,
        convocation: 7, joining: 'PILOT', joined_on: '2026-01-10', started_on: '2024-09-20', ended_on: null, is_current: true }).execute();
      await happened(world, times(60, (k) => ({
        deputy: { id, mandateId }, place: world.nvs, dueOn: '2026-02-10', answeredOn: k < good ? '2026-02-09' : '2026-02-12',
        mark: { quality: k < good ? 5 : 2, personal: k < good ? 5 : 2 },
      })));
      ids.push(id);
    }
    await compute(world);
  }, 60_000);

  test('holds those whose score is reliable, in tiers that differ, and inside a tier in the order of names', async () => {
    const rating = await ratingFor(administrator, { regionCode: ['RU-NVS'], state: ['LEAGUE'] });
    const seen = rating.entries.edges.map(({ node }: { node: { deputy: { id: string }; tier: string } }) => [ids.indexOf(node.deputy.id), node.tier]);
    expect(seen).toEqual([[0, 'A'], [3, 'B'], [2, 'B'], [1, 'B'], [4, 'C']]);
    expect(rating.summary).toMatchObject({ deputies: 5, league: 5, tierA: 1, tierB: 3, tierC: 1 });
    for (const { node } of rating.entries.edges) {
      expect(node.low).toBeLessThan(node.score);
      expect(node.high).toBeGreaterThan(node.score);
      expect(node.coverage).toBe(1);
    }
  });

  test('adds up: the parts’ contributions make the score, and the figures are the formula’s', async () => {
    const entry = await entryOf(world, ids[1]!);
    const { timeliness, quality, personal, score } = entry.output as unknown as ReturnType<typeof rate>[number];
    expect(score).toBeCloseTo(0.4 * timeliness.value + 0.4 * quality.value + 0.2 * personal.value, 5);
    // 51 of 60 in time; the other six deputies of the level with appeals: 60 + 51 + 51 + 36 in time of 240, and of the first tests 2 of 5, 4 of 4, 2 of 2, 3 of 3.
    expect(timeliness).toMatchObject({ n: 60, hits: 51, observed: 0.85, mean: Math.round(((60 + 51 + 51 + 36 + 2 + 4 + 2 + 3 + 0.8 * 2) / (240 + 14 + 2)) * 1e6) / 1e6 });
    expect(timeliness.shrunk).toBeCloseTo((51 + 20 * timeliness.mean) / 80, 2);
  });

  test('recomputes from the stored inputs to the byte', async () => {
    const db = rowsOf(world.database.orm.em.fork());
    for (const period of ['last-12-months', '2026-Q1', '2025-Q4']) {
      const [snapshot] = (await snapshots(period)).slice(-1);
      const rows = await db.selectFrom('rating_entry').where('snapshot_id', '=', snapshot!).select(['mandate_id', 'input', 'output']).execute();
      expect(rows).toHaveLength(9);
      const again = new Map(rate(rows.map(({ input }) => (input as unknown as { rating: RatingInput }).rating)).map((result) => [result.mandateId, result]));
      for (const row of rows) expect(canonical(row.output)).toBe(canonical(again.get(row.mandate_id)));
    }
  });

  test('is computed again without a trace when nothing changed, and the last snapshot of each day stays', async () => {
    const before = await snapshots('last-12-months');
    await compute(world);
    expect(await snapshots('last-12-months')).toEqual(before);
    world.clock.advance(11 * 60_000);
    await happened(world, [{ deputy: world.nvs.deputies[0]!, place: world.nvs, dueOn: '2026-02-20', answeredOn: '2026-02-18' }]);
    await compute(world);
    const after = await snapshots('last-12-months');
    expect(after).toHaveLength(1);
    expect(before).not.toContain(after[0]);
    world.clock.advance(24 * 3600_000);
    await compute(world);
    expect(await snapshots('last-12-months')).toHaveLength(2);
    const rating = await ratingFor(administrator);
    expect(rating.period).toMatchObject({ from: '2025-03-22', to: '2026-03-21' });
    expect(rating.periods.map(({ key }: { key: string }) => key)).toEqual(['last-12-months', '2026-Q1', '2025-Q4']);
  });

  test.each([null, { field: 'NAME', direction: 'DESC' }, { field: 'SCORE', direction: 'DESC' }, { field: 'DUE', direction: 'ASC' }])('is read in pages without a loss, sorted by %j', async (sort) => {
    const all = (await ratingFor(administrator, {}, { sort, first: 50 })).entries;
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { entries } = await ratingFor(administrator, {}, { sort, first: 2, after });
      names.push(...entries.edges.map(({ node }: { node: { deputy: { name: string } } }) => node.deputy.name));
      after = entries.pageInfo.hasNextPage ? entries.pageInfo.endCursor : null;
    } while (after);
    expect(names).toEqual(all.edges.map(({ node }: { node: { deputy: { name: string } } }) => node.deputy.name));
    expect(names).toHaveLength(9);
    expect(all.totalCount).toBe(9);
  });

  test('pools factions and regions instead of averaging them', async () => {
    const rating = await ratingFor(administrator);
    const nvs = rating.regions.find(({ id }: { id: string }) => id === 'RU-NVS');
    expect(nvs).toMatchObject({ name: 'Новосибирская область', state: 'LEAGUE', due: 306 });
    expect(nvs.score).toBeGreaterThan(0);
    // Nine of the first tests, and the one that fell due when the clock moved on.
    expect(rating.regions.find(({ id }: { id: string }) => id === 'RU-PSK')).toMatchObject({ state: 'FEW_DATA', score: null, due: 10 });
    expect(rating.factions.map(({ id }: { id: string }) => id)).toContain(world.nvs.factionId);
  });

  test('explains a figure in steps that a newcomer understands, in both languages', async () => {
    const query = 'query($id: ID!) { ratingExplanation(deputyId: $id) { steps { code part title text value } formula { text } entry { score } } }';
    const { data } = await administrator.ask(query, { id: ids[0]! });
    const { steps, entry } = data.ratingExplanation;
    expect(steps[0]).toMatchObject({ code: 'OBSERVED', part: 'timeliness', text: expect.stringContaining('60 из 60') });
    expect(steps.find(({ code }: { code: string }) => code === 'SCORE').value).toBe(entry.score);
    expect(steps.filter(({ code }: { code: string }) => code === 'EFFECT')).toHaveLength(3);
    const english = await administrator.ask(query, { id: ids[0]! }, { 'accept-language': 'en' });
    expect(english.data.ratingExplanation.steps[0].text).toContain('60 of 60');
    expect(english.raw).not.toMatch(/[а-яё]/i);
  });

  describe('the bottom', () => {
    const PAGE = '{ rating(filter: {}) { summary { deputies tierC } entries { totalCount edges { node { deputy { id } tier } } } funnel { deputyId } } }';
    const EXPLAIN = 'query($id: ID!) { ratingExplanation(deputyId: $id) { entry { score } } }';
    const sees = async (person: Person): Promise<boolean[]> => {
      const { data } = await person.ask(PAGE);
      const worst = ids[4]!;
      const { errors } = await person.ask(EXPLAIN, { id: worst });
      return [
        data.rating.entries.edges.some(({ node }: { node: { deputy: { id: string } } }) => node.deputy.id === worst),
        data.rating.funnel.some(({ deputyId }: { deputyId: string }) => deputyId === worst), data.rating.summary.tierC > 0, !errors,
      ];
    };

    test('a moderator cannot see it, nor count it', async () => {
      expect(await sees(await world.staffMember('MODERATOR', ['RU-NVS']))).toEqual([false, false, false, false]);
    });
    test('a deputy of the same body cannot see it', async () => {
      expect(await sees(await world.staffMember('DEPUTY', [], ids[0]))).toEqual([false, false, false, false]);
    });
    test('its deputy, the aide, the coordinator and the analyst see it', async () => {
      for (const person of [
        await world.staffMember('DEPUTY', [], ids[4]), await world.staffMember('AIDE', [], ids[4]), await world.staffMember('COORDINATOR', ['RU-NVS']),
        await world.staffMember('ANALYST'),
      ]) expect(await sees(person)).toEqual([true, true, true, true]);
    });
    test('a deputy cannot read the reasons of a colleague whose entry is in the list', async () => {
      const deputy = await world.staffMember('DEPUTY', [], ids[1]);
      const { errors } = await deputy.ask(EXPLAIN, { id: ids[0] });
      expect(errors![0]!.extensions.code).toBe('NOT_FOUND');
      expect((await deputy.ask(EXPLAIN, { id: ids[1] })).errors).toBeUndefined();
    });
    test('a coordinator cannot see another region', async () => {
      const coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
      const rating = await ratingFor(coordinator);
      expect(rating.entries.totalCount).toBe(2);
      expect(rating.regions.map(({ id }: { id: string }) => id)).toEqual(['RU-PSK']);
      expect((await coordinator.ask(EXPLAIN, { id: ids[0] })).errors![0]!.extensions.code).toBe('NOT_FOUND');
    });
    test('nobody can see a rating without a session', async () => {
      expect((await world.citizen.ask(PAGE)).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
      expect((await world.citizen.ask(EXPLAIN, { id: ids[0] })).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    });
  });
});

/** The same value is the same text, whatever order PostgreSQL keeps keys in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (inner && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
