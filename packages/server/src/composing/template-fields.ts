/** What a template can leave open, each with its name in Russian and English; the values come from the appeal that it is put into. */
export const TEMPLATE_FIELDS = {
  applicant: ['заявитель', 'applicant'],
  name: ['имя', 'name'],
  number: ['номер', 'number'],
  subject: ['обращение', 'subject'],
  topic: ['тема', 'topic'],
  deputy: ['депутат', 'deputy'],
  body: ['орган', 'body'],
  received: ['поступило', 'received'],
  due: ['срок', 'due'],
  date: ['дата', 'date'],
  address: ['адрес', 'address'],
} as const;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;
export type FieldValues = Readonly<Record<TemplateField, string | null>>;

const BY_NAME = new Map<string, TemplateField>(Object.entries(TEMPLATE_FIELDS).flatMap(([field, names]) => names.map((name) => [name, field as TemplateField])));
const FIELD = /\{([^{}]*)\}/g;
const known = (name: string): TemplateField | undefined => BY_NAME.get(name.trim().toLowerCase());

/** Something in braces: in a letter that is signed, it should not be there. */
export interface RawField {
  readonly start: number;
  readonly end: number;
  /** With its braces. */
  readonly field: string;
}

/** Everything in braces, known or not. */
export const rawFields = (text: string): RawField[] =>
  [...text.matchAll(FIELD)].map((match) => ({ start: match.index, end: match.index + match[0].length, field: match[0] }));

/** What is wrong with a template's fields, as a code with the words at fault; null when it can be kept. */
export function wrongFields(text: string): { code: 'TEMPLATE_FIELD_UNKNOWN' | 'TEMPLATE_BRACE_ALONE'; field: string } | null {
  const unknown = rawFields(text).find(({ field }) => known(field.slice(1, -1)) === undefined);
  if (unknown) return { code: 'TEMPLATE_FIELD_UNKNOWN', field: unknown.field };
  const alone = /[{}]/.exec(text.replace(FIELD, ''));
  return alone ? { code: 'TEMPLATE_BRACE_ALONE', field: alone[0] } : null;
}

/** The text with its fields filled in. What has no value stays in its braces, and is named. */
export function filled(text: string, values: FieldValues): { text: string; unfilled: string[] } {
  const unfilled = new Set<string>();
  const words = text.replace(FIELD, (whole, name: string, at: number) => {
    const field = known(name);
    const value = field && values[field];
    // «… 2026 г.» at the end of a sentence keeps one full stop.
    if (value) return text[at + whole.length] === '.' ? value.replace(/\.$/, '') : value;
    unfilled.add(whole);
    return whole;
  });
  return { text: words, unfilled: [...unfilled] };
}

/** The values that two letters share; others are left open. */
export const inCommon = (one: FieldValues, other: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(one).map(([field, value]) => [field, value === other[field as TemplateField] ? value : null])) as FieldValues;

/** First name and patronymic, in whatever order the applicant wrote the name; the whole name where there is no patronymic. */
export function politeName(name: string): string {
  const words = name.trim().split(/\s+/);
  const at = words.findIndex((word) => /(?:вич|ьич|мич|вна|чна)$/i.test(word));
  return at > 0 && words.length > 1 ? `${words[at - 1]} ${words[at]}` : name.trim();
}

const STREET = '(?:[Уу]л(?:ица|ице|ицы|ицу|\\.)|[Пп]р(?:оспекте?|осп\\.|-т|\\.)|[Пп]ер(?:еул(?:ок|ке)|\\.)|[Шш]оссе|[Бб]ульваре?|[Бб]-р|[Пп]лощад[ьи]|[Нн]абережн(?:ая|ой)|[Нн]аб\\.|[Пп]роезде?|[Мм]икрорайоне?|[Мм]кр\\.?)';
const NAME = '[А-ЯЁ0-9][\\p{L}\\d-]*(?:\\s+[А-ЯЁ][\\p{L}-]*){0,3}';
const HOUSE = '(?:,?\\s*(?:д(?:ома?|оме|\\.)?\\s*)?№?\\s*\\d{1,4}(?:[а-яА-Я](?!\\p{L})|/\\d{1,3})?(?![\\d\\p{L}]))?';
const ADDRESS = new RegExp(`(?<!\\p{L})${STREET}\\s*${NAME}${HOUSE}`, 'u');

/** The first address that stands in a letter, as it is written; null when none is found. */
export const addressIn = (letter: string): string | null => ADDRESS.exec(letter)?.[0].replace(/\s+/g, ' ').replace(/[,\s]+$/, '') ?? null;
