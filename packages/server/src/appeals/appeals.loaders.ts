import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Db } from '../db/orm.js';
import type { HistoryActorKind, HistoryEvent } from '../history/history-entry.entity.js';
import { appealStream, checkStream, eventInWords, reasonInWords, type StoredEntry } from '../history/index.js';
import type { Reference, TopicRow } from '../regions/index.js';
import { batchByOwner } from '../shared/loader.js';
import type { Locale } from '../shared/locale.js';
import type { Vault } from '../shared/vault.js';
import type { QuestionDraft } from './answer-draft.entity.js';
import { REJECT_REASONS, type AppealMove, type AppealStatus, type QuestionResult, type RejectReason } from './appeal.lifecycle.js';
import type { MessageKind } from './message.entity.js';
import { promisesFrom, promisesOfMessage, type PromiseRow } from './promise.row.js';
import { rejectReasonIn } from './reject-reasons.js';

export interface QuestionRow {
  id: string;
  appealId: string;
  position: number;
  text: string;
  topic: TopicRow;
  result: QuestionResult | null;
  resultText: string | null;
}

export interface MessageRow {
  id: string;
  appealId: string;
  kind: MessageKind;
  authorKind: HistoryActorKind;
  authorName: string;
  text: string;
  createdAt: Date;
  /** The deputy in whose name an aide signed. */
  signedFor: string | null;
  /** Of an answer; of any other message none. */
  promises: PromiseRow[];
  /** Whether it is shown to the applicant, whose links to files are other ones. */
  forApplicant?: boolean;
}

export interface HistoryRow {
  id: string;
  appealId: string;
  at: Date;
  event: HistoryEvent;
  move: AppealMove | null;
  contactsOpened: boolean;
  actorKind: HistoryActorKind;
  actorName: string;
  from: AppealStatus | null;
  to: AppealStatus | null;
  reason: string | null;
  title: string;
}

export interface DraftRow {
  appealId: string;
  text: string;
  questions: QuestionDraft[];
  savedAt: Date;
  savedByName: string;
  revision: number;
}

export interface NoteRow {
  id: string;
  appealId: string;
  text: string;
  authorKind: HistoryActorKind;
  authorName: string;
  createdAt: Date;
}

/** Openings of one appeal that a list shows; an appeal that everybody looks at has thousands. */
const OPENINGS = 200;

interface SelectedHistory {
  id: string;
  appeal_id: string;
  at: Date;
  event: HistoryEvent;
  move: AppealMove | null;
  actor_kind: HistoryActorKind;
  actor_name: string;
  from_status: AppealStatus | null;
  to_status: AppealStatus | null;
  reason: string | null;
  text: string | null;
}

type SelectedChain = { stream: string; headPosition: number | null; headHash: string | null } & (StoredEntry | { id: null });

const isRejectReason = (code: string): code is RejectReason => (REJECT_REASONS as readonly string[]).includes(code);
const inWords = (code: string, locale: Locale): string => (isRejectReason(code) ? rejectReasonIn(code, locale).title : reasonInWords(code, locale));

/** What belongs to an appeal, for any number of appeals in one statement each. Whoever holds an appeal's row may load these. */
export class AppealsLoaders {
  readonly questions: DataLoader<string, QuestionRow[]>;
  readonly messages: DataLoader<string, MessageRow[]>;
  readonly history: DataLoader<string, HistoryRow[]>;
  /** Whether an appeal's stream is whole: every entry is hashed again. */
  readonly historyWhole: DataLoader<string, boolean>;
  readonly drafts: DataLoader<string, DraftRow[]>;
  /** For whoever may see notes: the caller asks `canSeeNotes` first. */
  readonly notes: DataLoader<string, NoteRow[]>;

  constructor(db: Db, reference: Reference, locale: Locale, vault: Vault) {
    this.questions = batchByOwner(async (ids) => {
      const rows = await db.selectFrom('question').where('appeal_id', 'in', [...ids]).orderBy('position').selectAll().execute();
      return rows.map((row) => ({
        id: row.id, appealId: row.appeal_id, position: row.position, text: row.text, topic: reference.topic(row.topic_code, locale)!,
        result: row.result ?? null, resultText: row.result_text ?? null,
      }));
    }, (row) => row.appealId);
    this.messages = batchByOwner(async (ids) => {
      // An applicant's name stands in one place alone, encrypted; the thread takes it from there.
      const rows = await db.selectFrom('message as m').where('m.appeal_id', 'in', [...ids]).orderBy('m.created_at').orderBy('m.id')
        .leftJoin('appeal as a', (join) => join.onRef('a.id', '=', 'm.appeal_id').on('m.author_kind', '=', 'APPLICANT'))
        .leftJoin('applicant as p', 'p.id', 'a.applicant_id')
        .leftJoin('deputy as d', (join) => join.onRef('d.id', '=', 'm.deputy_id').on('m.author_kind', '=', 'AIDE').on('m.kind', '=', 'ANSWER'))
        .select(['d.sort_name as signedFor', 'm.id', 'm.appeal_id as appealId', 'm.kind', 'm.author_kind as authorKind', 'm.author_name as authorName', 'p.name as applicantName',
          'm.text', 'm.created_at as createdAt', promisesOfMessage.as('promises')]).execute();
      return rows.map(({ applicantName, promises, ...row }) =>
        ({ ...row, promises: promisesFrom(promises), authorName: applicantName ? vault.open('applicant.name', applicantName) : row.authorName }));
    }, (row) => row.appealId);
    this.history = batchByOwner(async (ids) => {
      const { rows } = await sql<SelectedHistory>`
        select h.*, t.text from (
          select *, row_number() over (partition by stream, event = 'APPEAL_OPENED' order by position desc) as newest from history_entry
          where appeal_id = any(${[...ids]}::uuid[])
        ) h left join history_text t on t.entry_id = h.id
        where h.event <> 'APPEAL_OPENED' or h.newest <= ${OPENINGS} order by h.position`.execute(db);
      return rows.map((row) => ({
        id: row.id, appealId: row.appeal_id, at: row.at, event: row.event, move: row.move, contactsOpened: row.event === 'CONTACTS_OPENED',
        actorKind: row.actor_kind, actorName: row.actor_name, from: row.from_status, to: row.to_status,
        reason: row.text ?? (row.reason && inWords(row.reason, locale)), title: eventInWords(row.event, row.move, locale),
      }));
    }, (row) => row.appealId);
    this.historyWhole = new DataLoader(async (ids) => {
      const { rows } = await sql<SelectedChain>`
        select s.stream, e.id, e.position, e.event, e.move, e.from_status as "fromStatus", e.to_status as "toStatus", e.actor_kind as "actorKind",
          e.actor_name as "actorName", e.account, e.reason, e.text_digest as "textDigest", e.at, e.prev_hash as "prevHash", e.hash, t.salt, t.text,
          h.position as "headPosition", h.hash as "headHash"
        from unnest(${ids.map(appealStream)}::text[]) as s (stream) left join history_head h on h.stream = s.stream
          left join history_entry e on e.stream = s.stream left join history_text t on t.entry_id = e.id
        order by e.position`.execute(db);
      const streams = new Map<string, SelectedChain[]>(ids.map((id) => [appealStream(id), []]));
      for (const row of rows) streams.get(row.stream)?.push(row);
      return ids.map((id) => {
        const stream = streams.get(appealStream(id))!;
        const head = stream[0]?.headHash ? { position: stream[0].headPosition!, hash: stream[0].headHash } : null;
        return checkStream(appealStream(id), stream.filter((row): row is SelectedChain & StoredEntry => row.id !== null), head).length === 0;
      });
    });
    this.drafts = batchByOwner(async (ids) => {
      const rows = await db.selectFrom('answer_draft').where('appeal_id', 'in', [...ids]).selectAll().execute();
      return rows.map((row) => ({
        appealId: row.appeal_id, text: row.text, questions: row.questions as unknown as QuestionDraft[], savedAt: row.saved_at,
        savedByName: row.saved_by_name, revision: row.revision,
      }));
    }, (row) => row.appealId);
    this.notes = batchByOwner((ids) => db.selectFrom('note').where('appeal_id', 'in', [...ids]).orderBy('created_at').orderBy('id')
      .select(['id', 'appeal_id as appealId', 'text', 'author_kind as authorKind', 'author_name as authorName', 'created_at as createdAt']).execute(),
    (row) => row.appealId);
  }

  /** Forgets what was read of an appeal before it was changed. */
  clear(appealId: string): void {
    for (const loader of [this.questions, this.messages, this.history, this.historyWhole, this.drafts, this.notes]) loader.clear(appealId);
  }
}
