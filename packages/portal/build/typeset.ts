const NBSP = '\u00a0';

/**
 * Puts non-breaking spaces where Russian typography wants them: after prepositions, conjunctions and particles of one
 * or two letters, before a dash, and between a number and the word it counts. Texts stay readable in their source.
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<![\p{L}\d-])(\p{Script=Cyrillic}{1,2}) (?=[\p{L}\d«{])/gu, `$1${NBSP}`)
    .replace(/(?<![\p{L}\d-])(\p{Script=Cyrillic}{1,2}) (?=[\p{L}\d«{])/gu, `$1${NBSP}`)
    .replace(/ ([—–]) /g, `${NBSP}$1 `)
    .replace(/(\d|#|№) (?=\p{Script=Cyrillic})/gu, `$1${NBSP}`)
    .replace(/№ (?=\d|\{)/g, `№${NBSP}`);
}
