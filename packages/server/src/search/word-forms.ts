/**
 * Other stems of the same Russian word. The Snowball stemmer cuts endings and knows nothing of vowels that come and go (скамейка, скамеек)
 * nor of sounds that change before an ending (плата, плачу); one word then has several stems. Those that no word has do no harm: nothing is
 * indexed under them.
 */
const CONSONANT = 'бвгджзклмнпрстфхцчшщ';

/** A vowel that comes and goes before the last consonant: «площадк» and «площадок», «дн» and «ден». */
export function fleeting(stem: string): string[] {
  const found = new Set<string>();
  const add = (word: string | undefined): void => {
    if (word && word.length >= 2 && word !== stem) found.add(word);
  };
  const lost = new RegExp(`^(.*[${CONSONANT}])[ое]([кнлрцтв])$`).exec(stem);
  if (lost) add(lost[1]! + lost[2]!);
  const joined = new RegExp(`^(.*[${CONSONANT}])([кнлрцв])$`).exec(stem);
  if (joined && stem.length >= 3) for (const vowel of ['о', 'е']) add(joined[1]! + vowel + joined[2]!);
  if (/[йь][кцнлм]$/.test(stem)) add(`${stem.slice(0, -2)}е${stem.at(-1)!}`);
  const soft = /^(.*)е([кцнлм])$/.exec(stem);
  if (soft && soft[1]!.length >= 2) {
    add(`${soft[1]!}ь${soft[2]!}`);
    add(`${soft[1]!}й${soft[2]!}`);
  }
  return [...found];
}

const CHANGES: readonly (readonly [end: string, others: readonly string[]])[] = [
  ['ст', ['щ']], ['ск', ['щ']], ['бл', ['б']], ['пл', ['п']], ['вл', ['в']], ['мл', ['м']],
  ['жд', ['д']], ['т', ['ч', 'щ']], ['д', ['ж', 'жд']], ['з', ['ж']], ['с', ['ш']], ['к', ['ч']], ['г', ['ж']], ['х', ['ш']],
  ['ч', ['т', 'к']], ['щ', ['ст', 'ск', 'т']], ['ж', ['д', 'г', 'з']], ['ш', ['с', 'х']],
  ['п', ['пл']], ['б', ['бл']], ['в', ['вл']], ['м', ['мл']],
];

/** A sound that changes before an ending: «плат» and «плач», «чист» and «чищ». Some are other words, so they count for less. */
export function alternating(stem: string): string[] {
  if (stem.length < 4) return [];
  const change = CHANGES.find(([end]) => stem.endsWith(end));
  return change ? change[1].map((other) => stem.slice(0, -change[0].length) + other) : [];
}
