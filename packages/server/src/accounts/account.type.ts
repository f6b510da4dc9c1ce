import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import type { Role } from '../shared/actor.js';
import { RoleEnum } from './viewer.type.js';

@ObjectType('Account', { simpleResolvers: true, description: 'Somebody of the console, as those see it who answer for accounts.' })
export class AccountType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: "The person's name." })
  name!: string;

  @Field(() => String, { description: 'The address to sign in with.' })
  email!: string;

  @Field(() => RoleEnum, { description: 'What the person does here.' })
  role!: Role;

  @Field(() => DateTimeScalar, { description: 'Since when the account is there.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person last did something here, to about five minutes; null: never.' })
  lastSeenAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether a second factor is asked for at sign-in.' })
  twoFactorEnabled!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the account cannot be used; null: it can.' })
  deactivatedAt!: Date | null;

  @Field(() => Boolean, { description: "Whether it is the viewer's own." })
  isViewer!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may change role and place.' })
  viewerCanChange!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may take it out of use, or back.' })
  viewerCanDeactivate!: boolean;
}

export const AccountConnection = connectionOf('Account', () => AccountType);

@ObjectType('AccountPayload', { simpleResolvers: true, description: 'The account afterwards, or what must be corrected.' })
export class AccountPayload {
  @Field(() => AccountType, { nullable: true, description: 'The account; null with errors.' })
  account?: unknown;

  @Field(() => [UserErrorType], { description: 'What a person can correct; nothing was changed.' })
  errors!: UserErrorType[];
}

@ObjectType('HandOverPayload', { simpleResolvers: true, description: 'What was handed over, or what must be corrected.' })
export class HandOverPayload {
  @Field(() => Int, { description: 'Appeals that moved; 0 with errors.' })
  handedOver!: number;

  @Field(() => [UserErrorType], { description: 'What a person can correct.' })
  errors!: UserErrorType[];
}
