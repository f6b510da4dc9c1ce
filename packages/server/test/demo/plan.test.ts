import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../src/shared/ids.js';
import { DEMO_APPEALS } from '../../src/demo/load-shares.js';
import { prepare } from '../../src/demo/load.js';
import { seeded } from '../../src/demo/random.js';
import { live } from '../../src/demo/simulate-appeal.js';
import { newApplicant } from '../../src/demo/simulate-applicant.js';
import { planAppeals, type PlannedAppeal } from '../../src/demo/simulate-plan.js';
import type { World } from '../../src/demo/world.js';
import { judgeMarks, type IntegrityMark } from '../../src/feedback/integrity.js';
import { importReference } from '../../src/regions/import-reference.js';
import { SetClock } from '../../src/shared/clock.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const NOW = new Date('2026-11-24T09:30:00Z');
let database: TestDatabase;
let world: World;
let plans: PlannedAppeal[];

beforeAll(async () => {
  database = await testDatabase('plan');
  await importReference(database.orm, { clock: new SetClock(NOW) });
  ({ world } = await prepare(database.orm, NOW));
  plans = planAppeals(world, DEMO_APPEALS);
});
afterAll(() => database.drop());

const countBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

test('a full demonstration has more than the thirty thousand appeals that are promised, from nine months', () => {
  expect(plans.length).toBeGreaterThan(32_000);
  const first = plans[0]!;
  const months = (NOW.getTime() - first.region.time.instant(first.submittedAt).getTime()) / 86_400_000 / 30.4;
  expect(months).toBeGreaterThan(8.5);
  expect(months).toBeLessThan(9.5);
});

test('the anchor region is overwhelmed by 250 to 320 letters, and in no open region the queue is empty', () => {
  const waiting = countBy(plans.filter(({ waits }) => waits === 'MODERATION'), ({ region }) => region.code);
  expect(waiting.get('RU-NVS')).toBeGreaterThanOrEqual(250);
  expect(waiting.get('RU-NVS')).toBeLessThanOrEqual(320);
  expect([...world.regions.values()].filter(({ code, rollout }) => rollout.stage !== 'CLOSED' && !waiting.has(code))).toEqual([]);
});

test('there are busy regions and nearly silent ones, and nobody writes to a closed one', () => {
  const byRegion = countBy(plans, ({ region }) => region.code);
  for (const code of ['RU-NVS', 'RU-ROS', 'RU-TA', 'RU-KDA']) expect(byRegion.get(code), code).toBeGreaterThan(3000);
  expect([...byRegion.values()].filter((count) => count < 25).length).toBeGreaterThanOrEqual(3);
  expect(byRegion.size).toBe(68);
});

test('more than 150 deputies have enough to stand in a league, many more have a mark, most have few data', () => {
  const byDeputy = [...countBy(plans, ({ deputy }) => deputy.id).values()];
  expect(byDeputy.filter((count) => count >= 105).length).toBeGreaterThanOrEqual(150);
  expect(byDeputy.filter((count) => count >= 30 && count < 105).length).toBeGreaterThanOrEqual(100);
});

test('people write by day, on working days, and when their home is troubled', () => {
  const hour = (appeal: PlannedAppeal): number => Math.floor((appeal.submittedAt % 1440) / 60);
  expect(plans.filter((appeal) => hour(appeal) < 6).length / plans.length).toBeLessThan(0.03);
  const weekend = plans.filter(({ region, submittedAt }) => !region.time.isWorked(Math.floor(submittedAt / 1440)));
  expect(weekend.length / plans.length).toBeLessThan(0.25);
  expect(countBy(plans, ({ topic }) => topic).size).toBe(world.topics.length);
});

test('the integrity rules find the burst, the admirer, the praise of staff and of oneself', () => {
  const marks = plans.filter(({ script }) => script?.kind === 'BURST' || script?.kind === 'ADMIRED').flatMap((plan): IntegrityMark[] => {
    const email = plan.script?.kind === 'ADMIRED' ? plan.script.email : undefined;
    const life = live(plan, newApplicant(plan.region, 2026, seeded(email ?? plan.key), email), world);
    return life.marks.map((mark, i) => ({
      id: `${plan.key}:${i}`, applicantKey: life.applicant.person, deputyId: mark.deputy.id, mandateId: mark.deputy.mandateId,
        networkKey: mark.network, givenAt: mark.at,
      givenOn: mark.on, byStaff: email?.endsWith('@demo.test') ?? false,
        ownContact: life.applicant.person === hashOf(mark.deputy.email ?? ''),
    }));
  });
  const reasons = countBy([...judgeMarks(marks, 365).values()], (verdict) => (verdict.counted ? 'counted' : verdict.reason));
  expect(reasons.get('BURST')).toBeGreaterThanOrEqual(8);
  expect(reasons.get('SUPERSEDED')).toBeGreaterThanOrEqual(10);
  expect(marks.filter(({ byStaff }) => byStaff).length).toBeGreaterThanOrEqual(2);
  expect(marks.filter(({ ownContact }) => ownContact).length).toBeGreaterThanOrEqual(2);
});
