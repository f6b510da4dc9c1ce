import { eventInWords } from '../history/history.texts.js';
import { batchByOwner } from '../shared/loader.js';
/** What belongs to an appeal, for any number of appeals in one statement each. Whoever holds an appeal's row may load these. */
export class AppealsLoaders {
    questions;
    messages;
    history;
    drafts;
    constructor(db, reference, locale) {
        this.questions = batchByOwner(async (ids) => {
            const rows = await db.selectFrom('question').where('appeal_id', 'in', [...ids]).orderBy('position').selectAll().execute();
            return rows.map((row) => ({
                id: row.id, appealId: row.appeal_id, position: row.position, text: row.text, topic: reference.topic(row.topic_code, locale),
                result: row.result ?? null, resultText: row.result_text ?? null,
            }));
        }, (row) => row.appealId);
        this.messages = batchByOwner(async (ids) => {
            const rows = await db.selectFrom('message').where('appeal_id', 'in', [...ids]).orderBy('created_at').orderBy('id')
                .select(['id', 'appeal_id as appealId', 'kind', 'author_kind as authorKind', 'author_name as authorName', 'text', 'created_at as createdAt']).execute();
            return rows;
        }, (row) => row.appealId);
        this.history = batchByOwner(async (ids) => {
            const rows = await db.selectFrom('history_entry').where('appeal_id', 'in', [...ids]).orderBy('position').selectAll().execute();
            return rows.map((row) => ({
                id: row.id, appealId: row.appeal_id, at: row.at, event: row.event, move: row.move ?? null, contactsOpened: row.event === 'CONTACTS_OPENED',
                actorKind: row.actor_kind, actorName: row.actor_name, from: row.from_status ?? null, to: row.to_status ?? null,
                reason: row.reason ?? null, title: eventInWords(row.event, row.move ?? null, locale),
            }));
        }, (row) => row.appealId);
        this.drafts = batchByOwner(async (ids) => {
            const rows = await db.selectFrom('answer_draft').where('appeal_id', 'in', [...ids]).selectAll().execute();
            return rows.map((row) => ({
                appealId: row.appeal_id, text: row.text, questions: row.questions, savedAt: row.saved_at,
                savedByName: row.saved_by_name, revision: row.revision,
            }));
        }, (row) => row.appealId);
    }
    /** Forgets what was read of an appeal before it was changed. */
    clear(appealId) {
        for (const loader of [this.questions, this.messages, this.history, this.drafts])
            loader.clear(appealId);
    }
}
