/** How many slips of the finger lie between two words: letters put in, left out, swapped with the neighbour or mistaken. */
export function slipsBetween(a: string, b: string): number {
  const before: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      if (i === 0) {
        row.push(j);
        continue;
      }
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(before[i - 1]![j]! + 1, row[j - 1]! + 1, before[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    before.push(row);
  }
  return before[a.length]![b.length]!;
}

/** As it sounds: people write the vowel that they hear, one letter of two, and a voiceless sound for a voiced one. */
export const sounded = (word: string): string => word.replace(/[ъь]/g, '').replace(/(.)\1+/g, '$1').replace(/тс|дс/g, 'ц').replace(/сч|зч/g, 'щ')
  .replace(/[оа]/g, 'а').replace(/[еиэяы]/g, 'и').replace(/ю/g, 'у').replace(/б/g, 'п').replace(/в/g, 'ф').replace(/г/g, 'к').replace(/д/g, 'т').replace(/ж/g, 'ш').replace(/з/g, 'с');

/** So many slips may a word of this length have and still be taken for the other. */
const slipsAllowed = (length: number): number => (length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3);

/** How far a known word lies from what was typed: less is nearer; null when it is another word. */
export function distance(typed: string, known: string): number | null {
  const slips = slipsBetween(typed, known);
  const heard = slipsBetween(sounded(typed), sounded(known));
  const far = Math.min(slips, heard + 0.5);
  if (far > slipsAllowed(Math.min(typed.length, known.length))) return null;
  return far + (typed[0] === known[0] ? 0 : 0.5);
}
