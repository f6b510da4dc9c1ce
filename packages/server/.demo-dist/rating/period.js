import { addDays, localDay } from '../shared/day.js';
import { messageDay } from '../shared/day.texts.js';
/** The rating's country-wide days change with Moscow's midnight; whether an appeal is late is asked of its region's own day. */
export const COUNTRY_TIME_ZONE = 'Europe/Moscow';
/** The period that is shown unless another is asked for. */
export const ROLLING = 'last-12-months';
const ROLLING_DAYS = 365;
/** The quarter that a day belongs to. */
export function quarterOf(day) {
    const year = Number(day.slice(0, 4));
    const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
    const first = (q) => (q > 4 ? `${year + 1}-01-01` : `${year}-${String(q * 3 - 2).padStart(2, '0')}-01`);
    return { key: `${year}-Q${quarter}`, from: first(quarter), to: addDays(first(quarter + 1), -1) };
}
/** The periods whose figures still change: the last twelve months, this quarter, and the one before it. */
export function currentPeriods(now) {
    const today = localDay(now, COUNTRY_TIME_ZONE);
    const quarter = quarterOf(today);
    return [{ key: ROLLING, from: addDays(today, 1 - ROLLING_DAYS), to: today }, quarter, quarterOf(addDays(quarter.from, -1))];
}
/** Length in days, both ends included. */
export const periodDays = ({ from, to }) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
/** «3-й квартал 2026 г.», or the days of the last twelve months. */
export function periodTitle({ key, from, to }, locale) {
    const quarter = /^(\d{4})-Q(\d)$/.exec(key);
    if (quarter)
        return locale === 'ru' ? `${quarter[2]}-й квартал ${quarter[1]}\u00A0г.` : `Quarter ${quarter[2]} of ${quarter[1]}`;
    return locale === 'ru'
        ? `12\u00A0месяцев, ${messageDay(from, locale)} – ${messageDay(to, locale)}`
        : `12 months, ${messageDay(from, locale)} – ${messageDay(to, locale)}`;
}
