import { rowsOf } from '../db/orm.js';
import { addDays } from '../shared/day.js';
import { WorkCalendar } from './work-calendar.js';
/** The policies and the calendar of days off, held in memory: they change with a decree. */
export class DeadlineRules {
    db;
    policies = [];
    days = new WorkCalendar([]);
    constructor(db) {
        this.db = db;
    }
    static async load(orm) {
        const rules = new DeadlineRules(rowsOf(orm.em));
        await rules.refresh();
        return rules;
    }
    async refresh() {
        const policies = await this.db.selectFrom('deadline_policy').selectAll().orderBy('valid_from').execute();
        const days = await this.db.selectFrom('calendar_day').selectAll().execute();
        this.policies = policies.map(({ id, region_code, valid_from, terms }) => ({
            id, regionCode: region_code ?? null, validFrom: valid_from, terms: terms,
        }));
        this.days = new WorkCalendar(days.map(({ day, kind, name }) => ({ day, kind, ...(name ? { name } : {}) })));
    }
    get calendar() {
        return this.days;
    }
    /** A day of registration after the clock stood still for so many days; never on a day off. */
    afterPause(day, pausedDays) {
        const moved = addDays(day, pausedDays);
        return this.days.isDayOff(moved) ? this.days.nextWorkingDay(moved) : moved;
    }
    /** The policy in force in a region on a day: the region's own before the country's, the newest that has begun. */
    policyFor(regionCode, on) {
        const begun = this.policies.filter((row) => row.validFrom <= on);
        const found = begun.filter((row) => row.regionCode === regionCode).at(-1) ?? begun.filter((row) => row.regionCode === null).at(-1);
        if (!found)
            throw new Error(`no deadline policy for ${regionCode} on ${on}`);
        return found;
    }
    policy(id) {
        const found = this.policies.find((row) => row.id === id);
        if (!found)
            throw new Error(`no deadline policy ${id}`);
        return found.terms;
    }
}
