import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import type { Role } from '../shared/actor.js';
import { INVITATION_STATES, type InvitationState } from './invitation.entity.js';
import { RoleEnum } from './viewer.type.js';

export const InvitationStateEnum = asEnum(INVITATION_STATES);
registerEnumType(InvitationStateEnum, { name: 'InvitationState', description: 'Where an invitation stands.' });

@ObjectType('Invitation', { simpleResolvers: true, description: 'An offer of an account, sent by mail.' })
export class InvitationType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Where the letter went.' })
  email!: string;

  @Field(() => String, { description: 'Whom it invites.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What the person will do.' })
  role!: Role;

  @Field(() => String, { description: 'Who invites.' })
  invitedByName!: string;

  @Field(() => DateTimeScalar, { description: 'When the last letter was sent.' })
  sentAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when the link of that letter can be used.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the account was made.' })
  acceptedAt!: Date | null;

  @Field(() => InvitationStateEnum, { description: 'Where it stands.' })
  state!: InvitationState;
}

export const InvitationConnection = connectionOf('Invitation', () => InvitationType);

@ObjectType('InvitationOffer', { simpleResolvers: true, description: 'What a link from the letter offers, for whoever has the link.' })
export class InvitationOfferType {
  @Field(() => String, { description: 'The address to sign in with.' })
  email!: string;

  @Field(() => String, { description: 'Whom it invites.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What the person will do.' })
  role!: Role;

  @Field(() => String, { nullable: true, description: 'The deputy of whom the person will be, or whom the person will help.' })
  deputyName!: string | null;

  @Field(() => DateTimeScalar, { description: 'Until when the link can be used.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Characters that the password has at least.' })
  minPasswordLength!: number;
}

@ObjectType('InvitationPayload', { simpleResolvers: true, description: 'The invitation afterwards, or what must be corrected.' })
export class InvitationPayload {
  @Field(() => InvitationType, { nullable: true, description: 'The invitation; null with errors.' })
  invitation?: unknown;

  @Field(() => [UserErrorType], { description: 'What a person can correct; nothing was changed.' })
  errors!: UserErrorType[];
}

@ObjectType('AcceptInvitationPayload', { simpleResolvers: true, description: 'The address to sign in with, or what must be corrected.' })
export class AcceptInvitationPayload {
  @Field(() => String, { nullable: true, description: 'The address of the new account; null with errors.' })
  email?: string;

  @Field(() => [UserErrorType], { description: 'What a person can correct; nothing was changed.' })
  errors!: UserErrorType[];
}
