/**
 * Which days are worked in Russia. The government moves days off every year, so a year's days are rows
 * (reference/days-off.csv); a year without rows follows the statute, article 112 of the Labour Code.
 *
 * The «non-working days» with pay of spring 2020 and of May and autumn 2021 are not in the table: they kept the offices that
 * answer letters at work, and a deadline moved back by five weeks would fall before the appeal was read.
 * The decreed days of 24 June and 1 July 2020 are in it. A region that sees it otherwise loads rows of its own.
 */
import { addDays, dayOfEpoch, epochDay, isDay, weekday } from '../shared/day.js';
/** Why nobody works on a day: a holiday of the statute by its code, a day off moved here, or a Saturday or Sunday. */
export const DAY_OFF_REASONS = [
    'NEW_YEAR', 'CHRISTMAS', 'DEFENDER_DAY', 'WOMENS_DAY', 'LABOUR_DAY', 'VICTORY_DAY', 'RUSSIA_DAY', 'UNITY_DAY', 'MOVED', 'WEEKEND',
];
/** The holidays of article 112 by month and day. */
const HOLIDAYS = new Map([
    ...['01', '02', '03', '04', '05', '06', '08'].map((day) => [
        `01-${day}`, ['NEW_YEAR', 'Новогодние каникулы'],
    ]),
    ['01-07', ['CHRISTMAS', 'Рождество Христово']],
    ['02-23', ['DEFENDER_DAY', 'День защитника Отечества']],
    ['03-08', ['WOMENS_DAY', 'Международный женский день']],
    ['05-01', ['LABOUR_DAY', 'Праздник Весны и Труда']],
    ['05-09', ['VICTORY_DAY', 'День Победы']],
    ['06-12', ['RUSSIA_DAY', 'День России']],
    ['11-04', ['UNITY_DAY', 'День народного единства']],
]);
const SATURDAY = 5;
/** Days off and working days of all years. Immutable; one instance can serve the whole process. */
export class WorkCalendar {
    rows;
    years;
    /** Asked for millions of times while deadlines of a whole country are counted. */
    offByEpochDay = new Map();
    /** @param rows the table; a later row for the same day wins, so that a region's rows can follow the country's */
    constructor(rows) {
        const byDay = new Map();
        for (const row of rows)
            byDay.set(row.day, row);
        this.rows = byDay;
        this.years = new Set([...byDay.keys()].map((day) => day.slice(0, 4)));
    }
    /** Whether nobody works on this day. */
    isDayOff(day) {
        return this.isOff(epochDay(day));
    }
    /** Why the day is off, or null when it is worked. */
    reasonOf(day) {
        const row = this.rows.get(day);
        if (row?.kind === 'WORK')
            return null;
        const holiday = HOLIDAYS.get(day.slice(5));
        if (holiday)
            return holiday[0];
        if (weekday(day) >= SATURDAY)
            return 'WEEKEND';
        return row || this.isStatuteTransfer(day) ? 'MOVED' : null;
    }
    /** The Russian name of a special day, or null for an ordinary working day, Saturday or Sunday. */
    nameOf(day) {
        return this.rows.get(day)?.name ?? HOLIDAYS.get(day.slice(5))?.[1] ?? null;
    }
    /** The first working day after this one. */
    nextWorkingDay(day) {
        return this.addWorkingDays(day, 1);
    }
    /** The last working day before this one. */
    previousWorkingDay(day) {
        return this.addWorkingDays(day, -1);
    }
    /** The `count`-th working day after this one, or before it when negative; 0 gives the day itself, worked or not. */
    addWorkingDays(day, count) {
        const step = Math.sign(count);
        let reached = epochDay(day);
        for (let left = Math.abs(count); left > 0;) {
            reached += step;
            if (!this.isOff(reached))
                left -= 1;
        }
        return dayOfEpoch(reached);
    }
    /** How many working days lie after `from`, up to and with `to`. */
    workingDaysBetween(from, to) {
        let count = 0;
        for (let day = epochDay(from) + 1, last = epochDay(to); day <= last; day += 1)
            if (!this.isOff(day))
                count += 1;
        return count;
    }
    isOff(day) {
        let off = this.offByEpochDay.get(day);
        if (off === undefined) {
            off = this.reasonOf(dayOfEpoch(day)) !== null;
            this.offByEpochDay.set(day, off);
        }
        return off;
    }
    /**
     * In a year without rows: a holiday on a Saturday or Sunday moves to the next working day after it, except the January ones,
     * whose days the government places by decree (article 112).
     */
    isStatuteTransfer(day) {
        if (this.years.has(day.slice(0, 4)) || weekday(day) >= SATURDAY)
            return false;
        let before = addDays(day, -1);
        while (weekday(before) >= SATURDAY) {
            if (HOLIDAYS.has(before.slice(5)) && !before.startsWith('01', 5))
                return true;
            before = addDays(before, -1);
        }
        return false;
    }
}
/**
 * Reads `day,kind,name`, the form of reference/days-off.csv.
 * @throws RangeError naming the line when a day or a kind is wrong, so that an import stops before it spoils deadlines
 */
export function readWorkCalendarCsv(text) {
    const [head, ...lines] = text.replace(/^\uFEFF/, '').trim().split(/\r?\n/);
    if (head !== 'day,kind,name')
        throw new RangeError('the first line of the calendar must be day,kind,name');
    return lines.map((line, index) => {
        const [day = '', kind = '', ...name] = line.split(',');
        if (!isDay(day) || (kind !== 'OFF' && kind !== 'WORK'))
            throw new RangeError(`line ${index + 2} of the calendar: ${line}`);
        return { day, kind, name: name.join(',').trim() || undefined };
    });
}
