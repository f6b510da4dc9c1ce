import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import type { HistoryActorKind } from '../history/history-entry.entity.js';
import { ActorKindEnum } from './appeal.type.js';

@ObjectType('Note', { simpleResolvers: true, description: 'An internal note of the office on an appeal; no message, and never shown to the applicant or a partner.' })
export class NoteType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;

  @Field(() => ActorKindEnum, { description: 'In which role it was written.' })
  authorKind!: HistoryActorKind;

  @Field(() => String, { description: 'The name of who wrote it.' })
  authorName!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  createdAt!: Date;
}

@InputType('AddNoteInput', { description: 'A note for colleagues.' })
export class AddNoteInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  appealId!: string;

  @Field(() => String, { description: 'The note, up to 4,000 characters.' })
  text!: string;
}

@ObjectType('NotePayload', { simpleResolvers: true, description: 'Result of addNote.' })
export class NotePayload {
  @Field(() => NoteType, { nullable: true, description: 'The note as it was kept; null when refused.' })
  note?: NoteType | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
  errors!: UserErrorType[];
}
