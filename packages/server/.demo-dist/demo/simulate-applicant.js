import { contactHash } from '../appeals/contact.js';
import { latin } from './names/inflect.js';
import { drawPerson } from './names/person.js';
import { chance, int, normal, pick, weighted } from './random.js';
/** Addresses and numbers that belong to nobody: the reserved domain, and an area code that is not given out. */
const DOMAINS = ['mail.example', 'mail.example', 'mail.example', 'post.example', 'pochta.example', 'box.example', 'yandeks.example'];
function emailOf(person, year, random) {
    const first = latin(person.firstName);
    const last = latin(person.lastName);
    const local = pick(random, [
        `${last}.${first}`, `${first}.${last}`, `${first.charAt(0)}.${last}`, `${last}${year % 100}`, `${last}_${first.charAt(0)}`, `${first}${year}`, `${first}-${last}`,
        `${last}${first.charAt(0)}${int(random, 1, 99)}`, `${first}_${int(random, 100, 9999)}`,
    ]);
    return `${local}@${pick(random, DOMAINS)}`;
}
const phoneOf = (random) => `+7 000 ${int(random, 200, 999)}-${String(int(random, 0, 99)).padStart(2, '0')}-${String(int(random, 0, 99)).padStart(2, '0')}`;
function typedName({ lastName, firstName, middleName }, random) {
    return pick(random, [
        `${firstName} ${lastName}`, `${firstName} ${lastName}`, `${lastName} ${firstName}`, `${lastName} ${firstName} ${middleName}`, `${lastName} ${firstName} ${middleName}`,
        `${lastName} ${firstName} ${middleName}`, `${firstName} ${middleName} ${lastName}`, `${firstName} ${middleName} ${lastName}`,
    ]);
}
/** A new applicant of a region. @param year of today, from which ages are reckoned @param email the address, where it is given */
export function newApplicant(region, year, random, email) {
    const person = drawPerson(random, region.code, chance(random, 0.6) ? 'f' : 'm');
    const age = Math.round(Math.min(88, Math.max(18, normal(random, 48, 16))));
    const hasEmail = email !== undefined || chance(random, age > 66 ? 0.62 : 0.88);
    const address = email ?? (hasEmail ? emailOf(person, year - age, random) : null);
    const phone = !hasEmail || chance(random, 0.66) ? phoneOf(random) : null;
    const { firstName, middleName, lastName, sex } = person;
    return {
        name: typedName(person, random),
        email: address,
        phone,
        contactHash: contactHash(address, phone),
        identity: weighted(random, ['NONE', 'CONTACT_CONFIRMED', 'STATE_ID'], (identity) => ({ NONE: 45, CONTACT_CONFIRMED: 37, STATE_ID: 18 })[identity]),
        writer: {
            firstName, middleName, lastName, sex, age, collective: chance(random, 0.06),
            city: region.towns.length > 0 && chance(random, 0.28) ? pick(random, region.towns) : region.centre,
        },
    };
}
