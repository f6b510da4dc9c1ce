const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюе';
const KEYS: ReadonlyMap<string, string> = new Map([...LATIN].map((key, at) => [key, RUSSIAN[at]!]));
const SHIFTED: ReadonlyMap<string, string> = new Map([['{', 'х'], ['}', 'ъ'], [':', 'ж'], ['"', 'э'], ['<', 'б'], ['>', 'ю'], ['~', 'е']]);

/** What the same keys write on the Russian layout: ljhjuf is «дорога». */
export const inRussianLayout = (typed: string): string => [...typed.toLowerCase()].map((key) => KEYS.get(key) ?? SHIFTED.get(key) ?? key).join('');

// The longest first, since sch begins like s; what one writes by ear, not by a standard.
const SOUNDS: readonly (readonly [latin: string, russian: string])[] = [
  ['shch', 'щ'], ['sch', 'щ'], ['zh', 'ж'], ['kh', 'х'], ['tsk', 'тск'], ['ts', 'ц'], ['ch', 'ч'], ['sh', 'ш'], ['yu', 'ю'], ['ju', 'ю'], ['ya', 'я'], ['ja', 'я'],
  ['yo', 'е'], ['jo', 'е'], ['ye', 'е'], ['je', 'е'], ['ck', 'к'], ['ph', 'ф'], ['iy', 'ий'], ['yy', 'ый'], ['ay', 'ай'], ['oy', 'ой'], ['ey', 'ей'], ['uy', 'уй'],
  ['a', 'а'], ['b', 'б'], ['c', 'ц'], ['d', 'д'], ['e', 'е'], ['f', 'ф'], ['g', 'г'], ['h', 'х'], ['i', 'и'], ['j', 'й'], ['k', 'к'], ['l', 'л'], ['m', 'м'],
  ['n', 'н'], ['o', 'о'], ['p', 'п'], ['q', 'к'], ['r', 'р'], ['s', 'с'], ['t', 'т'], ['u', 'у'], ['v', 'в'], ['w', 'в'], ['x', 'кс'], ['y', 'ы'], ['z', 'з'],
  ["'", 'ь'], ['`', 'ь'],
];

/** A Russian word written in Latin letters, as it sounds: doroga is «дорога». */
export function fromLatin(typed: string): string {
  let rest = typed.toLowerCase();
  let russian = '';
  while (rest !== '') {
    const sound = SOUNDS.find(([latin]) => rest.startsWith(latin));
    russian += sound ? sound[1] : rest[0]!;
    rest = rest.slice(sound ? sound[0].length : 1);
  }
  return russian;
}

/** What Latin letters may have been meant to write in Russian, the likelier first. */
export function meantInRussian(typed: string): string[] {
  return [...new Set([inRussianLayout(typed), fromLatin(typed)])].filter((word) => /^[а-я]{2,}$/.test(word));
}
