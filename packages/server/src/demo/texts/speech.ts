/** Who speaks: a man, a woman, or many people together. */
export interface Speaker {
  sex: 'm' | 'f';
  /** In full years. */
  age: number;
  collective: boolean;
}

interface Part {
  text: string;
  sex?: 'm' | 'f';
  /** The speaker's age, from–to. */
  ages?: readonly [number, number];
  /** Only one person can say it. */
  one?: boolean;
  /** Only many can say it. */
  all?: boolean;
  /** The problems of its story that it belongs to, as digits from 1; to any when left out. */
  variants?: string;
}

/** First-person verbs that have a plural people use in the same place. */
const PLURALS: Readonly<Record<string, string>> = {
  прошу: 'просим', хочу: 'хотим', предлагаю: 'предлагаем', считаю: 'считаем', надеюсь: 'надеемся', благодарю: 'благодарим', требую: 'требуем',
  понимаю: 'понимаем', жду: 'ждём', знаю: 'знаем', думаю: 'думаем', могу: 'можем', обращаюсь: 'обращаемся', пишу: 'пишем', вижу: 'видим',
  живу: 'живём', плачу: 'платим', боюсь: 'боимся', желаю: 'желаем', хожу: 'ходим', езжу: 'ездим', получаю: 'получаем', звоню: 'звоним',
  спрашиваю: 'спрашиваем', сообщаю: 'сообщаем', готов: 'готовы', готова: 'готовы', рад: 'рады', рада: 'рады', буду: 'будем', помогу: 'поможем', пришлю: 'пришлём',
};
const PLURAL = new RegExp(`(?<![а-яё-])(${Object.keys(PLURALS).join('|')})(?![а-яё-])`, 'gi');
/** Words of one person: "I", verbs that many rarely say, and kin that many do not share. */
const ONE_PERSON = [
  'я мне меня мной мой моя моё мое мои моего моей моему моих моим моими мою сам сама являюсь работаю воспитываю переживаю помню',
  'вожу встаю иду стою сижу тяну беру еду снимаю копаю пользуюсь решил решила мама маме маму мамы папа папе папу муж мужа мужу',
  'жена жене жену сестра сестре сестру брат брату брата сын сына сыну дочь дочери дочка дочке дочку',
];
const SINGULAR = new RegExp(`(?<![а-яё-])(${ONE_PERSON.join(' ').replaceAll(' ', '|')})(?![а-яё-])`, 'i');

const NOT_A_SPEAKER = new Set([
  'была', 'стала', 'началась', 'пропала', 'упала', 'сломалась', 'появилась', 'кончилась', 'осталась', 'закончилась', 'оказалась', 'получилась', 'случилась',
  'был', 'стал', 'начался', 'пропал', 'сломался', 'появился', 'остался', 'оказался', 'подвал', 'квартал', 'канал', 'зал', 'сигнал', 'портал',
  'персонал', 'материал', 'журнал', 'случился', 'закрыл', 'лопнула', 'замерзла', 'отвалилась', 'дула', 'сила', 'выпала', 'прошла', 'дошла',
]);
const FEMALE = /(?<![а-яё])(я мать|я мама|как мать|как мама|мой муж|с мужем|у мужа|мужу|муж|подруга)(?![а-яё])/i;
const MALE = /(?<![а-яё])(я отец|я папа|как отец|моя жена|с женой|у жены|жене|жена|жену)(?![а-яё])/i;

/** The sex that a text gives away by its past tense ("обращалась", "я писал") where its writer left no `[…|…]`; none when it gives none. */
function sexOf(text: string): 'm' | 'f' | undefined {
  if (FEMALE.test(text)) return 'f';
  if (MALE.test(text)) return 'm';
  const found = [
    ...text.matchAll(/(?:^|[.!?…]\s+)([А-ЯЁ][а-яё]+)/g),
    ...text.matchAll(/(?<![а-яё])я (?:[а-яё-]+ ){0,3}?([а-яё]+(?:ла|лась|л|лся))(?![а-яё])/gi),
    ...text.matchAll(/(?<![а-яё])([а-яё]+(?:ла|лась|л|лся)) я(?![а-яё])/gi),
  ];
  for (const match of found) {
    const word = (match[1] ?? '').toLowerCase();
    if (NOT_A_SPEAKER.has(word)) continue;
    if (/[аеиыяуюё]ла(сь)?$/.test(word)) return 'f';
    if (/[аеиыяуюё]л(ся)?$/.test(word)) return 'm';
  }
  return undefined;
}

/** From what age to what age people say it, by the tags `#old`, `#young`, `#22_45` or by what the text gives away. */
function agesOf(tags: ReadonlySet<string>, text: string): readonly [number, number] | undefined {
  for (const tag of tags) {
    const range = /^(\d+)_(\d+)$/.exec(tag);
    if (range) return [Number(range[1]), Number(range[2])];
  }
  if (tags.has('old') || /(?<![а-яё])(я пенсионер|я сам пенсионер|я на пенсии)(?![а-яё])/i.test(text)) return [58, 150];
  return tags.has('young') ? [0, 35] : undefined;
}

const parsed = new Map<string, Part>();

/** The tags and the givens of a part; kept, since the same parts are read for every letter. */
function parse(source: string): Part {
  const known = parsed.get(source);
  if (known) return known;
  const tags = new Set<string>();
  let text = source;
  for (let tag = /^#(\w+)\s+/.exec(text); tag; tag = /^#(\w+)\s+/.exec(text)) {
    tags.add(tag[1] ?? '');
    text = text.slice(tag[0].length);
  }
  // A form in the place of an ending must not leave a bare "звонил" behind, which would read as a man.
  const plain = text.replace(/\[[^\]]*\|[^\]]*\]/g, 'ъ');
  const twoForms = /\[[^\]|]*\|[^\]|]*\]/.test(text);
  const sex = tags.has('m') ? 'm' : tags.has('f') ? 'f' : sexOf(plain);
  const part: Part = {
    text,
    one: tags.has('one') || twoForms || sex !== undefined || SINGULAR.test(plain),
    all: tags.has('all'),
  };
  const variants = [...tags].filter((tag) => /^\d+$/.test(tag)).join('');
  if (variants) part.variants = variants;
  const ages = agesOf(tags, text);
  if (ages) part.ages = ages;
  if (sex) part.sex = sex;
  parsed.set(source, part);
  return part;
}

function suits(part: Part, speaker: Speaker): boolean {
  if (speaker.collective) return part.one !== true;
  if (part.all === true) return false;
  if (part.sex !== undefined && part.sex !== speaker.sex) return false;
  return part.ages === undefined || (speaker.age >= part.ages[0] && speaker.age <= part.ages[1]);
}

/** Whether a part belongs to the problem of its story (from 1); any part does where no problem is given. */
export function belongsTo(source: string, variant: number | undefined): boolean {
  const { variants } = parse(source);
  return variant === undefined || variants === undefined || variants.includes(String(variant));
}

/** The parts that this speaker can say, and that belong to the problem where one is given. */
export function sayable(parts: readonly string[], speaker: Speaker, variant?: number): string[] {
  return parts.filter((part) => belongsTo(part, variant) && suits(parse(part), speaker));
}

/** A part in the speaker's mouth: tags gone, forms chosen, verbs of many in the plural. */
export function say(source: string, speaker: Speaker): string {
  const text = parse(source).text.replace(/\[([^\]]*\|[^\]]*)\]/g, (_, forms: string) => {
    const [male = '', female = '', many = male] = forms.split('|');
    return speaker.collective ? many : speaker.sex === 'm' ? male : female;
  });
  if (!speaker.collective) return text;
  return text.replace(PLURAL, (verb: string) => {
    const plural = PLURALS[verb.toLowerCase()] ?? verb;
    return /^[А-ЯЁ]/.test(verb) ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural;
  });
}

const FORMS = {
  grand: {
    сын: 'внук', сына: 'внука', сыну: 'внуку', сыном: 'внуком', сынишка: 'внучок', дочь: 'внучка', дочери: 'внучки', дочка: 'внучка',
    дочке: 'внучке', дочку: 'внучку', дочки: 'внучки', дочкой: 'внучкой',
  },
  sibling: {
    сын: 'брат', сына: 'брата', сыну: 'брату', сыном: 'братом', сынишка: 'братишка', дочь: 'сестра', дочери: 'сестры', дочка: 'сестрёнка',
    дочке: 'сестрёнке', дочку: 'сестрёнку', дочки: 'сестрёнки', дочкой: 'сестрёнкой',
  },
} as const;
const CHILD = new RegExp(`(?<![а-яё])(${Object.keys(FORMS.grand).join('|')})(?![а-яё])`, 'gi');

/** A child at school or in a kindergarten is a grandchild to people of this age, a brother or a sister to the very young. */
export function kinByAge(text: string, age: number): string {
  if (age >= 25 && age < 58) return text;
  const forms: Readonly<Record<string, string>> = age < 25 ? FORMS.sibling : FORMS.grand;
  return text.replace(CHILD, (word: string) => {
    const form = forms[word.toLowerCase()] ?? word;
    return /^[А-ЯЁ]/.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
  });
}
