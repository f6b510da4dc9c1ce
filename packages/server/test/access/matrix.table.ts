type Table = Record<string, Record<string, string>>;

const BEGIN = '<!-- matrix: written by packages/server/test/access/matrix.test.ts -->';

/** The table of docs/access.md, read back. */
export function parseTable(text: string): Table {
  const lines = (text.split(BEGIN)[1] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const cells = (line: string): string[] => line.slice(1, -1).split('|').map((cell) => cell.trim());
  const [head, , ...rows] = lines;
  const callers = head ? cells(head).slice(1) : [];
  return Object.fromEntries(rows.map((line) => {
    const [row, ...values] = cells(line);
    return [row!.replaceAll('`', ''), Object.fromEntries(callers.map((name, i) => [name, values[i] ?? '']))];
  }));
}

/** The document with its table written anew; what stands above the table stays. */
export function printTable(text: string, callers: readonly string[], table: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `${text.split(BEGIN)[0]}${BEGIN}`, '', line(['field', ...callers]), line(['---', ...callers.map(() => '---')]),
    ...Object.entries(table).map(([row, cells]) => line([`\`${row}\``, ...callers.map((name) => cells[name] ?? '–')])), '',
  ].join('\n');
}
