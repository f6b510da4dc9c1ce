import { transaction } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import { allow, staff } from '../shared/allow.js';
import { newId } from '../shared/ids.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import { canSeeNotes } from './appeals.policy.js';
import { tellConsole } from './changes.js';
import { factsOf, type Desk } from './desk.js';
import { LIMITS } from './limits.js';
import type { AddNoteInput } from './note.type.js';
import { Note } from './note.entity.js';

/** The most notes of one appeal: every reader of it is given all of them. */
export const MAX_NOTES = 200;

/** What colleagues tell each other about an appeal. A note is written once: it is neither changed nor taken back. */
export class NotesService {
  constructor(private readonly orm: Orm, private readonly desk: Desk) {}

  /** @returns the note's id. NOTE_AFTER_ERASURE where nothing about the person may be written any more */
  async add(input: AddNoteInput): Promise<string> {
    const author = staff(this.desk.actor);
    const id = newId();
    await transaction(this.orm, author, async (em) => {
      // The lock makes an erasure that is under way come first or find the note.
      const appeal = await this.desk.locked(em, input.appealId);
      allow(canSeeNotes(author, factsOf(appeal)));
      const refusals: Refusal[] = [];
      const text = checkText(input.text, { field: 'text', max: LIMITS.note, empty: 'NOTE_EMPTY', tooLong: 'TEXT_TOO_LONG' }, refusals);
      if (appeal.anonymisedAt) refusals.push(new Refusal('NOTE_AFTER_ERASURE'));
      else if (await em.count(Note, { appeal: appeal.id }) >= MAX_NOTES) refusals.push(new Refusal('NOTES_TOO_MANY', null, { max: MAX_NOTES }));
      refuse(refusals);
      const at = this.desk.clock.now();
      em.persist(em.create(Note, { id, appeal: appeal.id, text, authorKind: author.role, authorName: author.name, account: author.accountId, createdAt: at }));
      await em.flush();
      // The record says that there is a note and whose; its words stand in one place alone.
      await record(em, appeal, author, at, { event: 'NOTE_ADDED' });
      // Nobody's partner: a note is no news of the appeal.
      await tellConsole(em, appeal);
    });
    return id;
  }
}
