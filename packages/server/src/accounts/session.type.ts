import { Field, ID, Int, ObjectType } from 'type-graphql';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';

@ObjectType('Session', { simpleResolvers: true, description: 'A browser in which the viewer is signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When the person signed in.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to about five minutes.' })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => String, { description: 'Browser and system, as people call them: «Firefox, Windows».' })
  device!: string;

  @Field(() => String, { nullable: true, description: "Only the network's first half: 203.0.x.x." })
  address!: string | null;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;
}

@ObjectType('EndSessionsPayload', { simpleResolvers: true, description: 'How many sessions ended.' })
export class EndSessionsPayload {
  @Field(() => Int, { description: 'Sessions that ended; 0 with errors.' })
  ended!: number;

  @Field(() => [UserErrorType], { description: 'What a person can correct.' })
  errors!: UserErrorType[];
}
