import { addDays, dayOfEpoch, epochDay, startOfLocalDay, localDay } from '../shared/day.js';
/** Minutes of a day. */
export const DAY = 1440;
const OPENS = 9 * 60;
const CLOSES = 18 * 60;
/** The number of the day (since 1970-01-01) in which a local minute lies. */
export const dayNumber = (at) => Math.floor(at / DAY);
/** The day in which a local minute lies. */
export const dayAt = (at) => dayOfEpoch(dayNumber(at));
/** The wall clock and the office hours of one time zone. */
export class LocalTime {
    timeZone;
    calendar;
    midnights = new Map();
    worked = new Map();
    constructor(timeZone, calendar) {
        this.timeZone = timeZone;
        this.calendar = calendar;
    }
    /** The instant of a local minute, to the second and a fraction. */
    instant(at) {
        const day = dayNumber(at);
        let midnight = this.midnights.get(day);
        if (midnight === undefined)
            this.midnights.set(day, (midnight = startOfLocalDay(dayOfEpoch(day), this.timeZone).getTime()));
        return new Date(midnight + Math.round((at - day * DAY) * 60_000));
    }
    /** What the wall clock shows at an instant. */
    local(instant) {
        const day = localDay(instant, this.timeZone);
        return epochDay(day) * DAY + (instant.getTime() - startOfLocalDay(day, this.timeZone).getTime()) / 60_000;
    }
    isWorked(day) {
        let worked = this.worked.get(day);
        if (worked === undefined)
            this.worked.set(day, (worked = !this.calendar.isDayOff(dayOfEpoch(day))));
        return worked;
    }
    /** The first moment from `at` on in which somebody sits in the office. */
    officeFrom(at) {
        let day = dayNumber(at);
        const minute = at - day * DAY;
        if (this.isWorked(day) && minute < CLOSES)
            return day * DAY + Math.max(minute, OPENS);
        do
            day += 1;
        while (!this.isWorked(day));
        return day * DAY + OPENS;
    }
    /** So many minutes of office hours later. */
    afterOfficeMinutes(at, minutes) {
        let reached = this.officeFrom(at);
        let left = minutes;
        for (;;) {
            const closes = dayNumber(reached) * DAY + CLOSES;
            if (left < closes - reached)
                return reached + left;
            left -= closes - reached;
            reached = this.officeFrom(closes + 1);
        }
    }
    /** The day itself if it is worked, else the nearest worked one in the direction. */
    workedDay(day, step) {
        let reached = day;
        while (!this.isWorked(reached))
            reached += step;
        return reached;
    }
}
/** The last Wednesday on or before a day: services are opened in the middle of a week. */
export function wednesdayBefore(day) {
    const weekday = (((epochDay(day) + 3) % 7) + 7) % 7;
    return addDays(day, -((weekday + 5) % 7));
}
