import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { AppealType } from './appeal.type.js';
import type { NoteRow } from './appeals.loaders.js';
import { canSeeNotes } from './appeals.policy.js';
import type { AppealRow } from './appeals.queries.js';
import { AddNoteInput, NotePayload, NoteType } from './note.type.js';

@Resolver(() => AppealType)
export class NotesResolver {
  @FieldResolver(() => [NoteType], { description: 'Internal notes of the office, oldest first; for who moderates the appeal and for its deputy and aide, empty for everyone else.' })
  notes(@Root() appeal: AppealRow, @Ctx() { actor, appealsLoaders }: Context): Promise<NoteRow[]> | NoteRow[] {
    return canSeeNotes(actor, appeal) ? appealsLoaders.notes.load(appeal.id) : [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer reads and writes notes here.' })
  viewerCanNote(@Root() appeal: AppealRow, @Ctx() { actor }: Context): boolean {
    return canSeeNotes(actor, appeal) && appeal.anonymisedAt === null;
  }

  @Mutation(() => NotePayload, { description: 'Writes an internal note. It is put on record that there is one, and nobody outside the office is told.' })
  addNote(@Arg('input', () => AddNoteInput) input: AddNoteInput, @Ctx() { locale, notes, appealsLoaders }: Context) {
    return payload(locale, async () => {
      const id = await notes.add(input);
      appealsLoaders.clear(input.appealId);
      return { note: (await appealsLoaders.notes.load(input.appealId)).find((note) => note.id === id)! };
    });
  }
}
