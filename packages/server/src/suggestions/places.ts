import { stemOf } from './features.js';

/** What a letter names that is one of its kind: two letters that name different ones are about different things. */
export interface Named {
  /** Stems of streets. */
  readonly streets: ReadonlySet<string>;
  /** «street house» of addresses. */
  readonly houses: ReadonlySet<string>;
  /** «школ 8», «автобус 14»: what has a number. */
  readonly numbered: ReadonlySet<string>;
  /** Stems of names in quotation marks and of settlements, rivers and persons that something is named after. */
  readonly names: ReadonlySet<string>;
  /** Stems of other words with a capital letter inside a sentence. */
  readonly capitals: ReadonlySet<string>;
  /** Times of day, as of a bus or a train. */
  readonly times: ReadonlySet<string>;
}

const NAME = '[А-ЯЁ][А-Яа-яё-]{2,}';
const HOUSE = '\\d{1,3}(?:\\s?[а-вА-В](?![А-Яа-яё]))?';
/** A number that counts something is no house. */
const NO_COUNT = '(?!\\d|[.:]\\d|-?\\s*(?:лет|год|мес|дн|час|мин|раз|чел|руб|тыс|км|метр|квартир|семе|этаж|градус|процент|подпис|й|го|му|м\\b|%))';
const before = (words: string, name = NAME): RegExp => new RegExp(`(?<![А-Яа-яЁё])(?:${words})\\s*(${name})`, 'gu');

const STREET = before('[Уу]л\\.|[Уу]лиц[а-я]*|[Пп]р-т|[Пп]росп\\.|[Пп]роспект[а-я]*|[Пп]ер\\.|[Пп]ереул[а-я]*|[Бб]-р|[Бб]ульвар[а-я]*|[Шш]оссе|[Пп]роезд[а-я]*|[Нн]абережн[а-я]*|[Пп]лощад[а-я]*', `(?:\\d+\\s+[а-я]+\\s+)?${NAME}`);
const STREET_AND_HOUSE = new RegExp(`(?<![А-Яа-яЁё])(${NAME})\\s*,?\\s*(?:д\\.|[Дд]ом[а-я]*|№)?\\s*(${HOUSE})${NO_COUNT}`, 'gu');
const STREET_ON = new RegExp(`(?<![А-Яа-яЁё])(?:[Нн]а|[Пп]о)\\s+([А-ЯЁ][а-яё]{2,}(?:ой|ей|ова|ева|ина|кого|рова|шина|лина|голя|ина))(?![а-яё])`, 'gu');
/** «Зелёный переулок, 13»: the name before what it is. */
const NAMED_STREET = new RegExp(`(?<![А-Яа-яЁё])([А-ЯЁ][а-яё]{2,}(?:[ыио]й|[ое]м|ая|ую|ое|[ое]го|[ое]му))\\s+(?:улиц|пер(?:\\.|еул)|просп|пр-т|проезд|бульвар|шоссе|набережн|площад|тупик)[а-я]*(?:\\s*,?\\s*(?:д\\.|[Дд]ом[а-я]*|№)?\\s*(${HOUSE})${NO_COUNT})?`, 'gu');
const HOUSES = new RegExp(`(?<![А-Яа-яЁё])(?:[Дд]ом[а-я]{0,2}|д\\.)\\s*(?:№\\s?)?(${HOUSE})${NO_COUNT}`, 'gu');
const NUMBERED = /(?<![а-яё])(школ|лице|гимнази|садик|детсад|сад|поликлиник|больниц|автобус|маршрут|маршрутк|троллейбус|трамва|округ|уик|общежити|гск|котельн)[а-яё]*\s*(?:№\s?|n\s?|номер\s)?(\d{1,3})(?!\d|:)/giu;
const QUOTED = /[«"„“]([А-ЯЁA-Z][^»"“”]{1,40})[»"”“]/gu;
const SETTLEMENT = before('[Дд]еревн[а-я]*|[Сс]ел[аоеу]|[Пп]ос[её]лк[а-я]*|[Пп]ос[её]лок|пос\\.|пгт|[Хх]утор[а-я]*|[Сс]таниц[а-я]*|[Мм]икрорайон[а-я]*|мкр\\.?|ЖК|СНТ|рек[аиу]|через|озер[а-я]*|имени|им\\.');
const CAPITAL = /(?<=[а-яё,:;)»]\s)([А-ЯЁ][а-яё]{3,})/gu;
const FIRST = /(?:^|[.!?:]\s+)([А-ЯЁ][а-яё]{3,})(?=\s*(?:[:,]|без|остал|завал|\d))/gu;
const TIME = /(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d|[.]\d)/gu;

/** Kinds of numbered things that are one and the same. */
const SAME: Readonly<Record<string, string>> = { садик: 'сад', детсад: 'сад', маршрут: 'автобус', маршрутк: 'автобус' };
/** What may stand before a number and is no street. */
const NO_STREET = /^(?:наш|ваш|эт[аоу]|всей|вся|всю|кажд|автобус|маршрут|школ|лице|гимнази|сад|детсад|поликлиник|больниц|дом|подъезд|квартир|верните|просим|прошу|следующ|электрич|поезд|рейс|нас|мне|уже|второй|третий|жк|уик|мама|папа|дом|этаж|участ|округ|групп|класс)/;

const isStreet = (name: string): boolean => !NO_STREET.test(name.toLowerCase().replaceAll('ё', 'е'));
const nameStem = (name: string): string => stemOf(name.toLowerCase().replaceAll('ё', 'е')).slice(0, 8);

/** How a name stands among the terms by which letters are looked up (`appeal_print.terms`). */
export const nameTerm = (stem: string): string => `@${stem}`;

/** Reads the names of a letter out of it. */
export function namedIn(text: string): Named {
  const [streets, houses, names, numbered, times, capitals] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [, name] of text.matchAll(STREET)) streets.add(nameStem(name!.split(/\s+/).at(-1)!));
  for (const [, street, house] of [...text.matchAll(STREET_AND_HOUSE), ...text.matchAll(NAMED_STREET)]) {
    if (!isStreet(street!)) continue;
    streets.add(nameStem(street!));
    if (house) houses.add(`${nameStem(street!)} ${house.replace(/\s/g, '')}`);
  }
  for (const [, street] of text.matchAll(STREET_ON)) if (isStreet(street!)) streets.add(nameStem(street!));
  for (const [, house] of text.matchAll(HOUSES)) for (const street of streets) houses.add(`${street} ${house!.replace(/\s/g, '')}`);
  for (const [, kind, number] of text.matchAll(NUMBERED)) numbered.add(`${SAME[kind!.toLowerCase()] ?? kind!.toLowerCase()} ${number}`);
  for (const expression of [QUOTED, SETTLEMENT]) for (const [, name] of text.matchAll(expression)) names.add(nameStem(name!));
  for (const expression of [CAPITAL, FIRST]) for (const [, name] of text.matchAll(expression)) if (isStreet(name!)) capitals.add(nameStem(name!));
  for (const [, hour, minute] of text.matchAll(TIME)) times.add(`${Number(hour)}:${minute}`);
  return { streets, houses, numbered, names, capitals, times };
}

/** The first street that a letter names: by its stem, and as it stands there; null where it names none. */
export function streetIn(text: string): { stem: string; name: string } | null {
  const [first] = [...text.matchAll(STREET), ...text.matchAll(STREET_AND_HOUSE), ...text.matchAll(NAMED_STREET), ...text.matchAll(STREET_ON)].map(([, name]) => name!.split(/\s+/).at(-1)!)
    .filter(isStreet);
  return first === undefined ? null : { stem: nameStem(first), name: first };
}
