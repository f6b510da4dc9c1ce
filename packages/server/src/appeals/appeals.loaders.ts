import type DataLoader from 'dataloader';
import type { Db } from '../db/orm.js';
import type { HistoryActorKind, HistoryEvent } from '../history/history-entry.entity.js';
import { eventInWords } from '../history/index.js';
import type { Reference, TopicRow } from '../regions/index.js';
import { batchByOwner } from '../shared/loader.js';
import type { Locale } from '../shared/locale.js';
import type { Vault } from '../shared/vault.js';
import type { QuestionDraft } from './answer-draft.entity.js';
import type { AppealMove, AppealStatus, QuestionResult } from './appeal.lifecycle.js';
import type { MessageKind } from './message.entity.js';

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

/** What belongs to an appeal, for any number of appeals in one statement each. Whoever holds an appeal's row may load these. */
export class AppealsLoaders {
  readonly questions: DataLoader<string, QuestionRow[]>;
  readonly messages: DataLoader<string, MessageRow[]>;
  readonly history: DataLoader<string, HistoryRow[]>;
  readonly drafts: DataLoader<string, DraftRow[]>;

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
        .select(['m.id', 'm.appeal_id as appealId', 'm.kind', 'm.author_kind as authorKind', 'm.author_name as authorName', 'p.name as applicantName',
          'm.text', 'm.created_at as createdAt']).execute();
      return rows.map(({ applicantName, ...row }) =>
        ({ ...row, authorName: applicantName ? vault.open('applicant.name', applicantName) : row.authorName }));
    }, (row) => row.appealId);
    this.history = batchByOwner(async (ids) => {
      const rows = await db.selectFrom('history_entry as h').leftJoin('history_text as t', 't.entry_id', 'h.id').where('h.appeal_id', 'in', [...ids])
        .orderBy('h.position').selectAll('h').select('t.text').execute();
      return rows.map((row) => ({
        id: row.id, appealId: row.appeal_id!, at: row.at, event: row.event, move: row.move ?? null, contactsOpened: row.event === 'CONTACTS_OPENED',
        actorKind: row.actor_kind, actorName: row.actor_name, from: row.from_status ?? null, to: row.to_status ?? null,
        reason: row.reason ?? row.text ?? null, title: eventInWords(row.event, row.move ?? null, locale),
      }));
    }, (row) => row.appealId);
    this.drafts = batchByOwner(async (ids) => {
      const rows = await db.selectFrom('answer_draft').where('appeal_id', 'in', [...ids]).selectAll().execute();
      return rows.map((row) => ({
        appealId: row.appeal_id, text: row.text, questions: row.questions as unknown as QuestionDraft[], savedAt: row.saved_at,
        savedByName: row.saved_by_name, revision: row.revision,
      }));
    }, (row) => row.appealId);
  }

  /** Forgets what was read of an appeal before it was changed. */
  clear(appealId: string): void {
    for (const loader of [this.questions, this.messages, this.history, this.drafts]) loader.clear(appealId);
  }
}
