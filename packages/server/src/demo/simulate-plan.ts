/** Who writes to whom, when and about what: the plan of nine months, before anything is said or done about it. */
import { answerDeadline } from '../appeals/index.js';
import { addDays, dayOfEpoch, epochDay, type Day } from '../shared/day.js';
import { ANCHOR_REGION } from './anchors.js';
import type { DemoDeputy } from './directory.js';
import { appealsPerDeputy, DayCurve, DEMO_APPEALS, momentOf } from './load-shares.js';
import { DAY, dayNumber, type LocalMinute } from './local-time.js';
import { chance, int, pick, seeded, weighted, type Random } from './random.js';
import { TopicChooser } from './topics.js';
import type { DemoRegion, World } from './world.js';

/** What must come of an appeal, whatever chance says. */
export type Script =
  /** Registered on a day and not answered yet; perhaps extended, taken in hand, with a draft. */
  | { readonly kind: 'OPEN'; readonly registeredOn: number; readonly extension: number; readonly begun: boolean; readonly draft: boolean }
  /** Answered long ago, marked as not solved and reopened on a day. */
  | { readonly kind: 'REOPENED'; readonly reopenedOn: number }
  /** Answered and marked with 5 by this address: a colleague, the deputy, or one admirer who writes again and again. */
  | { readonly kind: 'ADMIRED'; readonly email: string }
  /** If it is answered before that moment and still can be marked, it gets a false mark then, from the network of the others. */
  | { readonly kind: 'BURST'; readonly at: LocalMinute };

export interface PlannedAppeal {
  /** The seed of everything that happens to it, so that nothing depends on its neighbours. */
  readonly key: string;
  readonly region: DemoRegion;
  readonly deputy: DemoDeputy;
  readonly submittedAt: LocalMinute;
  readonly topic: string;
  readonly script: Script | null;
  /** Among the region's newest, which no moderator has settled yet. */
  waits: 'MODERATION' | 'CLARIFICATION' | null;
}

/** Troubles that made many people write at once: a region, a topic, how long ago it began, for how many days, how many letters. */
const SPIKES: readonly (readonly [region: string, topic: string, daysAgo: number, days: number, letters: number])[] = [
  ['RU-NVS', 'housing.utilities', 5, 5, 215], ['RU-ROS', 'economy.roads', 41, 8, 70], ['RU-TA', 'economy.ecology', 88, 12, 60], ['RU-KDA',
  'housing.electricity', 120, 6, 80],
  ['RU-TYU', 'economy.transport', 23, 9, 45], ['RU-PSK', 'social.healthcare', 60, 10, 40], ['RU-CE', 'housing.electricity', 15, 5, 35],
  ['RU-MOS', 'housing.waste', 75, 12, 60],
  ['RU-CHE', 'economy.ecology', 33, 7, 40], ['RU-SVE', 'economy.transport', 52, 9, 35],
];

/** Letters of the newest that wait for a moderator: the anchor region is overwhelmed on purpose, a pilot region has some days' work. */
const WAITING = { [ANCHOR_REGION]: 285, enrolled: [1, 6] } as const;
/** Of those that wait, so many wait for the applicant. */
const CLARIFYING_PART = 0.1;

/** The plan, in the order in which people write. @param appeals how many, about; a full demonstration has `DEMO_APPEALS` */
export function planAppeals(world: World, appeals: number): PlannedAppeal[] {
  const { seed } = world;
  const scale = appeals / DEMO_APPEALS;
  const regions = [...world.regions.values()];
  const deputies = regions.flatMap((region) => region.deputies);
  const spikes = SPIKES.filter(([, topic]) => world.topics.includes(topic)).map((spike) => ({ spike,
    letters: Math.round(spike[4] * scale) }));
  const total = appeals - spikes.reduce((sum, { letters }) => sum + letters, 0);
  const counts = appealsPerDeputy(seed, total, deputies, regions.map(({ rollout }) => rollout), world.today);
  const curve = new DayCurve(seed, world.today, world.rules.calendar);
  const topics = new TopicChooser(seed, world.topics);
  const special = specialDeputies(world, counts);

  const planned: PlannedAppeal[] = [];
  const add = (key: string, region: DemoRegion, deputy: DemoDeputy, at: LocalMinute, random: Random,
    given: { topic?: string; script?: Script | null } = {}): void => {
    if (at > region.now) return;
    const month = Number(dayOfEpoch(dayNumber(at)).slice(5, 7));
    const topic = given.topic ?? topics.draw(random, region.code, deputy.level, month);
    planned.push({ key, region, deputy, submittedAt: at, topic, script: given.script ?? null, waits: null });
  };
  for (const region of regions) {
    for (const deputy of region.deputies) {
      const random = seeded(`${seed}:letters:${deputy.id}`);
      const from = epochDay(deputy.joinedOn) + 1;
      const today = dayNumber(region.now);
      for (let i = 0; i < (counts.get(deputy.id) ?? 0); i += 1) {
        const at = momentOf(random, Math.min(curve.draw(random, from), today));
        add(`${deputy.id}:${i}`, region, deputy, at, random, { script: special(deputy, i) });
      }
      if (deputy.anchor) for (const [i, script] of anchorScripts(world, region).entries()) {
        add(`${deputy.id}:anchor:${i}`, region, deputy, submissionBefore(region, script, random), random, { script });
      }
    }
    refresh(region, planned, seed);
  }
  for (const { spike: [code, topic, daysAgo, days], letters } of spikes) {
    const region = world.regions.get(code)!;
    const random = seeded(`${seed}:spike:${code}:${topic}`);
    const first = dayNumber(region.now) - daysAgo;
    const able = region.deputies.filter((deputy) => deputy.reachable && epochDay(deputy.joinedOn) < first);
    for (let i = 0; i < letters && able.length > 0; i += 1) {
      // It swells and ebbs; what began six days ago is still swelling.
      const day = first + Math.floor(days * (daysAgo <= days ? Math.sqrt(random()) : (random() + random()) / 2));
      add(`spike:${code}:${topic}:${i}`, region, pick(random, able), momentOf(random, day), random, { topic });
    }
  }
  queue(regions, planned, seed, scale);
  return planned.sort((a, b) => a.region.time.instant(a.submittedAt).getTime() - b.region.time.instant(b.submittedAt).getTime()
    || (a.key < b.key ? -1 : 1));
}

/** A region without a letter of the last two days gets one: in no open region the queue is empty. */
function refresh(region: DemoRegion, planned: PlannedAppeal[], seed: string): void {
  if (region.rollout.stage === 'CLOSED') return;
  const own = planned.filter((appeal) => appeal.region === region && !appeal.script);
  if (own.some((appeal) => appeal.submittedAt > region.now - 2 * DAY)) return;
  const random = seeded(`${seed}:fresh:${region.code}`);
  const able = region.deputies.filter(({ reachable }) => reachable);
  const model = own.at(-1);
  if (able.length === 0) return;
  const deputy = model?.deputy ?? pick(random, able);
  planned.push({
    key: `fresh:${region.code}`, region, deputy, submittedAt: region.now - 20 - random() * 1.6 * DAY,
      topic: model?.topic ?? 'housing.yards', script: null, waits: null,
  });
}

/** Moderators work through the letters in their order, so those that wait are the newest. */
function queue(regions: readonly DemoRegion[], planned: readonly PlannedAppeal[], seed: string, scale: number): void {
  const byRegion = new Map<DemoRegion, PlannedAppeal[]>(regions.map((region) => [region, []]));
  for (const appeal of planned) if (appeal.script === null) byRegion.get(appeal.region)?.push(appeal);
  for (const region of regions) {
    const random = seeded(`${seed}:queue:${region.code}`);
    const newest = (byRegion.get(region) ?? []).sort((a, b) => b.submittedAt - a.submittedAt);
    const size = region.code === ANCHOR_REGION ? Math.max(14, Math.round(WAITING[ANCHOR_REGION] * scale))
      : region.rollout.stage === 'PILOT' ? Math.max(2, Math.round((newest.length / 270) * (1 + 1.2 * random())))
        : int(random, ...WAITING.enrolled);
    let waiting = 0;
    for (const [i, appeal] of newest.entries()) {
      if (waiting >= size || appeal.submittedAt < region.now - 9 * DAY) break;
      const settledOutOfTurn = i > 0 && appeal.submittedAt < region.now - DAY && chance(random, 0.12);
      if (settledOutOfTurn) continue;
      const asked = region.time.officeFrom(appeal.submittedAt + 30) < region.now - 30 && appeal.submittedAt > region.now - 4 * DAY;
      appeal.waits = i > 0 && asked && chance(random, CLARIFYING_PART) ? 'CLARIFICATION' : 'MODERATION';
      if (appeal.waits === 'MODERATION') waiting += 1;
    }
  }
}

/** Today's desk of an anchor deputy: due today, at risk, late, new, in hand, reopened. */
function anchorScripts(world: World, region: DemoRegion): Script[] {
  const today = dayOfEpoch(dayNumber(region.now));
  const due = (day: Day, begun: boolean, draft = false): Script[] => {
    const registered = registrationFor(world, region, day);
    return registered ? [{ kind: 'OPEN', ...registered, begun, draft }] : [];
  };
  const worked = (daysAgo: number): number => region.time.workedDay(dayNumber(region.now) - daysAgo, -1);
  const fresh = (daysAgo: number, begun: boolean): Script => ({ kind: 'OPEN', registeredOn: worked(daysAgo), extension: 0, begun,
    draft: false });
  return [
    ...due(today, true, true), ...due(today, true), ...due(today, false),
    ...[1, 2, 3, 3, 4, 5].flatMap((days) => due(region.time.isWorked(epochDay(addDays(today, days))) ? addDays(today, days)
      : addDays(today, 6), days % 2 === 0, days === 2)),
    ...[-1, -3, -6, -12].flatMap((days) => due(dayOfEpoch(region.time.workedDay(epochDay(addDays(today, days)), -1)), days !== -6)),
    fresh(1, false), fresh(1, false), fresh(2, false), fresh(3, false), fresh(4, true), fresh(6, true), fresh(9, true), fresh(12, true),
      fresh(15, true), fresh(18, false),
    { kind: 'REOPENED', reopenedOn: worked(2) }, { kind: 'REOPENED', reopenedOn: worked(5) },
  ];
}

/**
 * The working day on which an appeal was registered that is due on this day, and how far it was extended: thirty days after a working
 * day never end on a Monday or Tuesday. Null for a day off, on which no deadline ends.
 */
function registrationFor(world: World, region: DemoRegion, dueOn: Day): { registeredOn: number; extension: number } | null {
  const policy = world.rules.policyFor(region.code, dueOn).terms;
  for (const extension of [0, 10, 7, 14, 5]) {
    const first = epochDay(dueOn) - policy.answerDays - extension - 1;
    for (let day = first; day < first + 12; day += 1) {
      if (!region.time.isWorked(day)) continue;
      const registeredOn = dayOfEpoch(day);
      if (answerDeadline({ registeredOn, policy, calendar: world.rules.calendar,
        extensionDays: extension }).dueOn === dueOn) return { registeredOn: day, extension };
    }
  }
  return null;
}

/** Somebody wrote the evening before a scripted registration; a reopened one is months old. */
function submissionBefore(region: DemoRegion, script: Script, random: Random): LocalMinute {
  if (script.kind === 'OPEN') return (region.time.workedDay(script.registeredOn - 1, -1)) * DAY + int(random, 600, 1250) + random();
  if (script.kind === 'REOPENED') return region.time.workedDay(script.reopenedOn - int(random, 38, 46), -1) * DAY + int(random, 600,
    900) + random();
  return momentOf(random, dayNumber(region.now) - 60);
}

/** Whose marks the integrity rules must look into: one is given a burst, one has an admirer, one praises oneself, staff praise one. */
function specialDeputies(world: World, counts: ReadonlyMap<string, number>): (deputy: DemoDeputy, letter: number) => Script | null {
  const busiest = (code: string, by: (deputy: DemoDeputy) => number): DemoDeputy | undefined =>
    world.regions.get(code)?.deputies.filter((deputy) => !deputy.anchor).sort((a, b) => by(b) - by(a) || (a.id < b.id ? -1 : 1))[0];
  const load = (deputy: DemoDeputy): number => counts.get(deputy.id) ?? 0;
  const burst = busiest('RU-ROS', (deputy) => load(deputy) * (1.3 - deputy.ability.quality));
  const admired = busiest('RU-TA', load);
  const selfPraised = busiest('RU-KDA', load);
  const colleague = busiest(ANCHOR_REGION, load);
  const ros = world.regions.get('RU-ROS');
  const burstAt = ros ? (dayNumber(ros.now) - 12) * DAY + 14 * 60 : 0;
  return (deputy, letter) => {
    if (deputy === burst) return { kind: 'BURST', at: burstAt + weighted(seeded(`${world.seed}:burst:${letter}`), [0, 9, 17, 26, 38],
      () => 1) };
    if (deputy === admired && letter % 9 === 4) return { kind: 'ADMIRED', email: 'poklonnik64@mail.example' };
    if (deputy === selfPraised && letter % 20 === 7) return { kind: 'ADMIRED', email: deputy.email };
    if (deputy === colleague && letter % 30 === 11) return { kind: 'ADMIRED', email: letter % 60 === 11 ? 'moderator@demo.test'
      : 'coordinator@demo.test' };
    return null;
  };
}
