import { FORMULA } from './formula.model.js';
import { effectOfOne, explain, sampleForReliability } from './rating.formula.js';
import { shownScore } from './rating.model.js';
const sayIn = (locale) => (ru, en) => (locale === 'ru' ? ru : en);
const formats = {
    ru: new Intl.NumberFormat('ru', { maximumFractionDigits: 1 }),
    en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
};
const number = (value, locale) => formats[locale].format(value);
/** A share 0 to 1 as per cent. */
const percent = (share, locale) => share === null || share === undefined ? '—' : `${number(share * 100, locale)}${locale === 'ru' ? '\u00A0%' : '%'}`;
/** Points of the score, 0 to 100. */
const points = (share, locale) => (share === null || share === undefined ? '—' : number(share * 100, locale));
const PART_NAMES = {
    timeliness: { ru: 'Оперативность', en: 'Timeliness' },
    quality: { ru: 'Качество', en: 'Quality' },
    personal: { ru: 'Личный подход', en: 'Personal approach' },
};
export const LEAGUE_FROM = sampleForReliability(FORMULA.leagueReliability);
/** The method in a few sentences, for whoever meets it for the first time. */
export function formulaText(locale) {
    const { weights } = FORMULA;
    return sayIn(locale)(`Оценка от 0 до 100 складывается из трёх долей: ответы в срок (${percent(weights.timeliness, locale)} веса), отметки 4 и 5 за качество (${percent(weights.quality, locale)}) `
        + `и личный подход (${percent(weights.personal, locale)}). Каждая доля сравнивается с тем, как на те же темы отвечают остальные депутаты того же уровня. `
        + 'Чем меньше обращений и отметок, тем ближе доля к среднему и тем шире интервал: с вероятностью 95\u00A0% настоящая оценка лежит внутри него. '
        + `Пока нет ${FORMULA.minimumDue} обращений со сроком и ${FORMULA.minimumMarks} отметок, оценка не показывается; в лигу входят примерно с ${LEAGUE_FROM}. `
        + 'Лиги — это не места: A достоверно выше среднего, C достоверно ниже, B неотличима от него.', `The score, 0 to 100, is made of three shares: answers in time (${percent(weights.timeliness, locale)} of the weight), marks of 4 and 5 for quality (${percent(weights.quality, locale)}) `
        + `and the personal approach (${percent(weights.personal, locale)}). Each share is compared with how the other deputies of the level do on the same topics. `
        + 'The fewer appeals and marks there are, the closer the share lies to the mean and the wider the interval: with a probability of 95% the true score lies inside it. '
        + `Before ${FORMULA.minimumDue} due appeals and ${FORMULA.minimumMarks} marks no score is shown; the league begins at about ${LEAGUE_FROM}. `
        + 'Tiers are no places: A is surely above the mean, C surely below, B cannot be told from it.');
}
/** Where the number came from, step by step; a standing of «мало данных» tells the counts and what is missing, and no figure. */
export function stepsOf(standing, locale) {
    if (standing.state === 'FEW_DATA')
        return fewData(standing, locale);
    return [...explain(standing).map((step) => inWords(step, standing, locale)), ...effects(standing, locale)];
}
function fewData(standing, locale) {
    const say = sayIn(locale);
    const counts = ['timeliness', 'quality', 'personal'].map((part) => {
        const { hits, n } = standing[part];
        return { code: 'OBSERVED', part, title: PART_NAMES[part][locale], text: observed(part, hits, n, null, locale), value: null };
    });
    const text = say(`Для оценки не хватает: обращений со сроком — ${standing.missingDue}, отметок заявителей — ${standing.missingMarks}. По меньшему числу судить было бы нечестно.`, `Missing for a score: due appeals — ${standing.missingDue}, applicants’ marks — ${standing.missingMarks}. To judge by fewer would not be fair.`);
    return [...counts, { code: 'FEW_DATA', part: null, title: say('Мало данных', 'Few data'), text, value: null }];
}
function observed(part, hits, n, value, locale) {
    const say = sayIn(locale);
    const share = value === null ? '' : ` (${percent(value, locale)})`;
    switch (part) {
        case 'timeliness': return say(`В срок отвечено на ${hits} из ${n} обращений, срок которых наступил или на которые уже дан ответ${share}.`, `${hits} of ${n} appeals that were due or are answered already got an answer in time${share}.`);
        case 'quality': return say(`Отметок 4 и 5 за качество: ${hits} из ${n} учтённых${share}. Шаблонный ответ и вопрос без ответа качества не приносят.`, `Marks of 4 and 5 for quality: ${hits} of ${n} counted${share}. A form letter or a question left out earns no quality.`);
        case 'personal': return say(`Отметок 4 и 5 за личный подход: ${hits} из ${n} учтённых${share}.`, `Marks of 4 and 5 for the personal approach: ${hits} of ${n} counted${share}.`);
    }
}
function inWords({ code, part, params }, standing, locale) {
    const words = part ? partInWords(code, part, params, locale) : wholeInWords(code, standing, locale);
    return { code, part, ...words };
}
function partInWords(code, part, params, locale) {
    const say = sayIn(locale);
    const name = PART_NAMES[part][locale];
    const at = (key) => params[key] ?? null;
    const value = at('value');
    switch (code) {
        case 'OBSERVED': return { title: `${name}: ${say('что было', 'what was observed')}`, text: observed(part, at('hits') ?? 0, at('n') ?? 0, value, locale), value };
        case 'EXPECTED': return {
            title: `${name}: ${say('чего ждали', 'what was expected')}`, value,
            text: say(`С теми же темами и каналами остальные депутаты уровня получили бы ${percent(value, locale)}.`, `With the same topics and channels the other deputies of the level would reach ${percent(value, locale)}.`),
        };
        case 'ADJUSTED': return {
            title: `${name}: ${say('с поправкой на темы', 'adjusted for topics')}`, value,
            text: say(`Успех на трудной теме весит больше, промах на лёгкой тоже: получается ${percent(value, locale)}, как по ${number(at('effective') ?? 0, locale)} обращениям.`, `A hit on a hard topic weighs more, and so does a miss on an easy one: that makes ${percent(value, locale)}, as if of ${number(at('effective') ?? 0, locale)} items.`),
        };
        case 'PRIOR': return {
            title: `${name}: ${say('среднее уровня', 'mean of the level')}`, value: at('mean'),
            text: say(`У остальных депутатов уровня в среднем ${percent(at('mean'), locale)}; к вашим данным добавлено ${at('strength')} таких «средних» обращений.`, `The others of the level reach ${percent(at('mean'), locale)} on average; ${at('strength')} such average items are added to the data.`),
        };
        case 'SHRUNK': return {
            title: `${name}: ${say('с поправкой на малое число', 'allowing for small numbers')}`, value,
            text: say(`Вместе это ${percent(value, locale)}: чем больше своих данных, тем меньше значит среднее.`, `Together that is ${percent(value, locale)}: the more data of one’s own, the less the mean matters.`),
        };
        case 'INFORMALITY': return {
            title: `${name}: ${say('живые ответы', 'living answers')}`, value,
            text: say(`По ${at('n')} ответам измерено, сколько в них нового текста, а не повторов прежних ответов: ${percent(at('observed'), locale)}; с поправкой на малое число ${percent(value, locale)}. Это ${percent(at('weight'), locale)} личного подхода.`, `In ${at('n')} answers it was measured how much is new text and no repetition of earlier ones: ${percent(at('observed'), locale)}; allowing for small numbers ${percent(value, locale)}. It makes ${percent(at('weight'), locale)} of the personal approach.`),
        };
        case 'WEIGHT': return {
            title: `${name}: ${say('итог части', 'the part as a whole')}`, value,
            text: say(`Часть равна ${percent(value, locale)} (с вероятностью 95\u00A0% от ${percent(at('low'), locale)} до ${percent(at('high'), locale)}) и весит ${percent(at('weight'), locale)} оценки.`, `The part is ${percent(value, locale)} (with a probability of 95% between ${percent(at('low'), locale)} and ${percent(at('high'), locale)}) and makes ${percent(at('weight'), locale)} of the score.`),
        };
        default: return {
            title: `${name}: ${say('вклад', 'contribution')}`, value,
            text: say(`В оценку это приносит ${points(value, locale)} балла из ${points(FORMULA.weights[part], locale)} возможных.`, `It brings ${points(value, locale)} of ${points(FORMULA.weights[part], locale)} possible points.`),
        };
    }
}
function wholeInWords(code, standing, locale) {
    const say = sayIn(locale);
    if (code === 'SCORE') {
        return {
            title: say('Оценка', 'Score'), value: shownScore(standing.score),
            text: say(`Сумма вкладов — ${points(standing.score, locale)} из 100; с вероятностью 95\u00A0% от ${points(standing.low, locale)} до ${points(standing.high, locale)}.`, `The contributions add up to ${points(standing.score, locale)} of 100; with a probability of 95% between ${points(standing.low, locale)} and ${points(standing.high, locale)}.`),
        };
    }
    const place = standing.tier === 'A' ? say('лига A: достоверно выше среднего', 'tier A: surely above the mean')
        : standing.tier === 'C' ? say('лига C: достоверно ниже среднего', 'tier C: surely below the mean')
            : standing.tier === 'B' ? say('лига B: от среднего не отличить', 'tier B: not to be told from the mean')
                : say('вне лиг: оценка пока слишком неточна, или регион ещё не открыт', 'outside the tiers: the score is too uncertain yet, or the region is not open');
    return {
        title: say('Место среди остальных', 'Standing among the others'), value: standing.aboveMean,
        text: say(`Среднее уровня — ${points(standing.levelMean, locale)}; вероятность, что оценка выше него, ${percent(standing.aboveMean, locale)}. Надёжность ${percent(standing.reliability, locale)} (лига с ${percent(FORMULA.leagueReliability, locale)}). Итог: ${place}.`, `The mean of the level is ${points(standing.levelMean, locale)}; the probability that the score is above it is ${percent(standing.aboveMean, locale)}. Reliability ${percent(standing.reliability, locale)} (league from ${percent(FORMULA.leagueReliability, locale)}). Result: ${place}.`),
    };
}
/** What one more item would change: «что поднимет». */
function effects(standing, locale) {
    const say = sayIn(locale);
    const effect = (part, hit) => shownEffect(effectOfOne(standing, part, '', hit));
    const signed = (value) => `${value < 0 ? '−' : '+'}${formatsFine[locale].format(Math.abs(value))}`;
    const step = (part, ru, en) => {
        const [up, down] = [effect(part, true), effect(part, false)];
        return {
            code: 'EFFECT', part, title: `${PART_NAMES[part][locale]}: ${say('что изменит ещё один ответ', 'what one more answer would change')}`, value: up,
            text: say(`${ru}: ${signed(up)} балла; наоборот: ${signed(down)}.`, `${en}: ${signed(up)} points; otherwise: ${signed(down)}.`),
        };
    };
    return [
        step('timeliness', 'Ещё один ответ в срок', 'One more answer in time'),
        step('quality', 'Ещё одна отметка 4 или 5 за качество', 'One more mark of 4 or 5 for quality'),
        step('personal', 'Ещё одна отметка 4 или 5 за личный подход', 'One more mark of 4 or 5 for the personal approach'),
    ];
}
const formatsFine = {
    ru: new Intl.NumberFormat('ru', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    en: new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};
const shownEffect = (share) => Math.round(share * 10_000) / 100;
/** Why a counted mark of 4 or 5 earned no quality; null where it did, or was none. */
export function noQualityText(template, left, locale) {
    const say = sayIn(locale);
    if (left)
        return say('Отметка учтена, но один из вопросов остался без ответа: в качество она не идёт.', 'The mark counts, but a question was left without an answer: it earns no quality.');
    if (template)
        return say('Отметка учтена, но ответ повторяет прежние ответы: в качество она не идёт.', 'The mark counts, but the answer repeats earlier ones: it earns no quality.');
    return null;
}
