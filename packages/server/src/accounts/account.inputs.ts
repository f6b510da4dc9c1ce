import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import type { Role } from '../shared/actor.js';
import { InvitationStateEnum } from './invitation.type.js';
import type { InvitationState } from './invitation.entity.js';
import { RoleEnum } from './viewer.type.js';

/** Whether an account can be used. */
export const ACCOUNT_STATES = ['ACTIVE', 'DEACTIVATED'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
export const AccountStateEnum = asEnum(ACCOUNT_STATES);
registerEnumType(AccountStateEnum, { name: 'AccountState', description: 'Whether an account can be used.' });

@InputType('AccountFilter', { description: 'Which accounts; what is left out does not restrict.' })
export class AccountFilter {
  @Field(() => String, { nullable: true, description: 'A part of the name or of the e-mail address.' })
  search?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Roles.' })
  role?: Role[] | null;

  @Field(() => [String], { nullable: true, description: 'ISO codes of regions in which the person, or the deputy behind, works.' })
  regionCode?: string[] | null;

  @Field(() => AccountStateEnum, { nullable: true, description: 'Whether they can be used.' })
  state?: AccountState | null;
}

@InputType('InvitationFilter', { description: 'Which invitations; what is left out does not restrict.' })
export class InvitationFilter {
  @Field(() => InvitationStateEnum, { nullable: true, description: 'One state.' })
  state?: InvitationState | null;

  @Field(() => String, { nullable: true, description: 'A part of the name or of the e-mail address.' })
  search?: string | null;
}

@InputType('InviteAccountInput', { description: 'Whom to invite, as what, and for where.' })
export class InviteAccountInput {
  @Field(() => String, { description: 'Where the letter goes; the person will sign in with this address.' })
  email!: string;

  @Field(() => String, { description: 'How the letter addresses the person, who may correct it.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What the person will do.' })
  role!: Role;

  @Field(() => [String], { nullable: true, description: 'ISO codes; for a moderator and a coordinator, at least one.' })
  regionCodes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'For a deputy and an aide: which deputy.' })
  deputyId?: string | null;
}

@InputType('AcceptInvitationInput', { description: 'An answer to an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'From the link of the letter.' })
  token!: string;

  @Field(() => String, { description: "The person's name as others will read it." })
  name!: string;

  @Field(() => String, { description: 'The new password.' })
  password!: string;
}

@InputType('ChangeAccountScopeInput', { description: 'What an account may do and where, as a whole: what is left out is taken away.' })
export class ChangeAccountScopeInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The new role.' })
  role!: Role;

  @Field(() => [String], { nullable: true, description: 'ISO codes; for a moderator and a coordinator.' })
  regionCodes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'For a deputy and an aide.' })
  deputyId?: string | null;
}

@InputType('DeactivateAccountInput', { description: 'Whose account ends, and who answers the appeals that are left.' })
export class DeactivateAccountInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Another deputy of the same region who takes the open appeals over; needed when nobody else would answer them.' })
  handOverToDeputyId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The open appeals stay with the deputy although nobody can answer them now; only an administrator may say so. For an account that must be closed this minute.' })
  leaveOpenAppeals?: boolean | null;
}

@InputType('HandOverAppealsInput', { description: 'All open appeals of one deputy to another of the same region.' })
export class HandOverAppealsInput {
  @Field(() => ID, { description: 'Who has them.' })
  fromDeputyId!: string;

  @Field(() => ID, { description: 'Who takes them over.' })
  toDeputyId!: string;

  @Field(() => String, { description: 'Why; it stands in the history of each appeal.' })
  reason!: string;
}
