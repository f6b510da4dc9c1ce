import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { RoleEnum } from '../accounts/viewer.type.js';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import type { Role } from '../shared/actor.js';
import { ATTENTIONS, type Attention } from './presence.entity.js';

export const AttentionEnum = asEnum(ATTENTIONS);
registerEnumType(AttentionEnum, { name: 'AppealAttention', description: 'READING, DECIDING in the queue, or ANSWERING. The last two hold the appeal: others are told before they begin, and nobody is blocked.' });

@ObjectType('Presence', { simpleResolvers: true, description: 'Somebody who has the appeal before them just now.' })
export class PresenceType {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'Role.' })
  role!: Role;

  @Field(() => AttentionEnum, { description: 'What that one does with it.' })
  doing!: Attention;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;
}

@ObjectType('AppealPresence', { simpleResolvers: true, description: 'Who has an appeal before them.' })
export class AppealPresenceType {
  @Field(() => ID, { description: 'Id of the appeal.' })
  appealId!: string;

  @Field(() => [PresenceType], { description: 'The others, who began first coming first.' })
  others!: PresenceType[];
}

@InputType('AttendAppealInput', { description: 'What the viewer does with an appeal; said again every fifteen seconds, gone after forty.' })
export class AttendAppealInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  appealId!: string;

  @Field(() => AttentionEnum, { nullable: true, description: 'Left out: not there any more.' })
  doing?: Attention | null;
}

@ObjectType('AttendAppealPayload', { simpleResolvers: true, description: 'Result of attendAppeal.' })
export class AttendAppealPayload {
  @Field(() => AppealPresenceType, { nullable: true, description: 'Who else is there; null when refused.' })
  presence?: AppealPresenceType | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
  errors!: UserErrorType[];
}
