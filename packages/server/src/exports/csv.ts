import { looksLikeFormula, plainWords, type Cell } from './cells.js';

/** Excel takes a file without it for the encoding of its own country. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What stands between cells: Excel opens a table by the list separator of its language, and in Russian that is a semicolon. */
export type Separator = ',' | ';';

/**
 * RFC 4180 with every cell in quotes, in pieces of many rows. Words that look like a formula get an apostrophe before them, by which
 * a spreadsheet knows text.
 */
export async function* csv(header: readonly string[], pages: AsyncIterable<readonly Cell[][]>, separator: Separator): AsyncGenerator<string> {
  const line = (cells: readonly Cell[]): string => `${cells.map(quoted).join(separator)}\r\n`;
  yield BYTE_ORDER_MARK + line(header.map((words) => ({ kind: 'text', text: words })));
  for await (const rows of pages) yield rows.map(line).join('');
}

function quoted(cell: Cell): string {
  if (!cell) return '""';
  switch (cell.kind) {
    case 'day': return `"${cell.day}"`;
    case 'moment': return `"${cell.day} ${cell.time}"`;
    case 'text': {
      const words = plainWords(cell.text);
      return `"${(looksLikeFormula(cell.text) || looksLikeFormula(words) ? `'${words}` : words).replaceAll('"', '""')}"`;
    }
  }
}
