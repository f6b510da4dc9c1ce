import type { Identity } from '../appeals/index.js';
import { hashOf } from '../shared/ids.js';
import { latin } from './names/inflect.js';
import { drawPerson, type Person } from './names/person.js';
import { chance, int, normal, pick, weighted, type Random } from './random.js';
import type { Writer } from './texts/compose.js';
import type { DemoRegion } from './world.js';

/** Somebody who writes, with the contacts that were given. */
export interface DemoApplicant {
  /** As the person typed it into the form. */
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The same person has the same one; whatever depends on it is the same in every installation. */
  readonly person: string;
  readonly identity: Identity;
  readonly writer: Writer;
}

/** Addresses and numbers that belong to nobody: the reserved domain, and an area code that is not given out. */
const DOMAINS = ['mail.example', 'mail.example', 'mail.example', 'post.example', 'pochta.example', 'box.example', 'yandeks.example'];

function emailOf(person: Person, year: number, random: Random): string {
  const first = latin(person.firstName);
  const last = latin(person.lastName);
  const local = pick(random, [
    `${last}.${first}`, `${first}.${last}`, `${first.charAt(0)}.${last}`, `${last}${year % 100}`, `${last}_${first.charAt(0)}`,
      `${first}${year}`, `${first}-${last}`,
    `${last}${first.charAt(0)}${int(random, 1, 99)}`, `${first}_${int(random, 100, 9999)}`,
  ]);
  return `${local}@${pick(random, DOMAINS)}`;
}

const phoneOf = (random: Random): string => `+7 000 ${int(random, 200, 999)}-${int(random, 10, 99)}-${int(random, 10, 99)}`;

function typedName({ lastName, firstName, middleName }: Person, random: Random): string {
  return pick(random, [
    `${firstName} ${lastName}`, `${firstName} ${lastName}`, `${lastName} ${firstName}`, `${lastName} ${firstName} ${middleName}`,
      `${lastName} ${firstName} ${middleName}`,
    `${lastName} ${firstName} ${middleName}`, `${firstName} ${middleName} ${lastName}`, `${firstName} ${middleName} ${lastName}`,
  ]);
}

/** A new applicant of a region. @param year of today, from which ages are reckoned @param email the address, where it is given */
export function newApplicant(region: DemoRegion, year: number, random: Random, email?: string): DemoApplicant {
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
    person: hashOf(address ?? phone ?? ''),
    identity: weighted(random, ['NONE', 'CONTACT_CONFIRMED', 'STATE_ID'] as const, (identity) => ({ NONE: 45, CONTACT_CONFIRMED: 37,
      STATE_ID: 18 })[identity]),
    writer: {
      firstName, middleName, lastName, sex, age, collective: chance(random, 0.06),
      city: region.towns.length > 0 && chance(random, 0.28) ? pick(random, region.towns) : region.centre,
    },
  };
}
