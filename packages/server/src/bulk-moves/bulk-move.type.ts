import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AppealMove } from '../appeals/appeal.lifecycle.js';
import { AppealMoveEnum, AppealType } from '../appeals/appeal.type.js';
import { DeputyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { TopicType } from '../regions/region.type.js';
import { BULK_STATES, OUTCOMES, type BulkState, type Outcome } from './bulk-move.moves.js';

export const BulkStateEnum = asEnum(BULK_STATES);
registerEnumType(BulkStateEnum, { name: 'BulkMoveState', description: 'PREVIEW: nothing is moved yet; RUNNING; STOPPED by a person before its end; DONE; UNDOING and UNDONE: being taken back, and taken back.' });
export const OutcomeEnum = asEnum(OUTCOMES);
registerEnumType(OutcomeEnum, { name: 'BulkMoveOutcome', description: 'READY: it will be moved; DONE; REFUSED, and `errors` say why; LEFT: it was stopped before; UNDONE: moved and taken back.' });

@ObjectType('BulkMoveCounts', { simpleResolvers: true, description: 'How many appeals have come to what; the five add up to the total.' })
export class BulkMoveCountsType {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;

  @Field(() => Int, { description: 'Still to be moved.' })
  ready!: number;

  @Field(() => Int, { description: 'Moved.' })
  done!: number;

  @Field(() => Int, { description: 'Not moved, each with its reason.' })
  refused!: number;

  @Field(() => Int, { description: 'Not reached before it was stopped.' })
  left!: number;

  @Field(() => Int, { description: 'Moved and taken back.' })
  undone!: number;
}

@ObjectType('BulkMoveReason', { simpleResolvers: true, description: 'A reason for which appeals were refused, and how many.' })
export class BulkMoveReasonType {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: 'The same as a sentence in the language of Accept-Language.' })
  message!: string;

  @Field(() => Int, { description: 'How many appeals.' })
  count!: number;
}

@ObjectType('BulkMoveError', { simpleResolvers: true, description: 'Why one appeal was not moved.' })
export class BulkMoveErrorType {
  @Field(() => String, { description: 'Stable code: the same as of the move by itself.' })
  code!: string;

  @Field(() => String, { description: 'The same as a sentence in the language of Accept-Language.' })
  message!: string;
}

@ObjectType('BulkMoveItem', { simpleResolvers: true, description: 'One appeal of a bulk move and what becomes of it.' })
export class BulkMoveItemType {
  @Field(() => ID, { description: 'The appeal, as it was named.' })
  appealId!: string;

  @Field(() => Int, { description: 'Its place, 1, 2, 3 …' })
  position!: number;

  @Field(() => OutcomeEnum, { description: 'What became of it.' })
  outcome!: Outcome;

  @Field(() => [BulkMoveErrorType], { description: 'Why it was not moved; of a DONE one, why it could not be taken back. Otherwise empty.' })
  errors!: BulkMoveErrorType[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was; null before.' })
  at!: Date | null;

  @Field(() => AppealType, { nullable: true, description: 'The appeal; null where the viewer sees none of this id.' })
  appeal?: AppealType | null;

  @Field(() => TopicType, { nullable: true, description: 'With which topic it is accepted; null for other moves.' })
  topic?: TopicType | null;

  @Field(() => DeputyType, { nullable: true, description: 'For which deputy it is accepted; null for other moves.' })
  deputy?: DeputyType | null;
}

export const BulkMoveItemConnection = connectionOf('BulkMoveItem', () => BulkMoveItemType);

@ObjectType('BulkMove', { simpleResolvers: true, description: 'One move over many appeals: previewed, then run in the background, each appeal for itself.' })
export class BulkMoveType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => AppealMoveEnum, { description: 'What is done to each appeal.' })
  move!: AppealMove;

  @Field(() => BulkStateEnum, { description: 'How far it is.' })
  state!: BulkState;

  @Field(() => String, { description: 'Who asked for it; each appeal is moved with the rights of that person.' })
  byName!: string;

  @Field(() => DateTimeScalar, { description: 'When it was previewed.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was started.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last appeal was done.' })
  finishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the person who started it may take all of it back, longer than one move by the time that many take; null where it cannot be.' })
  undoableUntil!: Date | null;

  @Field(() => BulkMoveCountsType, { description: 'How many have come to what, at this moment.' })
  counts?: BulkMoveCountsType;

  @Field(() => [BulkMoveReasonType], { description: 'Why appeals were refused, the most frequent reason first, at most 50.' })
  reasons?: BulkMoveReasonType[];
}

export const BulkMoveConnection = connectionOf('BulkMove', () => BulkMoveType);

@ObjectType('BulkMovePayload', { simpleResolvers: true, description: 'Result of what was asked of a bulk move.' })
export class BulkMovePayload {
  @Field(() => BulkMoveType, { nullable: true, description: 'As it is now; null when refused.' })
  bulkMove?: BulkMoveType | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was taken.' })
  errors!: UserErrorType[];
}
