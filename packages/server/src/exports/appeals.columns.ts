import type { AppealRow } from '../appeals/index.js';
import type { AppealKind, AppealStatus, Channel } from '../appeals/appeal.lifecycle.js';
import type { DeadlineState } from '../appeals/appeal.type.js';
import { localDay, localTime } from '../shared/day.js';
import type { Locale } from '../shared/locale.js';
import { day, text, type Cell } from './cells.js';

type Words = Readonly<Record<Locale, string>>;

/** Columns of the list that a person may put away; number and subject are always there. */
export const CHOSEN_COLUMNS = ['applicant', 'region', 'topic', 'deputy', 'kind', 'channel', 'submitted', 'due', 'status'] as const;
export type ChosenColumn = (typeof CHOSEN_COLUMNS)[number];

/** What a column is made of. No contact of an applicant is among the fields, and none may come among them (rules §6). */
interface Column {
  readonly header: Words;
  /** Names of the API's fields that must be read for it. */
  readonly reads: readonly string[];
  readonly cell: (row: AppealRow, locale: Locale) => Cell;
}

const STATUSES: Record<AppealStatus, Words> = {
  SUBMITTED: { ru: 'поступило', en: 'submitted' },
  CLARIFICATION: { ru: 'на уточнении', en: 'in clarification' },
  REJECTED: { ru: 'отклонено', en: 'rejected' },
  REGISTERED: { ru: 'зарегистрировано', en: 'registered' },
  IN_PROGRESS: { ru: 'в работе', en: 'in progress' },
  FORWARDED: { ru: 'передано', en: 'forwarded' },
  ANSWERED: { ru: 'дан ответ', en: 'answered' },
  REOPENED: { ru: 'возобновлено', en: 'reopened' },
  CLOSED: { ru: 'закрыто', en: 'closed' },
  WITHDRAWN: { ru: 'отозвано', en: 'withdrawn' },
};
const KINDS: Record<AppealKind, Words> = {
  PROPOSAL: { ru: 'предложение', en: 'proposal' },
  APPLICATION: { ru: 'заявление', en: 'application' },
  COMPLAINT: { ru: 'жалоба', en: 'complaint' },
  GRATITUDE: { ru: 'благодарность', en: 'gratitude' },
};
const CHANNELS: Record<Channel, Words> = {
  PORTAL: { ru: 'портал', en: 'portal' },
  PARTNER: { ru: 'приложение партнёра', en: "partner's app" },
  STAFF: { ru: 'внесено сотрудником', en: 'entered by staff' },
};
const DEADLINES: Record<DeadlineState, Words> = {
  LATE: { ru: 'просрочено', en: 'late' },
  TODAY: { ru: 'срок сегодня', en: 'due today' },
  AT_RISK: { ru: 'под угрозой', en: 'at risk' },
  IN_TIME: { ru: 'в срок', en: 'in time' },
};

const moment = (at: Date | null, timeZone: string): Cell => at && { kind: 'moment', day: localDay(at, timeZone), time: localTime(at, timeZone) };

const NUMBER: Column = { header: { ru: 'Номер', en: 'Number' }, reads: ['number'], cell: (row) => text(row.number) };
const SUBJECT: Column = { header: { ru: 'Обращение', en: 'Appeal' }, reads: ['subject'], cell: (row) => text(row.subject) };

const CHOSEN: Record<ChosenColumn, readonly Column[]> = {
  applicant: [{ header: { ru: 'Заявитель', en: 'Applicant' }, reads: ['applicantName'], cell: (row) => text(row.applicantName) }],
  region: [{ header: { ru: 'Регион', en: 'Region' }, reads: [], cell: (row) => text(row.region.name) }],
  topic: [{ header: { ru: 'Тема', en: 'Topic' }, reads: [], cell: (row) => text(row.topic?.name) }],
  deputy: [{ header: { ru: 'Депутат', en: 'Deputy' }, reads: ['deputy'], cell: (row) => text(row.deputy?.name) }],
  kind: [{ header: { ru: 'Вид', en: 'Kind' }, reads: ['kind'], cell: (row, locale) => text(KINDS[row.kind][locale]) }],
  channel: [{ header: { ru: 'Откуда', en: 'Came by' }, reads: ['channel'], cell: (row, locale) => text(CHANNELS[row.channel][locale]) }],
  submitted: [{ header: { ru: 'Поступило (время региона)', en: "Received (region's time)" }, reads: [], cell: (row) => moment(row.submittedAt, row.region.timeZone) }],
  due: [
    { header: { ru: 'Срок', en: 'Deadline' }, reads: [], cell: (row) => day(row.dueOn) },
    { header: { ru: 'Состояние срока', en: 'State of the deadline' }, reads: [], cell: (row, locale) => text(row.deadlineState && DEADLINES[row.deadlineState][locale]) },
    { header: { ru: 'Дан ответ (время региона)', en: "Answered (region's time)" }, reads: ['answeredAt'], cell: (row) => moment(row.answeredAt, row.region.timeZone) },
  ],
  status: [{ header: { ru: 'Статус', en: 'Status' }, reads: [], cell: (row, locale) => text(STATUSES[row.status][locale]) }],
};

/** The chosen columns as a table: its header, what must be read, and how a row is made. */
export function tableOf(chosen: readonly ChosenColumn[], locale: Locale): { header: string[]; reads: ReadonlySet<string>; row: (appeal: AppealRow) => Cell[] } {
  const columns = [NUMBER, SUBJECT, ...CHOSEN_COLUMNS.filter((column) => chosen.includes(column)).flatMap((column) => CHOSEN[column])];
  return {
    header: columns.map(({ header }) => header[locale]), reads: new Set(columns.flatMap(({ reads }) => reads)),
    row: (appeal) => columns.map(({ cell }) => cell(appeal, locale)),
  };
}
