/** A value of an exported table: words, a day, or a moment by the wall clock of its region. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'moment'; readonly day: string; readonly time: string }
  | null;

export const text = (value: string | null | undefined): Cell => (value ? { kind: 'text', text: value } : null);
export const day = (value: string | null): Cell => (value ? { kind: 'day', day: value } : null);

/** Signs that a spreadsheet takes for the beginning of a formula, with their full-width twins and the typographic minus. */
const BEGINS_FORMULA = /^[\s\p{Cf}]*[=+\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20]/u;
const BEGINS_UNSEEN = /^[\t\r\n]/;

/** Whether a spreadsheet could run the words that it opens: people write them, and whoever opens the table is not asked. */
export const looksLikeFormula = (words: string): boolean => BEGINS_UNSEEN.test(words) || BEGINS_FORMULA.test(words);

/** Words as any file may hold them: whole characters, and no controls but the line break and the tab. */
export const plainWords = (words: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  words.toWellFormed().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '');
