import { chance, pick } from '../random.js';
import { patronymic, womansLastName } from './inflect.js';
import { isKnownPolitician } from './known.js';
import { mixOf, PEOPLES } from './mix.js';
const listsOf = (people) => {
    const split = (text) => text.split(/\s+/).filter(Boolean);
    return { male: split(people.male), female: split(people.female), last: split(people.last), fathers: split(people.fathers ?? people.male) };
};
const LISTS = Object.fromEntries(Object.entries(PEOPLES).map(([key, people]) => [key, listsOf(people)]));
/** Peoples of a region and the sums of their shares up to each, for one throw. */
const cumulated = new Map();
function peopleOf(regionCode, random) {
    let shares = cumulated.get(regionCode);
    if (!shares) {
        shares = { keys: [], sums: [], total: 0 };
        for (const [key, share] of Object.entries(mixOf(regionCode))) {
            if (share <= 0)
                continue;
            shares.keys.push(key);
            shares.sums.push((shares.total += share));
        }
        cumulated.set(regionCode, shares);
    }
    const thrown = random() * shares.total;
    return shares.keys[shares.sums.findIndex((sum) => thrown < sum)] ?? 'russian';
}
/** Somebody of the region; never one whose name is known in politics. */
export function drawPerson(random, regionCode, sex = chance(random, 0.5) ? 'm' : 'f') {
    const people = peopleOf(regionCode, random);
    const lists = LISTS[people];
    const firstName = pick(random, sex === 'm' ? lists.male : lists.female);
    const last = pick(random, lists.last);
    const lastName = sex === 'm' ? last : womansLastName(last);
    if (isKnownPolitician(firstName, last, lastName))
        return drawPerson(random, regionCode, sex);
    const father = pick(random, lists.fathers);
    const oghlu = people === 'azerbaijani' && chance(random, 0.25);
    const middleName = oghlu ? `${father} ${sex === 'm' ? 'оглы' : 'кызы'}` : patronymic(father, sex);
    return { sex, people, lastName, firstName, middleName };
}
/** «Иванова Анна Петровна». */
export const fullName = ({ lastName, firstName, middleName }) => [lastName, firstName, middleName].filter(Boolean).join(' ');
