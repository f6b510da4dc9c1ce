import type { Readable } from 'node:stream';
import { Readable as Stream } from 'node:stream';
import type { AppealFilter, AppealSort } from '../appeals/appeal.inputs.js';
import type { AppealRow, AppealsQueries } from '../appeals/index.js';
import { transaction } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { accountStream, recordIn } from '../history/index.js';
import type { Actor, StaffActor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { badInput, forbidden, Failure } from '../shared/failures.js';
import type { Locale } from '../shared/locale.js';
import { secondsUntil, type Quotas } from '../shared/quota.js';
import { tableOf, type ChosenColumn } from './appeals.columns.js';
import type { Cell } from './cells.js';
import { csv, type Separator } from './csv.js';
import { canExportAppeals } from './exports.policy.js';
import { xlsx, XLSX_ROWS } from './xlsx.js';

export type ExportFormat = 'csv' | 'xlsx';

/** A list as its reader sees it. */
export interface AskedExport {
  format: ExportFormat;
  filter: AppealFilter;
  sort: AppealSort;
  columns: readonly ChosenColumn[];
}

/** Rows of one statement: what a file of any length holds in memory. */
const PAGE_ROWS = 2_000;
/** Exports that one account may begin in a minute. */
const PER_MINUTE = 10;
const MINUTE_MS = 60_000;

const TITLE: Record<Locale, string> = { ru: 'Обращения', en: 'Appeals' };
const SEPARATOR: Record<Locale, Separator> = { ru: ';', en: ',' };

/** Takes a list of appeals out of the house as a table (docs/adr/0021). */
export class ExportService {
  constructor(
    private readonly orm: Orm, private readonly appeals: AppealsQueries, private readonly quotas: Quotas, private readonly actor: Actor,
    private readonly clock: Clock, private readonly locale: Locale,
  ) {}

  /**
   * The file as a stream, and how many rows it has. Who took what is on record before the first byte leaves, so that an export that
   * breaks off is on record as well.
   * @throws Failure UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED; BAD_USER_INPUT for a filter that is none, or too many rows for Excel
   */
  async begin({ format, filter, sort, columns }: AskedExport): Promise<{ file: Readable; rows: number }> {
    if (this.actor.kind === 'PARTNER') throw forbidden();
    const person = staff(this.actor);
    allow(canExportAppeals(person));
    await this.countOne(person);
    const rows = await this.appeals.count(filter, sort.field);
    if (format === 'xlsx' && rows >= XLSX_ROWS) throw badInput('filter', 'EXPORT_TOO_LONG', { max: XLSX_ROWS - 1, rows });
    await transaction(this.orm, person, (em) => recordIn(em, accountStream(person.accountId), person, this.clock.now(), {
      event: 'APPEALS_EXPORTED', text: JSON.stringify({ format, rows, filter, sort: `${sort.field} ${sort.direction}`, columns }),
    }));
    const { header, reads, row } = tableOf(columns, this.locale);
    const pages = cellsOf(this.appeals.pages(filter, sort, reads, PAGE_ROWS), row);
    return { rows, file: format === 'csv' ? Stream.from(csv(header, pages, SEPARATOR[this.locale]), { objectMode: false }) : xlsx(TITLE[this.locale], header, pages) };
  }

  private async countOne({ accountId }: StaffActor): Promise<void> {
    const { allowed, rest, resetsAt } = await this.quotas.take(`export:${accountId}`, 1, { limit: PER_MINUTE, windowMs: MINUTE_MS, lease: 1 });
    if (allowed) return;
    throw new Failure('RATE_LIMITED', 'RATE_LIMITED', null, { limit: PER_MINUTE, rest, retryAfter: secondsUntil(resetsAt, this.clock) });
  }
}

async function* cellsOf(pages: AsyncIterable<AppealRow[]>, row: (appeal: AppealRow) => Cell[]): AsyncGenerator<Cell[][]> {
  for await (const page of pages) yield page.map(row);
}
