/** Bodies, factions, districts, deputies and mandates of the demonstration, and each region's stage. Pure: rows out of a seed and a day. */
import type { BodyLevel } from '../deputies/body.entity.js';
import { addDays, epochDay, type Day } from '../shared/day.js';
import { drawAbility, type Ability } from './ability.js';
import { ANCHORS, type AnchorDeputy } from './anchors.js';
import type { CopyRow } from './copy.js';
import { idAt } from './identifiers.js';
import { DAY, type LocalTime } from './local-time.js';
import { BODY_NAMES, DISTRICT_NAMES, factionNames, type BodyName } from './names/bodies.js';
import { latin } from './names/inflect.js';
import { drawPerson, fullName, type Person } from './names/person.js';
import { chance, int, sample, seeded, type Random } from './random.js';
import { joinDay, NATIONAL_PROJECTS_OPENED_DAYS_AGO, NATIONAL_PROJECTS_REGIONS, type RegionRollout } from './rollout-plan.js';

/** A deputy as the simulation needs it. */
export interface DemoDeputy {
  readonly id: string;
  readonly mandateId: string;
  readonly regionCode: string;
  readonly level: BodyLevel;
  readonly sex: 'm' | 'f';
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly email: string;
  readonly joinedOn: Day;
  /** Has a confirmed contact, so that appeals can be routed to them. */
  readonly reachable: boolean;
  readonly ability: Ability;
  /** The aide's name; many have none. */
  readonly aide: string | null;
  readonly anchor: AnchorDeputy | null;
}

/** Everything of the directory, as rows in the order in which tables refer to each other. */
export interface Directory {
  readonly rows: Record<'region_stage' | 'representative_body' | 'faction' | 'district' | 'deputy' | 'mandate', CopyRow[]>;
  readonly deputies: DemoDeputy[];
}

export interface DirectoryInput {
  readonly seed: string;
  readonly today: Day;
  readonly rollout: readonly RegionRollout[];
  readonly timeOf: (regionCode: string) => LocalTime;
}

/** «Имя Отчество Фамилия», as people are named in the record. */
export const spokenName = ({ firstName, middleName, lastName }: Pick<Person, 'firstName' | 'middleName' | 'lastName'>): string =>
  [firstName, middleName, lastName].filter(Boolean).join(' ');

export function buildDirectory(input: DirectoryInput): Directory {
  const directory: Directory = {
    rows: { region_stage: [], representative_body: [], faction: [], district: [], deputy: [], mandate: [] },
    deputies: [],
  };
  const emails = new Set<string>(ANCHORS.map(({ email }) => email));
  for (const region of input.rollout) {
    addStages(directory, input, region);
    const names = new Set<string>();
    for (const body of BODY_NAMES) if (body.regionCode === region.code) addBody(directory, input, region, body, { names, emails });
  }
  return directory;
}

function addStages({ rows }: Directory, { seed, today, timeOf }: DirectoryInput, region: RegionRollout): void {
  const random = seeded(`${seed}:stages:${region.code}`);
  const time = timeOf(region.code);
  const openedProjects = NATIONAL_PROJECTS_REGIONS.includes(region.code);
  for (const level of ['REGIONAL', 'MUNICIPAL'] as const) {
    const add = (service: string, stage: string, since: Day): void => {
      rows.region_stage.push({ id: idAt(time.instant(epochDay(since) * DAY), random), region_code: region.code, level, service, stage,
        since });
    };
    const before = addDays(region.since, region.stage === 'CLOSED' ? 0 : -60);
    add('APPEALS', 'CLOSED', before);
    if (region.stage !== 'CLOSED') add('APPEALS', region.stage, region.since);
    add('NATIONAL_PROJECTS', 'CLOSED', addDays(today, -120));
    if (openedProjects) add('NATIONAL_PROJECTS', 'PILOT', addDays(today, -NATIONAL_PROJECTS_OPENED_DAYS_AGO));
  }
}

function addBody(
  directory: Directory, input: DirectoryInput, region: RegionRollout, body: BodyName, taken: { names: Set<string>; emails: Set<string> },
): void {
  const { rows } = directory;
  const random = seeded(`${input.seed}:body:${body.regionCode}:${body.level}`);
  const time = input.timeOf(region.code);
  const founded = time.instant(epochDay(addDays(input.today, -400)) * DAY + 600);
  const bodyId = idAt(founded, random);
  const factionId = idAt(founded, random);
  const faction = factionNames(body);
  const count = region.deputies[body.level];
  rows.representative_body.push({
    id: bodyId, region_code: region.code, level: body.level, name_ru: body.ru, name_en: body.en,
      planned_deputies: region.stage === 'PILOT' ? count : 0,
  });
  rows.faction.push({ id: factionId, body_id: bodyId, name_ru: faction.ru, name_en: faction.en });
  const districts = districtsOf(body, bodyId, founded, random);
  rows.district.push(...districts);

  const elected = electionOf(input.today, region, body, random);
  const freeDistricts = sample(random, districts, districts.length);
  for (let i = 0; i < count; i += 1) {
    const anchor = i === 0 && body.level === 'REGIONAL' ? ANCHORS.find(({ regionCode }) => regionCode === region.code) ?? null : null;
    const person = anchor ?? someone(random, region.code, taken.names);
    taken.names.add(fullName(person));
    const district = chance(random, 0.62) || anchor ? freeDistricts.pop() : undefined;
    const joinedOn = anchor ? addDays(region.since, 1) : joinDay(region, input.today, random);
    addDeputy(directory, { random, region, level: body.level, person, anchor, joinedOn, time, emails: taken.emails }, {
      body_id: bodyId, faction_id: factionId, district_id: district ? district['id'] as string : null, convocation: elected.convocation,
        started_on: elected.day,
    });
  }
}

interface NewDeputy {
  readonly random: Random;
  readonly region: RegionRollout;
  readonly level: BodyLevel;
  readonly person: Omit<Person, 'people'>;
  readonly anchor: AnchorDeputy | null;
  readonly joinedOn: Day;
  readonly time: LocalTime;
  readonly emails: Set<string>;
}

function addDeputy({ rows, deputies }: Directory, made: NewDeputy, seat: CopyRow): void {
  const { random, region, person, anchor, joinedOn, time } = made;
  const pilot = region.stage === 'PILOT';
  const joinedAt = time.instant(epochDay(joinedOn) * DAY + int(random, 540, 1140) + random());
  const reachable = anchor !== null || chance(random, pilot ? 0.97 : 0.92);
  const email = anchor?.email ?? addressOf(person, made.emails);
  const id = idAt(joinedAt, random);
  const mandateId = idAt(joinedAt, random);
  const { lastName, firstName, middleName } = person;
  const sortName = fullName(person);
  rows.deputy.push({
    id, region_code: region.code, last_name: lastName, first_name: firstName, middle_name: middleName, sort_name: sortName,
    search_name: sortName.toLowerCase().replaceAll('ё', 'е'), email,
    contact_confirmed_at: reachable ? new Date(joinedAt.getTime() + int(random, 3, 240) * 60_000) : null, created_at: joinedAt,
  });
  rows.mandate.push({
    id: mandateId, deputy_id: id, ...seat, joining: pilot ? 'PILOT' : 'SELF_ENROLLED', joined_on: joinedOn, ended_on: null,
      is_current: true,
  });
  deputies.push({
    id, mandateId, regionCode: region.code, level: made.level, sex: person.sex, lastName, firstName, middleName, email, joinedOn,
      reachable, anchor,
    ability: drawAbility(random, anchor ? 'strong' : undefined),
    aide: chance(random, made.level === 'REGIONAL' ? 0.5 : 0.25) || anchor ? spokenName(drawPerson(random, region.code, chance(random,
      0.75) ? 'f' : 'm')) : null,
  });
}

/** Two of three deputies of these bodies are men; no full name stands twice in a region. */
function someone(random: Random, regionCode: string, names: ReadonlySet<string>): Person {
  for (;;) {
    const person = drawPerson(random, regionCode, chance(random, 0.67) ? 'm' : 'f');
    if (!names.has(fullName(person))) return person;
  }
}

function addressOf(person: Pick<Person, 'lastName' | 'firstName'>, taken: Set<string>): string {
  const base = `${latin(person.firstName).charAt(0)}.${latin(person.lastName)}`;
  for (let i = 1; ; i += 1) {
    const email = `${base}${i === 1 ? '' : i}@deputies.example`;
    if (!taken.has(email)) {
      taken.add(email);
      return email;
    }
  }
}

function districtsOf(body: BodyName, bodyId: string, founded: Date, random: Random): CopyRow[] {
  const count = Math.min(DISTRICT_NAMES.length, Math.max(7, Math.round(body.seats / 2)));
  return sample(random, DISTRICT_NAMES, count).map(([ru, en], i) => ({
    id: idAt(founded, random), body_id: bodyId, number: i + 1, name_ru: `${ru} избирательный округ № ${i + 1}`,
      name_en: `${en} electoral district No. ${i + 1}`,
  }));
}

/** Bodies are elected on the second Sunday of September for five years; deputies start about ten days later. */
function electionOf(today: Day, region: RegionRollout, body: BodyName, random: Random): { day: Day; convocation: number } {
  const year = Number(today.slice(0, 4));
  for (let back = int(random, 0, 4); ; back += 1) {
    const first = `${year - back}-09-01`;
    const sunday = addDays(first, ((6 - ((((epochDay(first) + 3) % 7) + 7) % 7)) + 7) % 7 + 7);
    const day = addDays(sunday, 10);
    if (day < region.since) return { day, convocation: int(random, 5, body.level === 'REGIONAL' ? 8 : 9) };
  }
}
