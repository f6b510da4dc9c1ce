import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Role } from '../shared/actor.js';
import { RoleEnum } from './viewer.type.js';

@ObjectType('DemoAccount', { simpleResolvers: true, description: 'A ready account of a demonstration.' })
export class DemoAccountType {
  @Field(() => String, { description: 'E-mail address to sign in with.' })
  email!: string;

  @Field(() => String, { description: 'Password, known to everyone.' })
  password!: string;

  @Field(() => RoleEnum, { description: 'What the account may do.' })
  role!: Role;
}

@ObjectType('Consent', { simpleResolvers: true, description: 'What an applicant agrees to before an appeal is taken.' })
export class ConsentType {
  @Field(() => String, { description: 'The day from which this text is asked; kept on each appeal.' })
  version!: string;

  @Field(() => String, { description: "The text, in the request's language." })
  text!: string;
}

@ObjectType('Limits', { simpleResolvers: true, description: 'The longest texts that are accepted, in characters.' })
export class LimitsType {
  @Field(() => Int, { description: 'Subject of an appeal.' })
  subject!: number;

  @Field(() => Int, { description: 'Text of an appeal, and of a clarification.' })
  text!: number;

  @Field(() => Int, { description: "The applicant's comment to a mark." })
  comment!: number;

  @Field(() => Int, { description: 'Reason of a move.' })
  reason!: number;

  @Field(() => Int, { description: "The applicant's name." })
  name!: number;

  @Field(() => Int, { description: "A deputy's answer." })
  answer!: number;

  @Field(() => Int, { description: 'An internal note.' })
  note!: number;
}

@ObjectType('SignInProvider', { simpleResolvers: true, description: 'Another way to sign in, by OpenID Connect.' })
export class SignInProviderType {
  @Field(() => ID, { description: 'Id, for POST /api/auth/sign-in/oauth2.' })
  id!: string;

  @Field(() => String, { description: 'What people call it: «Войти через …».' })
  name!: string;
}

@ObjectType('About', { simpleResolvers: true, description: 'What a page needs to know of this installation before anyone signs in.' })
export class AboutType {
  @Field(() => String, { description: 'Name of the service, a setting.' })
  serviceName!: string;

  @Field(() => String, { description: 'Accent colour as #rrggbb, a setting.' })
  accent!: string;

  @Field(() => Boolean, { description: 'Whether this is a demonstration with invented data.' })
  demonstration!: boolean;

  @Field(() => [DemoAccountType], { description: 'Accounts to try; empty outside a demonstration.' })
  demoAccounts!: DemoAccountType[];

  @Field(() => [SignInProviderType], { description: 'Ways to sign in besides e-mail and password; a setting, empty without it.' })
  signInProviders!: SignInProviderType[];

  @Field(() => ConsentType, { description: 'The consent that the intake form asks for today.' })
  consent!: ConsentType;

  @Field(() => [ConsentType], { description: 'Every consent that was ever asked, oldest first: whoever agreed can read again what to.' })
  consents!: ConsentType[];

  @Field(() => LimitsType, { description: 'The longest texts that are accepted.' })
  limits!: LimitsType;
}
