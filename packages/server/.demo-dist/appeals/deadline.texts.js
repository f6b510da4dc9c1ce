import { messageDay } from '../shared/day.texts.js';
const SOURCES = {
    FZ59_8_2: { ru: 'ст. 8 ч. 2 закона № 59-ФЗ', en: 'art. 8(2) of law 59-FZ' },
    FZ59_8_3: { ru: 'ст. 8 ч. 3 закона № 59-ФЗ', en: 'art. 8(3) of law 59-FZ' },
    FZ59_12_1: { ru: 'ст. 12 ч. 1 закона № 59-ФЗ', en: 'art. 12(1) of law 59-FZ' },
    FZ59_12_2: { ru: 'ст. 12 ч. 2 закона № 59-ФЗ', en: 'art. 12(2) of law 59-FZ' },
    PRACTICE: { ru: 'практика службы', en: "the service's practice" },
    OWN_TARGET: { ru: 'собственная цель службы', en: "the service's own target" },
    OWN_SETTING: { ru: 'правило службы', en: "the service's own rule" },
};
const DAYS_OFF = {
    NEW_YEAR: { ru: 'новогодние каникулы', en: 'the New Year holidays' },
    CHRISTMAS: { ru: 'Рождество', en: 'Christmas' },
    DEFENDER_DAY: { ru: 'День защитника Отечества', en: 'Defender of the Fatherland Day' },
    WOMENS_DAY: { ru: 'Международный женский день', en: "International Women's Day" },
    LABOUR_DAY: { ru: 'Праздник Весны и Труда', en: 'Spring and Labour Day' },
    VICTORY_DAY: { ru: 'День Победы', en: 'Victory Day' },
    RUSSIA_DAY: { ru: 'День России', en: 'Russia Day' },
    UNITY_DAY: { ru: 'День народного единства', en: 'National Unity Day' },
    MOVED: { ru: 'перенесённый выходной', en: 'a transferred day off' },
    WEEKEND: { ru: 'выходной', en: 'a day off' },
};
const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
function days(count, unit, locale) {
    const form = plurals[locale].select(count);
    if (locale === 'en')
        return `${count} ${unit === 'WORKING' ? 'working' : 'calendar'} day${form === 'one' ? '' : 's'}`;
    const adjective = unit === 'WORKING' ? (form === 'one' ? 'рабочий' : 'рабочих') : form === 'one' ? 'календарный' : 'календарных';
    return `${count} ${adjective} ${form === 'one' ? 'день' : form === 'few' ? 'дня' : 'дней'}`;
}
/** The steps of a deadline in words. */
export const deadlineInWords = ({ dueOn, steps }, locale) => ({ dueOn, steps: steps.map((step) => ({ code: step.code, day: step.day, // «… 2026 г.» at the end of a sentence keeps one full stop.
        text: inWords(step, locale).replace(/\.\.$/, '.') })) });
function inWords(step, locale) {
    const ru = locale === 'ru';
    const day = messageDay(step.day, locale);
    switch (step.code) {
        case 'RULE': {
            const { days: count, unit, source } = step.params;
            return ru ? `Правило: ${days(count, unit, locale)} (${SOURCES[source].ru}).` : `The rule: ${days(count, unit, locale)} (${SOURCES[source].en}).`;
        }
        case 'START': {
            const event = messageDay(step.params.event, locale);
            if (step.params.start === 'SAME')
                return ru ? `Срок считается с того же дня, ${event}.` : `Counted from the same day, ${event}.`;
            return ru ? `Зарегистрировано ${event}, срок считается со следующего дня, ${day}.` : `Registered on ${event}; counted from the day after, ${day}.`;
        }
        case 'RAW':
            return ru ? `По счёту дней срок истекает ${day}.` : `By the count of days it ends on ${day}.`;
        case 'PAUSE': {
            const count = days(step.params.days, step.params.unit, locale);
            return ru ? `Пока ждали уточнения, часы стояли ${count}: срок стал ${day}.` : `The clock stood still for ${count} during a clarification: ${day}.`;
        }
        case 'EXTENSION': {
            const count = days(step.params.days, step.params.unit, locale);
            return ru ? `Продлено на ${count} (${SOURCES[step.params.source].ru}): до ${day}.` : `Extended by ${count} (${SOURCES[step.params.source].en}): to ${day}.`;
        }
        case 'MOVED': {
            const { from, because, name, direction } = step.params;
            const reason = ru && name ? `${DAYS_OFF[because].ru} — «${name}»` : DAYS_OFF[because][locale];
            const plain = because === 'WEEKEND' || (ru && name?.toLowerCase() === DAYS_OFF[because].ru.toLowerCase()) ? DAYS_OFF[because][locale] : reason;
            if (ru)
                return `${messageDay(from, locale)} — нерабочий день (${plain}), поэтому срок перенесён на ${direction === 'PRECEDING' ? 'предыдущий' : 'следующий'} рабочий день, ${day}.`;
            return `${messageDay(from, locale)} is a day off (${plain}), so it moves to the ${direction === 'PRECEDING' ? 'working day before' : 'next working day'}, ${day}.`;
        }
    }
}
