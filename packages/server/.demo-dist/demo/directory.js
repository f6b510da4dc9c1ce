import { addDays, epochDay } from '../shared/day.js';
import { drawAbility } from './ability.js';
import { ANCHORS } from './anchors.js';
import { idAt } from './identifiers.js';
import { DAY } from './local-time.js';
import { BODY_NAMES, DISTRICT_NAMES, factionNames } from './names/bodies.js';
import { latin } from './names/inflect.js';
import { drawPerson, fullName } from './names/person.js';
import { chance, int, sample, seeded } from './random.js';
import { joinDay, NATIONAL_PROJECTS_OPENED_DAYS_AGO, NATIONAL_PROJECTS_REGIONS } from './rollout-plan.js';
/** «Имя Отчество Фамилия», as people are named in the record. */
export const spokenName = ({ firstName, middleName, lastName }) => [firstName, middleName, lastName].filter(Boolean).join(' ');
export function buildDirectory(input) {
    const directory = {
        rows: { region_stage: [], representative_body: [], faction: [], district: [], deputy: [], mandate: [] },
        deputies: [],
    };
    const emails = new Set(ANCHORS.map(({ email }) => email));
    for (const region of input.rollout) {
        addStages(directory, input, region);
        const names = new Set();
        for (const body of BODY_NAMES)
            if (body.regionCode === region.code)
                addBody(directory, input, region, body, { names, emails });
    }
    return directory;
}
function addStages({ rows }, { seed, today, timeOf }, region) {
    const random = seeded(`${seed}:stages:${region.code}`);
    const time = timeOf(region.code);
    const openedProjects = NATIONAL_PROJECTS_REGIONS.includes(region.code);
    for (const level of ['REGIONAL', 'MUNICIPAL']) {
        const add = (service, stage, since) => {
            rows.region_stage.push({ id: idAt(time.instant(epochDay(since) * DAY), random), region_code: region.code, level, service, stage, since });
        };
        const before = addDays(region.since, region.stage === 'CLOSED' ? 0 : -60);
        add('APPEALS', 'CLOSED', before);
        if (region.stage !== 'CLOSED')
            add('APPEALS', region.stage, region.since);
        add('NATIONAL_PROJECTS', 'CLOSED', addDays(today, -120));
        if (openedProjects)
            add('NATIONAL_PROJECTS', 'PILOT', addDays(today, -NATIONAL_PROJECTS_OPENED_DAYS_AGO));
    }
}
function addBody(directory, input, region, body, taken) {
    const { rows } = directory;
    const random = seeded(`${input.seed}:body:${body.regionCode}:${body.level}`);
    const time = input.timeOf(region.code);
    const founded = time.instant(epochDay(addDays(input.today, -400)) * DAY + 600);
    const bodyId = idAt(founded, random);
    const factionId = idAt(founded, random);
    const faction = factionNames(body);
    const count = region.deputies[body.level];
    rows.representative_body.push({
        id: bodyId, region_code: region.code, level: body.level, name_ru: body.ru, name_en: body.en, planned_deputies: region.stage === 'PILOT' ? count : 0,
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
            body_id: bodyId, faction_id: factionId, district_id: district ? district['id'] : null, convocation: elected.convocation, started_on: elected.day,
        });
    }
}
function addDeputy({ rows, deputies }, made, seat) {
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
        id: mandateId, deputy_id: id, ...seat, joining: pilot ? 'PILOT' : 'SELF_ENROLLED', joined_on: joinedOn, ended_on: null, is_current: true,
    });
    deputies.push({
        id, mandateId, regionCode: region.code, level: made.level, sex: person.sex, lastName, firstName, middleName, email, joinedOn, reachable, anchor,
        ability: drawAbility(random, anchor ? 'strong' : undefined),
        aide: chance(random, made.level === 'REGIONAL' ? 0.5 : 0.25) || anchor ? spokenName(drawPerson(random, region.code, chance(random, 0.75) ? 'f' : 'm')) : null,
    });
}
/** Two of three deputies of these bodies are men; no full name stands twice in a region. */
function someone(random, regionCode, names) {
    for (;;) {
        const person = drawPerson(random, regionCode, chance(random, 0.67) ? 'm' : 'f');
        if (!names.has(fullName(person)))
            return person;
    }
}
function addressOf(person, taken) {
    const base = `${latin(person.firstName).charAt(0)}.${latin(person.lastName)}`;
    for (let i = 1;; i += 1) {
        const email = `${base}${i === 1 ? '' : i}@deputies.example`;
        if (!taken.has(email)) {
            taken.add(email);
            return email;
        }
    }
}
function districtsOf(body, bodyId, founded, random) {
    const count = Math.min(DISTRICT_NAMES.length, Math.max(7, Math.round(body.seats / 2)));
    return sample(random, DISTRICT_NAMES, count).map(([ru, en], i) => ({
        id: idAt(founded, random), body_id: bodyId, number: i + 1, name_ru: `${ru} избирательный округ № ${i + 1}`, name_en: `${en} electoral district No. ${i + 1}`,
    }));
}
/** Bodies are elected on the second Sunday of September for five years; deputies start about ten days later. */
function electionOf(today, region, body, random) {
    const year = Number(today.slice(0, 4));
    for (let back = int(random, 0, 4);; back += 1) {
        const first = `${year - back}-09-01`;
        const sunday = addDays(first, ((6 - ((((epochDay(first) + 3) % 7) + 7) % 7)) + 7) % 7 + 7);
        const day = addDays(sunday, 10);
        if (day < region.since)
            return { day, convocation: int(random, 5, body.level === 'REGIONAL' ? 8 : 9) };
    }
}
