import { addDays, isDay, weekday, type Day } from '../shared/day.js';
import { folded, sentencesOf, type Span } from './sentences.js';

/** Something with a date in an answer that a person may take for a promise; the deputy says whether it is one. */
export interface DatedPromise extends Span {
  /** The whole sentence. */
  readonly text: string;
  /** The words of the date: «до 1 июня». */
  readonly when: string;
  /** The last day that the words allow. */
  readonly dueOn: Day;
}

/** Counts working days; left out, Saturdays and Sundays are off. */
export type AddWorkingDays = (from: Day, count: number) => Day;

/** A promise of more than so many years is a wish. */
const MAX_YEARS = 5;

interface Found extends Span {
  dueOn: Day;
  /** «до», «к», «в течение»: the words themselves speak of what is to come. */
  isTerm: boolean;
}

type Reading = { dueOn: Day | null; isTerm?: boolean } | null;
interface Rule {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, today: Day): Reading;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dayOf = (year: number, month: number, day: number): Day | null => {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : null;
};
const endOfMonth = (year: number, month: number): Day => {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(`${nextYear}-${pad(next)}-01`, -1);
};
const addMonths = (from: Day, months: number): Day => {
  const index = yearOf(from) * 12 + monthOf(from) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(year, month, Number(from.slice(8))) ?? endOfMonth(year, month);
};
const endOfWeek = (today: Day, weeks = 0): Day => addDays(today, 6 - weekday(today) + 7 * weeks);
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The first such day of a year that is not over: without a year, people mean the one to come. */
const comingDay = (day: number, month: number, today: Day): Day | null => {
  const thisYear = dayOf(yearOf(today), month, day);
  return thisYear !== null && thisYear >= today ? thisYear : dayOf(yearOf(today) + 1, month, day);
};
const comingMonth = (month: number, today: Day): number => (month >= monthOf(today) ? yearOf(today) : yearOf(today) + 1);

const MONTHS: readonly (readonly string[])[] = [
  ['январь', 'января', 'январе', 'январю'], ['февраль', 'февраля', 'феврале', 'февралю'], ['март', 'марта', 'марте', 'марту'], ['апрель', 'апреля', 'апреле', 'апрелю'],
  ['май', 'мая', 'мае', 'маю'], ['июнь', 'июня', 'июне', 'июню'], ['июль', 'июля', 'июле', 'июлю'], ['август', 'августа', 'августе', 'августу'],
  ['сентябрь', 'сентября', 'сентябре', 'сентябрю'], ['октябрь', 'октября', 'октябре', 'октябрю'], ['ноябрь', 'ноября', 'ноябре', 'ноябрю'], ['декабрь', 'декабря', 'декабре', 'декабрю'],
];
const monthNamed = (word: string): number => MONTHS.findIndex((forms) => forms.includes(word)) + 1;
const GENITIVE = MONTHS.map(([, genitive]) => genitive).join('|');
const ANY_MONTH = MONTHS.flat().join('|');

const UNITS_GENITIVE = ['первого', 'второго', 'третьего', 'четвертого', 'пятого', 'шестого', 'седьмого', 'восьмого', 'девятого', 'десятого', 'одиннадцатого', 'двенадцатого', 'тринадцатого',
  'четырнадцатого', 'пятнадцатого', 'шестнадцатого', 'семнадцатого', 'восемнадцатого', 'девятнадцатого', 'двадцатого'];
/** «первого», «первому» … «тридцать первому». */
const ORDINALS = new Map<string, number>();
for (let n = 1; n <= 31; n += 1) {
  const genitive = n <= 20 ? UNITS_GENITIVE[n - 1]! : n === 30 ? 'тридцатого' : `${n < 30 ? 'двадцать' : 'тридцать'} ${UNITS_GENITIVE[(n % 10) - 1]}`;
  ORDINALS.set(genitive, n);
  ORDINALS.set(genitive.replace(/его$/, 'ему').replace(/ого$/, 'ому'), n);
}
const ORDINAL = [...ORDINALS.keys()].toSorted((a, b) => b.length - a.length).join('|');

const NUMBERS: Record<string, number> = {
  одного: 1, одной: 1, один: 1, одну: 1, двух: 2, два: 2, две: 2, трех: 3, три: 3, четырех: 4, четыре: 4, пяти: 5, пять: 5, шести: 6, шесть: 6, семи: 7, семь: 7, восьми: 8, восемь: 8,
  девяти: 9, девять: 9, десяти: 10, десять: 10, двенадцати: 12, двенадцать: 12, четырнадцати: 14, четырнадцать: 14, пятнадцати: 15, пятнадцать: 15, двадцати: 20, двадцать: 20,
  тридцати: 30, тридцать: 30, сорока: 40, сорок: 40, пятидесяти: 50, шестидесяти: 60, девяноста: 90, полутора: 1.5, полторы: 1.5, пары: 2, пару: 2,
};
const NUMBER = `\\d{1,3}|${Object.keys(NUMBERS).toSorted((a, b) => b.length - a.length).join('|')}`;
const numbered = (word: string | undefined): number => (word === undefined ? 1 : /^\d/.test(word) ? Number(word) : NUMBERS[word] ?? 1);
/** The stem of «двухнедельный», «десятидневный». */
const COMPOUND: Record<string, number> = { одно: 1, двух: 2, трех: 3, четырех: 4, пяти: 5, шести: 6, семи: 7, десяти: 10, четырнадцати: 14, пятнадцати: 15, двадцати: 20, тридцати: 30 };

const YEAR_END = '(?:\\s*(?:года|году|год|г\\.?))?';
const YEAR = `(?:\\s+(20\\d{2}|\\d{2}(?=\\s*г))${YEAR_END})?`;
/** What makes a day a term: by it, not on it. */
const TERM = '(?:(?:в\\s+срок\\s+)?до|к|ко|не\\s+поздн(?:ее|ей)(?:\\s+чем)?|по)\\s+';
const rule = (source: string, read: Rule['read']): Rule => ({ pattern: new RegExp(`(?<![\\p{L}\\p{N}.])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'), read });

const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4, перв: 1, втор: 2, трет: 3, четверт: 4 };
const quarterNamed = (word: string): number => QUARTERS[/^(?:iv|i{1,3}|[1-4]|перв|втор|трет|четверт)/.exec(word)?.[0] ?? ''] ?? 0;
const WEEKDAYS: readonly (readonly string[])[] = [
  ['понедельник', 'понедельника', 'понедельнику'], ['вторник', 'вторника', 'вторнику'], ['среду', 'среды', 'среде'], ['четверг', 'четверга', 'четвергу'],
  ['пятницу', 'пятницы', 'пятнице'], ['субботу', 'субботы', 'субботе'], ['воскресенье', 'воскресенья', 'воскресенью'],
];
/** Last month of each season. */
const SEASONS: Record<string, number> = { весной: 5, летом: 8, осенью: 11, зимой: 2, весны: 5, лета: 8, осени: 11, зимы: 2, весне: 5, лету: 8, зиме: 2 };
const seasonEnd = (season: string, today: Day): Day => {
  const last = SEASONS[season]!;
  return endOfMonth(comingMonth(last, today), last);
};

/** @param workingDays days of the calendar of days off */
function rulesFor(workingDays: AddWorkingDays): readonly Rule[] {
  /** So many units from today. */
  const after = (count: number, unit: string, today: Day): Day | null => {
    if (unit.startsWith('рабоч')) return workingDays(today, Math.ceil(count));
    if (/^(?:календарн|дн|ден|сут)/.test(unit)) return addDays(today, Math.ceil(count));
    if (unit.startsWith('недел')) return addDays(today, Math.ceil(count * 7));
    if (unit.startsWith('месяц')) return count % 1 === 0 ? addMonths(today, count) : addDays(addMonths(today, Math.floor(count)), 15);
    if (unit.startsWith('квартал')) return addMonths(today, count * 3);
    if (/^полугод|^полгод/.test(unit)) return addMonths(today, 6);
    if (/^(?:год|лет)/.test(unit)) return addMonths(today, Math.round(count * 12));
    return null;
  };
  const UNIT = '(?:рабоч\\p{L}+\\s+дн\\p{L}+|рабоч\\p{L}+\\s+день|календарн\\p{L}+\\s+(?:дн\\p{L}+|месяц\\p{L}*|год\\p{L}*)|дн(?:я|ей|и)|день|суток|сутки|недел(?:ю|и|ь)|месяц(?:а|ев)?|квартал(?:а|ов)?|года?|лет|полугода|полгода|полугодия)';
  const unitOf = (unit: string): string => (/^календарн\p{L}+\s+(?=месяц|год)/u.test(unit) ? unit.replace(/^\p{L}+\s+/u, '') : unit);
  return [
    // 01.06.2027, 01.06.27 г., до 01.06
    rule(`(${TERM})?(\\d{1,2})\\.(\\d{1,2})\\.(20\\d{2}|\\d{2})(?:\\s*(?:года|г\\.?))?`, ([, term, day, month, year]) =>
      ({ dueOn: dayOf(fullYear(year!), Number(month), Number(day)), isTerm: term !== undefined })),
    rule(`${TERM}(\\d{1,2})\\.(\\d{2})(?!\\.?\\d)`, ([, day, month], today) => ({ dueOn: comingDay(Number(day), Number(month), today), isTerm: true })),
    // с 1 по 15 июня: the end counts
    rule(`(?:с|со)\\s+\\d{1,2}(?:\\s+(?:${GENITIVE}))?\\s+(?:по|до)\\s+(\\d{1,2})\\s+(${GENITIVE})${YEAR}`, ([, day, month, year], today) =>
      ({ dueOn: dated(Number(day), monthNamed(month!), year, today), isTerm: true })),
    // до 1 июня, к первому июня 2027 года, 15 мая, в первых числах июня
    rule(`(${TERM})?(\\d{1,2})(?:-?(?:го|му))?\\s+(${GENITIVE})${YEAR}`, ([, term, day, month, year], today) =>
      ({ dueOn: dated(Number(day), monthNamed(month!), year, today), isTerm: term !== undefined })),
    rule(`(${TERM})?(${ORDINAL})\\s+(${GENITIVE})${YEAR}`, ([, term, day, month, year], today) =>
      ({ dueOn: dated(ORDINALS.get(day!)!, monthNamed(month!), year, today), isTerm: term !== undefined })),
    rule(`в\\s+первых\\s+числах\\s+(${GENITIVE})${YEAR}`, ([, month, year], today) => ({ dueOn: dated(10, monthNamed(month!), year, today) })),
    // в начале (середине, конце, первой половине) мая; до (к) концу мая
    rule(`(?:(${TERM})|во?\\s+)(начал[аеу]|середин[аеуы]|конц[аеу]|перв(?:ой|ую)\\s+половин[уеы]|втор(?:ой|ую)\\s+половин[уеы])\\s+(${GENITIVE})${YEAR}`, ([, term, part, month, year], today) => {
      const of = monthNamed(month!);
      const inYear = year ? fullYear(year) : comingMonth(of, today);
      const last = part!.startsWith('нач') ? dayOf(inYear, of, term ? 1 : 10) : part!.startsWith('сер') ? dayOf(inYear, of, term ? 15 : 20) : part!.startsWith('перв') ? dayOf(inYear, of, 15) : endOfMonth(inYear, of);
      return { dueOn: last, isTerm: term !== undefined };
    }),
    // в мае, в течение мая, до мая, к маю, май 2027 года
    rule(`(?:в\\s+течение|на\\s+протяжении|за)\\s+(${ANY_MONTH})${YEAR}`, ([, month, year], today) => ({ dueOn: wholeMonth(monthNamed(month!), year, today), isTerm: true })),
    rule(`(?:до|к|ко)\\s+(${ANY_MONTH})${YEAR}`, ([, month, year], today) => {
      const of = monthNamed(month!);
      const first = dayOf(year ? fullYear(year) : comingMonth(of, today), of, 1)!;
      return { dueOn: addDays(first, -1), isTerm: true };
    }),
    rule(`(?:во?\\s+|на\\s+)(${ANY_MONTH})${YEAR}`, ([, month, year], today) => ({ dueOn: wholeMonth(monthNamed(month!), year, today) })),
    rule(`(${ANY_MONTH})\\s+(20\\d{2})(?:\\s*(?:года|г\\.?))?`, ([, month, year], today) => ({ dueOn: wholeMonth(monthNamed(month!), year, today) })),
    // в течение двух недель, через 10 рабочих дней, не позднее чем через месяц, за неделю, в ближайшие две недели
    rule(`(?:в\\s+течение|на\\s+протяжении|не\\s+поздн(?:ее|ей)\\s+(?:чем\\s+)?через|через|в\\s+ближайш(?:ие|ую|ий)|за|спустя)\\s+(?:ближайш\\p{L}+\\s+|следующ\\p{L}+\\s+)?(?:(${NUMBER})(?:\\s*[-–—]\\s*(\\d{1,3}))?\\s+)?(?:последующ\\p{L}+\\s+|ближайш\\p{L}+\\s+)?(${UNIT})`, ([whole, count, upTo, unit], today) => {
      if (count === undefined && /^(?:дни|дней|лет|сутки)$/.test(unit!)) return null;
      return { dueOn: after(numbered(upTo ?? count), unitOf(unit!), today), isTerm: !whole.startsWith('за') };
    }),
    rule(`в\\s+(?:(${Object.keys(COMPOUND).join('|')}|\\d{1,3}-?х?-?)?(дневн|недельн|месячн)|(полугодов))\\p{L}+\\s+срок`, ([, count, unit, half], today) => {
      if (half) return { dueOn: addMonths(today, 6), isTerm: true };
      const n = count === undefined ? 1 : /^\d/.test(count) ? Number.parseInt(count, 10) : COMPOUND[count]!;
      return { dueOn: after(n, unit === 'дневн' ? 'дней' : unit === 'недельн' ? 'недель' : 'месяц', today), isTerm: true };
    }),
    // сегодня, завтра, на этой неделе, до конца недели (месяца, квартала, года)
    rule('(до\\s+)?(сегодня|завтра|послезавтра)', ([, term, word], today) => ({ dueOn: addDays(today, word === 'сегодня' ? 0 : word === 'завтра' ? 1 : 2), isTerm: term !== undefined })),
    rule('на\\s+(этой|текущей|следующей|будущей|ближайшей)\\s+неделе', ([, which], today) => ({ dueOn: endOfWeek(today, /^(?:след|буд)/.test(which!) ? 1 : 0) })),
    rule('(?:до|к)\\s+конц[ау]\\s+(?:(этой|текущей|следующей|этого|текущего|следующего)\\s+)?(недели|месяца|квартала|года)', ([, which, unit], today) =>
      ({ dueOn: endOf(unit!, (which ?? '').startsWith('след') ? 1 : 0, today), isTerm: true })),
    rule('в\\s+(?:конце\\s+)?(этом|текущем|следующем|будущем)\\s+(месяце|квартале|году)', ([, which, unit], today) => ({ dueOn: endOf(unit!, /^(?:след|буд)/.test(which!) ? 1 : 0, today) })),
    rule('в\\s+конце\\s+(недели|месяца|квартала|года)', ([, unit], today) => ({ dueOn: endOf(unit!, 0, today) })),
    // в I квартале 2027 года, до конца второго квартала
    rule(`(?:(до\\s+конца|к\\s+концу)|во?(?:\\s+конце)?)\\s+(iv|iii|ii|i|[1-4]|перв(?:ого|ом)|втор(?:ого|ом)|треть(?:его|ем)|четверт(?:ого|ом))(?:-?(?:го|м|ом))?\\s+квартал[еа]${YEAR}`, ([, term, which, year], today) => {
      const quarter = quarterNamed(which!);
      if (quarter === 0) return null;
      const inYear = year ? fullYear(year) : comingMonth(quarter * 3, today);
      return { dueOn: endOfMonth(inYear, quarter * 3), isTerm: term !== undefined };
    }),
    rule(`(?:до|к)\\s+(?:концу?а?\\s+)?(20\\d{2})\\s+году?а?`, ([whole, year]) => ({ dueOn: /конц/.test(whole) ? `${year}-12-31` : `${Number(year) - 1}-12-31`, isTerm: true })),
    rule('в\\s+(?:конце\\s+)?(20\\d{2})\\s+году?а?', ([, year]) => ({ dueOn: `${year}-12-31` })),
    // весной, этим летом, до зимы, к лету
    rule('(?:(?:этой|этим|ближайшей|ближайшим|следующей|следующим|будущей|будущим)\\s+)?(весной|летом|осенью|зимой)(?:\\s+(20\\d{2})\\s+года)?', ([, season, year], today) =>
      ({ dueOn: year ? endOfMonth(Number(year), SEASONS[season!]!) : seasonEnd(season!, today) })),
    rule('(?:до|к)\\s+конц[ау]\\s+(весны|лета|осени|зимы)', ([, season], today) => ({ dueOn: seasonEnd(season!, today), isTerm: true })),
    rule('(?:до|к)\\s+(весны|весне|лета|лету|осени|зимы|зиме)', ([, season], today) => {
      const last = SEASONS[season!]!;
      const start = last === 2 ? 12 : last - 2;
      const year = dayOf(yearOf(today), start, 1)! > today ? yearOf(today) : yearOf(today) + 1;
      return { dueOn: addDays(dayOf(year, start, 1)!, -1), isTerm: true };
    }),
    // в пятницу, до пятницы
    rule(`(?:(до|к|ко)|во?)\\s+(?:(?:эту|этот|ближайшую|ближайший|следующую|следующий)\\s+)?(${WEEKDAYS.flat().join('|')})`, ([, term, name], today) => {
      const which = WEEKDAYS.findIndex((forms) => forms.includes(name!));
      return { dueOn: addDays(today, (which - weekday(today) + 7) % 7 || 7), isTerm: term !== undefined };
    }),
  ];
}

const dated = (day: number, month: number, year: string | undefined, today: Day): Day | null => (year ? dayOf(fullYear(year), month, day) : comingDay(day, month, today));
const wholeMonth = (month: number, year: string | undefined, today: Day): Day => endOfMonth(year ? fullYear(year) : comingMonth(month, today), month);
const endOf = (unit: string, later: number, today: Day): Day => {
  if (unit.startsWith('недел')) return endOfWeek(today, later);
  if (unit.startsWith('год')) return `${yearOf(today) + later}-12-31`;
  const months = unit.startsWith('квартал') ? (Math.ceil(monthOf(today) / 3) + later) * 3 : monthOf(today) + later;
  return endOfMonth(yearOf(today) + Math.floor((months - 1) / 12), ((months - 1) % 12) + 1);
};

const weekendsOff: AddWorkingDays = (from, count) => {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (weekday(day) < 5) left -= 1;
  }
  return day;
};

/** A day after these is the day of a paper, not of a deed: «письмо от 12 мая», «приказ № 5 от 01.06.2026». */
const OF_A_PAPER = /(?:^|\s)(?:от|датированн\p{L}+)\s+$/u;
/** What is to come, where the words of the date leave it open: «в мае отремонтируют», «ремонт запланирован на май». */
const TO_COME = /(?<!\p{L})(?:буд(?:у|ет|ут|ем)|планир\p{L}+|план(?:ах|ом|у)?|(?:за)?планирован\p{L}*|намечен\p{L}*|назначен\p{L}*|предусмотрен\p{L}*|предполага\p{L}+|обеща\p{L}+|обязу\p{L}+|обязал\p{L}*|поруч\p{L}+|гарантир\p{L}+|срок\p{L}*|готов\p{L}*|должн\p{L}+|ожида\p{L}+|возьму|приеду|проверю|сообщу|напишу|добьюсь|встречусь|прослежу|отправлю|направлю|внесу|вернусь|позвоню|сделаю|проведу|выйду|отвечу|\p{L}{3,}(?:им|ем)ся|\p{L}{2,}(?:дем|дим|вим|чим|нем|рим|лим|шим|аем|яем|уем|зем|жем|тим|сим)|\p{L}{3,}(?:ут|ют|ат|ят|ит|ет)(?:ся)?)(?!\p{L})/u;
/** Nouns that end like a verb of the future. */
const NOUNS = /(?<!\p{L})(?:депутат|комитет|совет|институт|маршрут|результат|бюджет|ответ|аппарат|формат|адрес|предмет|отчет|счет|кабинет|лимит|визит|кредит|интернет|запрет|сертификат|университет|проект|объект|подъезд|плакат|мандат|совет|цвет|свет|свят|брат|плат|час|нет|этот|лет|газет|пакет|портрет|транзит|гранит|реквизит|дефицит|паспорт)(?!\p{L})/gu;
/** Said to the applicant, or of how things are: nobody promises anything. */
const NO_PROMISE = /(?<!\p{L})(?:пришлите|направьте|обратитесь|сообщите|напишите|позвоните|приходите|уточните|предоставьте|представьте|подайте|оформите|заполните|просим вас|вам (?:нужно|необходимо|следует|надо)|вы (?:можете|вправе|должны)|действу(?:ет|ют)|истека\p{L}+|истек\p{L}*)(?!\p{L})/u;

/**
 * Sentences of an answer with a day to come. Words without a year mean the next such day; «в мае» allows all of May.
 * What was («15 мая отремонтировали»), what a paper is dated by, questions, and what the applicant is asked to do are left out.
 * @param today the region's own day, from which «через неделю» counts
 */
export function datedPromises(text: string, today: Day, workingDays: AddWorkingDays = weekendsOff): DatedPromise[] {
  const plain = folded(text);
  const rules = rulesFor(workingDays);
  const found: DatedPromise[] = [];
  for (const sentence of sentencesOf(text)) {
    const said = plain.slice(sentence.start, sentence.end);
    if (said.endsWith('?') || NO_PROMISE.test(said)) continue;
    const comes = TO_COME.test(said.replaceAll(NOUNS, ' '));
    const dates = distinct(rules.flatMap((one) => datesBy(one, said, today))).filter(({ start, dueOn, isTerm }) =>
      dueOn >= today && yearOf(dueOn) - yearOf(today) <= MAX_YEARS && (isTerm || comes) && !OF_A_PAPER.test(said.slice(0, start)));
    const seen = new Set<Day>();
    for (const { start, end, dueOn } of dates) {
      if (seen.has(dueOn)) continue;
      seen.add(dueOn);
      const at = sentence.start + start;
      found.push({ start: sentence.start, end: sentence.end, text: text.slice(sentence.start, sentence.end), when: text.slice(at, sentence.start + end).trim(), dueOn });
    }
  }
  return found;
}

function datesBy({ pattern, read }: Rule, said: string, today: Day): Found[] {
  const found: Found[] = [];
  for (const match of said.matchAll(pattern)) {
    const reading = read(match, today);
    if (reading?.dueOn) found.push({ start: match.index, end: match.index + match[0].length, dueOn: reading.dueOn, isTerm: reading.isTerm ?? false });
  }
  return found;
}

/** Of readings that overlap the longest one stands. */
function distinct(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => (b.end - b.start) - (a.end - a.start))) {
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
