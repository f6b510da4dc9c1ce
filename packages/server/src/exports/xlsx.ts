import { Readable } from 'node:stream';
import yazl from 'yazl';
import { epochDay } from '../shared/day.js';
import { plainWords, type Cell } from './cells.js';

/** Rows of one sheet, its header included: more than Excel opens. */
export const XLSX_ROWS = 1_048_576;
/** Characters that Excel keeps in one cell. */
const MAX_CELL = 32_767;
/** Excel counts days from the last one of 1899. */
const EXCEL_EPOCH = 25_569;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in cellXfs below. Text is marked as such (`quotePrefix`), so that it stays text when somebody edits the cell. */
const STYLE = { text: 1, head: 2, day: 3, moment: 4 } as const;

/** The parts of a workbook of one sheet that are the same every time. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

/**
 * A workbook of one sheet as a stream: rows are written and packed as they come, so that its length costs no memory. There is no
 * formula in it: whatever people wrote stands in cells of text.
 */
export function xlsx(title: string, header: readonly string[], pages: AsyncIterable<readonly Cell[][]>): Readable {
  const zip = new yazl.ZipFile();
  const sheet = Readable.from(sheetOf(header, pages), { objectMode: false, highWaterMark: 64 * 1024 });
  const file = zip.outputStream as Readable;
  // An error of the rows must end the file short, and whoever goes away must end the reading of rows.
  zip.on('error', (error: Error) => file.destroy(error));
  sheet.on('error', (error) => file.destroy(error));
  file.on('close', () => sheet.destroy());
  for (const [name, part] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(HEAD + part), name);
  zip.addBuffer(Buffer.from(`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`), 'xl/workbook.xml');
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return file;
}

async function* sheetOf(header: readonly string[], pages: AsyncIterable<readonly Cell[][]>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${header.length}" width="24" customWidth="1"/></cols><sheetData>`;
  yield `<row>${header.map((words) => inline(words, STYLE.head)).join('')}</row>`;
  for await (const rows of pages) yield rows.map((cells) => `<row>${cells.map(cellOf).join('')}</row>`).join('');
  yield '</sheetData></worksheet>';
}

function cellOf(cell: Cell): string {
  if (!cell) return '<c/>';
  switch (cell.kind) {
    case 'text': return inline(cell.text, STYLE.text);
    case 'day': return `<c s="${STYLE.day}"><v>${epochDay(cell.day) + EXCEL_EPOCH}</v></c>`;
    case 'moment': return `<c s="${STYLE.moment}"><v>${epochDay(cell.day) + EXCEL_EPOCH + partOfDay(cell.time)}</v></c>`;
  }
}

const partOfDay = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / 1440;

const inline = (words: string, style: number): string => `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(plainWords(words).slice(0, MAX_CELL).toWellFormed())}</t></is></c>`;

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
