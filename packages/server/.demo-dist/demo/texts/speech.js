/** First-person verbs that have a plural people use in the same place. */
const PLURALS = {
    прошу: 'просим', хочу: 'хотим', предлагаю: 'предлагаем', считаю: 'считаем', надеюсь: 'надеемся', благодарю: 'благодарим', требую: 'требуем',
    понимаю: 'понимаем', жду: 'ждём', знаю: 'знаем', думаю: 'думаем', могу: 'можем', обращаюсь: 'обращаемся', пишу: 'пишем', вижу: 'видим',
    живу: 'живём', плачу: 'платим', боюсь: 'боимся', желаю: 'желаем', хожу: 'ходим', езжу: 'ездим', получаю: 'получаем', звоню: 'звоним',
    спрашиваю: 'спрашиваем', сообщаю: 'сообщаем', готов: 'готовы', готова: 'готовы', рад: 'рады', рада: 'рады', буду: 'будем',
};
const PLURAL = new RegExp(`(?<![а-яё-])(${Object.keys(PLURALS).join('|')})(?![а-яё-])`, 'gi');
const SINGULAR = /(?<![а-яё-])(я|мне|меня|мной|мой|моя|моё|мое|мои|моего|моей|моему|моих|моим|моими|мою|сам|сама|являюсь|работаю|воспитываю|переживаю|помню|вожу|встаю|иду|стою|сижу|тяну|беру|еду|снимаю|копаю|пользуюсь|решил|решила)(?![а-яё-])/i;
const NOT_A_SPEAKER = new Set([
    'была', 'стала', 'началась', 'пропала', 'упала', 'сломалась', 'появилась', 'кончилась', 'осталась', 'закончилась', 'оказалась', 'получилась', 'случилась',
    'был', 'стал', 'начался', 'пропал', 'сломался', 'появился', 'остался', 'оказался', 'подвал', 'квартал', 'канал', 'зал', 'сигнал', 'портал',
    'персонал', 'материал', 'журнал', 'случился', 'закрыл', 'лопнула', 'замерзла', 'отвалилась', 'дула', 'сила', 'выпала', 'прошла', 'дошла',
]);
const FEMALE = /(?<![а-яё])(я мать|я мама|как мать|как мама|мой муж|с мужем|у мужа|мужу|муж|подруга)(?![а-яё])/i;
const MALE = /(?<![а-яё])(я отец|я папа|как отец|моя жена|с женой|у жены|жене|жена|жену)(?![а-яё])/i;
/** The sex that a text gives away by its past tense ("обращалась", "я писал") where its writer left no `[…|…]`; none when it gives none. */
function sexOf(text) {
    if (FEMALE.test(text))
        return 'f';
    if (MALE.test(text))
        return 'm';
    const found = [
        ...text.matchAll(/(?:^|[.!?…]\s+)([А-ЯЁ][а-яё]+)/g),
        ...text.matchAll(/(?<![а-яё])я (?:[а-яё-]+ ){0,3}?([а-яё]+(?:ла|лась|л|лся))(?![а-яё])/gi),
        ...text.matchAll(/(?<![а-яё])([а-яё]+(?:ла|лась|л|лся)) я(?![а-яё])/gi),
    ];
    for (const match of found) {
        const word = (match[1] ?? '').toLowerCase();
        if (NOT_A_SPEAKER.has(word))
            continue;
        if (/[аеиыяуюё]ла(сь)?$/.test(word))
            return 'f';
        if (/[аеиыяуюё]л(ся)?$/.test(word))
            return 'm';
    }
    return undefined;
}
const parsed = new Map();
/** The tags and the givens of a part; kept, since the same parts are read for every letter. */
function parse(source) {
    const known = parsed.get(source);
    if (known)
        return known;
    const tags = new Set();
    let text = source;
    for (let tag = /^#(\w+)\s+/.exec(text); tag; tag = /^#(\w+)\s+/.exec(text)) {
        tags.add(tag[1] ?? '');
        text = text.slice(tag[0].length);
    }
    // A form in the place of an ending must not leave a bare "звонил" behind, which would read as a man.
    const plain = text.replace(/\[[^\]]*\|[^\]]*\]/g, 'ъ');
    const twoForms = /\[[^\]|]*\|[^\]|]*\]/.test(text);
    const sex = tags.has('m') ? 'm' : tags.has('f') ? 'f' : sexOf(plain);
    const part = {
        text,
        old: tags.has('old') || /(?<![а-яё])(я пенсионер|я сам пенсионер|я на пенсии|мне (?:6|7|8)\d )/i.test(text),
        young: tags.has('young'),
        one: tags.has('one') || twoForms || sex !== undefined || SINGULAR.test(plain),
        all: tags.has('all'),
    };
    const variants = [...tags].filter((tag) => /^\d+$/.test(tag)).join('');
    if (variants)
        part.variants = variants;
    if (sex)
        part.sex = sex;
    parsed.set(source, part);
    return part;
}
function suits(part, speaker) {
    if (speaker.collective)
        return part.one !== true;
    if (part.all === true)
        return false;
    if (part.sex !== undefined && part.sex !== speaker.sex)
        return false;
    if (part.old === true && speaker.age < 58)
        return false;
    return !(part.young === true && speaker.age > 35);
}
/** Whether a part belongs to the problem of its story (from 1); any part does where no problem is given. */
export function belongsTo(source, variant) {
    const { variants } = parse(source);
    return variant === undefined || variants === undefined || variants.includes(String(variant));
}
/** The parts that this speaker can say, and that belong to the problem where one is given. */
export function sayable(parts, speaker, variant) {
    return parts.filter((part) => belongsTo(part, variant) && suits(parse(part), speaker));
}
/** A part in the speaker's mouth: tags gone, forms chosen, verbs of many in the plural. */
export function say(source, speaker) {
    const text = parse(source).text.replace(/\[([^\]]*\|[^\]]*)\]/g, (_, forms) => {
        const [male = '', female = '', many = male] = forms.split('|');
        return speaker.collective ? many : speaker.sex === 'm' ? male : female;
    });
    if (!speaker.collective)
        return text;
    return text.replace(PLURAL, (verb) => {
        const plural = PLURALS[verb.toLowerCase()] ?? verb;
        return /^[А-ЯЁ]/.test(verb) ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural;
    });
}
