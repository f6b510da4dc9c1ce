import { describe, expect, test } from 'vitest';
import { BURST, judgeMarks, poissonTail } from './integrity.js';
import type { IntegrityMark, MarkVerdict } from './integrity.js';

let next = 0;

/** A mark of an applicant of its own, on 10 March at noon, unless told otherwise. */
function mark(more: Partial<IntegrityMark> = {}): IntegrityMark {
  next += 1;
  const id = `mark-${String(next).padStart(5, '0')}`;
  const givenOn = more.givenOn ?? '2026-03-10';
  return {
    id, applicantKey: `applicant of ${id}`, deputyId: 'deputy', mandateId: 'mandate', givenAt: new Date(`${givenOn}T12:00:00Z`), givenOn,
    byStaff: false, ownContact: false, ...more,
  };
}

const times = (count: number, make: (index: number) => IntegrityMark): IntegrityMark[] => Array.from({ length: count }, (_, i) => make(i));

const dayOf = (index: number): string => `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`;

const judge = (marks: IntegrityMark[], periodDays = 90): MarkVerdict[] => {
  const verdicts = judgeMarks(marks, periodDays);
  return marks.map(({ id }) => verdicts.get(id) ?? expect.fail(`no verdict on ${id}`));
};

/** 'counted' or the reason, in the order of the marks. */
const words = (marks: IntegrityMark[], periodDays = 90): string[] =>
  judge(marks, periodDays).map((verdict) => (verdict.counted ? 'counted' : verdict.reason));

describe('one mark per applicant, deputy and period', () => {
  test('the last one counts, whatever the order of rows', () => {
    const [first, second, third] = [3, 9, 27].map((day) => mark({ applicantKey: 'anna', givenOn: dayOf(day) })) as [
      IntegrityMark, IntegrityMark, IntegrityMark];
    expect(words([third, first, second])).toEqual(['counted', 'SUPERSEDED', 'SUPERSEDED']);
    expect(words([first, second, third])).toEqual(['SUPERSEDED', 'SUPERSEDED', 'counted']);
  });

  test('of two marks at the same instant the one with the later id counts', () => {
    expect(words(times(2, () => mark({ applicantKey: 'anna' })))).toEqual(['SUPERSEDED', 'counted']);
  });

  test('two mandates of one deputy are one deputy, two deputies are two', () => {
    expect(words([mark({ applicantKey: 'anna', mandateId: 'a' }), mark({ applicantKey: 'anna', mandateId: 'b' })]))
      .toEqual(['SUPERSEDED', 'counted']);
    expect(words([mark({ applicantKey: 'anna', deputyId: 'a' }), mark({ applicantKey: 'anna', deputyId: 'b' })]))
      .toEqual(['counted', 'counted']);
  });
});

describe('groups that count as one', () => {
  test('staff, own contacts and each campaign, the last mark of each', () => {
    const marks = [
      ...times(3, () => mark({ byStaff: true })), ...times(3, () => mark({ ownContact: true })),
      ...times(3, () => mark({ campaignId: 'yard' })), ...times(2, () => mark({ campaignId: 'bus' })), ...times(2, () => mark()),
    ];
    expect(words(marks)).toEqual([
      'STAFF_COUNT_ONCE', 'STAFF_COUNT_ONCE', 'counted', 'OWN_CONTACTS_COUNT_ONCE', 'OWN_CONTACTS_COUNT_ONCE', 'counted',
      'CAMPAIGN_COUNTS_ONCE', 'CAMPAIGN_COUNTS_ONCE', 'counted', 'CAMPAIGN_COUNTS_ONCE', 'counted', 'counted', 'counted',
    ]);
  });

  test('count once for each deputy', () => {
    expect(words(['a', 'b'].map((deputyId) => mark({ campaignId: 'yard', deputyId })))).toEqual(['counted', 'counted']);
  });

  test('a mark of several groups belongs to staff first, then to own contacts', () => {
    const marks = [mark({ byStaff: true, campaignId: 'yard' }), mark({ byStaff: true }), mark({ campaignId: 'yard' })];
    expect(words(marks)).toEqual(['STAFF_COUNT_ONCE', 'counted', 'counted']);
  });

  test('an applicant who superseded a mark of the campaign does not speak for it twice', () => {
    const marks = [mark({ applicantKey: 'anna', campaignId: 'yard' }), mark({ applicantKey: 'anna' }), mark({ campaignId: 'yard' })];
    expect(words(marks)).toEqual(['SUPERSEDED', 'counted', 'counted']);
  });
});

describe('bursts', () => {
  test('twelve marks in a day from one network are quarantined with the evidence', () => {
    const verdicts = judge(times(12, () => mark({ networkKey: 'cafe' })));
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({ counted: false, reason: 'BURST', evidence: { marks: 12, expected: BURST.baseRate } });
      if (!verdict.counted && verdict.reason === 'BURST') expect(verdict.evidence.probability).toBeLessThan(BURST.tail);
    }
  });

  test('four marks of a family never are, nor marks without a network', () => {
    expect(words(times(4, () => mark({ networkKey: 'home' })))).toEqual(times(4, () => mark()).map(() => 'counted'));
    expect(new Set(words(times(40, () => mark())))).toEqual(new Set(['counted']));
  });

  test('a village behind one address, with marks on many days, is none', () => {
    const village = times(84, (i) => mark({ networkKey: 'village', givenOn: dayOf(i) }));
    const busy = times(5, () => mark({ networkKey: 'village', givenOn: '2026-03-10' }));
    expect(new Set(words([...village, ...busy], 31))).toEqual(new Set(['counted']));
  });

  test('a mobile operator that brings everybody marks is none', () => {
    const everybody = times(2000, (i) => mark({ networkKey: 'operator', deputyId: `d${i % 50}`, givenOn: dayOf(i * 3) }));
    const day = times(6, () => mark({ networkKey: 'operator', deputyId: 'd1', givenOn: '2026-03-20' }));
    expect(new Set(words([...everybody, ...day], 30))).toEqual(new Set(['counted']));
  });

  test('does not excuse itself by going on for three days', () => {
    const marks = times(60, (i) => mark({ networkKey: 'farm', givenOn: dayOf(i % 3) }));
    expect(new Set(words(marks))).toEqual(new Set(['BURST']));
  });

  test('leaves the honest marks of the same day and the same deputy alone', () => {
    const honest = times(10, (i) => mark({ networkKey: `home ${i}` }));
    expect(words([...honest, ...times(10, () => mark({ networkKey: 'farm' }))]).slice(0, 10)).toEqual(honest.map(() => 'counted'));
  });

  test('are looked for after campaigns were made one: a mass answer read in one office is no burst', () => {
    expect(words(times(30, () => mark({ networkKey: 'office', campaignId: 'yard' }))).filter((word) => word === 'counted')).toHaveLength(1);
  });

  test('a released mark counts, the others stay in quarantine', () => {
    const [released, ...rest] = times(8, (i) => mark({ networkKey: 'farm', released: i === 0 })) as [IntegrityMark, ...IntegrityMark[]];
    expect(words([released, ...rest])).toEqual(['counted', ...rest.map(() => 'BURST')]);
  });

  test('a quarantined mark does not bring the applicant’s earlier one back', () => {
    const early = mark({ applicantKey: 'anna', givenOn: '2026-03-01' });
    const burst = times(9, (i) => mark({ networkKey: 'farm', ...(i === 0 && { applicantKey: 'anna' }) }));
    expect(words([early, ...burst])[0]).toBe('SUPERSEDED');
  });
});

test('the order of marks does not matter and every mark has a verdict', () => {
  const marks = times(300, (i) => mark({
    applicantKey: `a${(i * 7) % 120}`, deputyId: `d${i % 3}`, givenOn: dayOf(i * 11), networkKey: i % 4 ? `n${i % 6}` : null,
    campaignId: i % 9 ? null : `c${i % 2}`, byStaff: i % 31 === 0, ownContact: i % 37 === 0,
  }));
  const sorted = (of: IntegrityMark[]): [string, MarkVerdict][] => [...judgeMarks(of, 31)].sort(([a], [b]) => (a < b ? -1 : 1));
  const expected = sorted(marks);
  expect(expected).toHaveLength(300);
  expect(sorted([...marks].reverse())).toEqual(expected);
  expect(sorted(marks.map((_, i) => marks[(i * 101) % 300] ?? expect.fail('gap')))).toEqual(expected);
});

test('no more than one counted mark is left of an applicant for a deputy', () => {
  const marks = times(400, (i) => mark({ applicantKey: `a${i % 23}`, deputyId: `d${i % 5}`, givenOn: dayOf(i) }));
  const verdicts = judgeMarks(marks, 90);
  const counted = marks.filter(({ id }) => verdicts.get(id)?.counted);
  expect(counted).toHaveLength(23 * 5);
  expect(new Set(counted.map(({ applicantKey, deputyId }) => `${applicantKey} ${deputyId}`)).size).toBe(counted.length);
});

describe('the Poisson tail', () => {
  test.each([[0, 3, 1], [1, 1, 1 - Math.exp(-1)], [2, 1, 1 - 2 * Math.exp(-1)], [10, 5, 0.031828], [5, 0.05, 2.4976e-9], [1, 0, 0]])(
    'P(X ≥ %d) with mean %d is %d', (count, mean, expected) => {
      expect(poissonTail(count, mean)).toBeCloseTo(expected, 6);
      if (expected > 0) expect(poissonTail(count, mean) / expected).toBeCloseTo(1, 3);
    });

  test('sums far beyond the mean and far below it', () => {
    expect(poissonTail(10, 500)).toBeCloseTo(1, 9);
    expect(poissonTail(10, 5000)).toBe(1);
    expect(poissonTail(1000, 1000)).toBeCloseTo(0.5042, 3);
    expect(poissonTail(500, 10)).toBeLessThan(1e-300);
  });
});

test('a period of no days is refused', () => {
  expect(() => judgeMarks([], 0)).toThrow(RangeError);
});
