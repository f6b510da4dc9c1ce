import { addDays } from '../../shared/day.js';
import { chance, int, pick } from '../random.js';
import { FORMAL_ANSWERS } from './answers-formal.js';
import { spareAnswers } from './answers-generic.js';
import { politeName } from './compose.js';
import { CLARIFICATIONS, COMMENTS } from './feedback-comments.js';
import { dayInWords, fill } from './slots.js';
import { belongsTo, say, sayable } from './speech.js';
import { roughen } from './typos.js';
const HELLOS = ['{person}, здравствуйте!', 'Здравствуйте, {person}!', 'Здравствуйте, {person}.', 'Добрый день, {person}!', '{person}, добрый день!', '{Dear} {person}!', '{Dear} {person}!'];
const NAMELESS_HELLOS = ['Здравствуйте!', 'Добрый день!', 'Добрый день.', ''];
const GROUP_HELLOS = ['Здравствуйте!', 'Уважаемые жители!', 'Добрый день, уважаемые соседи!', 'Здравствуйте, уважаемые жители!', 'Добрый день всем, кто подписал письмо!'];
const THANKS = [
    'Спасибо, что написали.', 'Спасибо, что не промолчали.', 'Спасибо за письмо и за подробности.', 'Прочитал[|а] Ваше письмо в тот же день.', 'Извините, что отвечаю не сразу: хотел[|а] сначала сам[|а] всё проверить.',
    'Письмо получил[|а], [разобрался|разобралась].', 'Понимаю Ваше возмущение.', '', '', '', '', '', '',
];
const PARTINGS = [
    'Если что-то пойдёт не так, пишите прямо мне.', 'Мой приём — каждый второй вторник, с 15 до 18, можно без записи.', 'Через месяц сам[|а] проверю.', 'Если останутся вопросы, звоните помощнику, телефон на странице приёмной.',
    'Будет сбой — сразу дайте знать.', 'Держу этот вопрос у себя, пока не увижу результат.', 'Спасибо за терпение.', 'Прошу отметить, помог ли ответ: мне это важно.', 'Напишите, пожалуйста, стало ли лучше.', '', '', '', '', '', '',
];
const EXPLAINED_PARTINGS = [
    'Понимаю, что Вы ждали другого ответа.', 'Жаль, что порадовать пока нечем, но лучше сказать как есть.', 'Если появятся новые документы, пишите, вернёмся к вопросу.', 'Захотите обсудить — приходите на приём, объясню на бумагах.',
    'Обещать того, чего не могу, не буду.', 'Если где-то объяснил[|а] непонятно, позвоните в приёмную.', '', '', '', '', '',
];
/** The values of `{done}` and `{until}`: days around the answer. */
function answerDays(letter, answeredOn, random) {
    if (answeredOn === undefined)
        return { done: dayInWords(int(random, 2, 20), letter.month + 1), until: dayInWords(int(random, 1, 28), letter.month + 2) };
    const shifted = (days) => {
        const [, month = 1, day = 1] = addDays(answeredOn, days).split('-').map(Number);
        return dayInWords(day, month);
    };
    return { done: shifted(-int(random, 1, 7)), until: shifted(int(random, 10, 55)) };
}
/** A deputy's answer to a letter of a story. Deterministic by `random`. Formal answers are templates, word for word, as in life. */
export function composeAnswer(story, quality, letter, person, random, around = {}) {
    if (quality === 'formal')
        return pick(random, FORMAL_ANSWERS);
    const { deputy } = around;
    const woman = /(?:на|кызы)$/i.test(deputy?.middleName ?? '');
    const slots = {
        ...letter.slots,
        ...answerDays(letter, around.answeredOn, random),
        person: politeName(person),
        dear: person.sex === 'f' ? 'уважаемая' : 'уважаемый',
        Dear: person.sex === 'f' ? 'Уважаемая' : 'Уважаемый',
    };
    const voice = { sex: woman ? 'f' : 'm', age: 45, collective: false };
    const bodies = quality === 'good' ? story.goodAnswers : story.explanations;
    const own = sayable(bodies, voice, letter.variant);
    const body = say(pick(random, own.length > 0 ? own : spareAnswers(quality, story.kind)), voice);
    const greets = /^(?:Здравствуйте|Добрый|Уважаем|\{Dear\})/.test(body);
    const hello = greets ? '' : pick(random, person.collective ? GROUP_HELLOS : body.slice(0, 60).includes('{person}') ? NAMELESS_HELLOS : HELLOS);
    const warm = story.kind === 'GRATITUDE' || story.kind === 'PROPOSAL';
    const thanks = warm || greets ? '' : say(pick(random, THANKS), voice);
    const parting = story.kind === 'GRATITUDE' ? '' : say(pick(random, quality === 'good' ? PARTINGS : EXPLAINED_PARTINGS), voice);
    const main = [[thanks, body].filter(Boolean).join(' '), parting].filter(Boolean).join(chance(random, 0.5) ? ' ' : '\n\n');
    const sign = deputy && chance(random, 0.6)
        ? pick(random, [`С уважением, ${politeName(deputy)}`, `Ваш депутат ${politeName(deputy)}`, `С уважением, депутат ${politeName(deputy)}`, politeName(deputy)])
        : '';
    return [hello, main, sign].filter(Boolean).map((part) => fill(part, slots)).join('\n\n');
}
/** What a moderator asks, and what the applicant replies. */
export function composeClarification(story, letter, person, random) {
    const pair = story.clarification && belongsTo(story.clarification.ask, letter.variant) ? story.clarification : pick(random, CLARIFICATIONS);
    const hello = pick(random, ['', '', 'Здравствуйте! ', 'Добрый день! ', person.collective ? '' : `${politeName(person)}, здравствуйте! `]);
    return {
        ask: hello + fill(say(pair.ask, person), letter.slots),
        reply: roughen(fill(say(pair.reply, person), letter.slots), { slips: 0.2, commas: 0.2 }, random),
    };
}
/** The comment that an applicant leaves with a mark of 1–5. Half of them are two short thoughts, not one. */
export function composeComment(outcome, mark, person, random) {
    const bank = COMMENTS[outcome].filter((comment) => mark >= comment.marks[0] && mark <= comment.marks[1]);
    const fitting = (bank.length > 0 ? bank : COMMENTS[outcome]).map((comment) => comment.text);
    const words = sayable(fitting, person);
    const text = say(pick(random, words.length > 0 ? words : fitting), person);
    return roughen(chance(random, 0.2) ? text.toLowerCase() : text, { slips: 0.2, commas: 0.3 }, random);
}
