import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { MEMBERSHIPS, type Membership } from './campaign.entity.js';

export const MembershipEnum = asEnum(MEMBERSHIPS);
registerEnumType(MembershipEnum, { name: 'CampaignMembershipState', description: 'FOUND by comparing letters, or JOINED by a person.' });

@ObjectType('Campaign', { simpleResolvers: true, description: 'Many appeals about one thing; counts are of appeals that the viewer may see.' })
export class CampaignType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'The subject of its first letter.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Its appeals.' })
  count!: number;

  @Field(() => Int, { description: 'Of those, how many wait for a moderator.' })
  waiting!: number;
}

@ObjectType('CampaignMembership', { simpleResolvers: true, description: 'How an appeal belongs to a campaign.' })
export class CampaignMembershipType {
  @Field(() => MembershipEnum, { description: 'Found, or joined by a person.' })
  state!: Membership;

  @Field(() => Float, { nullable: true, description: 'How alike the letters are, 0 to 1; null where a person joined it.' })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'Who joined it.' })
  byName!: string | null;
}

@ObjectType('CampaignItemResult', { simpleResolvers: true, description: 'What became of one appeal of a bulk move.' })
export class CampaignItemResultType {
  @Field(() => ID, { description: 'The appeal.' })
  appealId!: string;

  @Field(() => Boolean, { description: 'Whether it was done.' })
  done!: boolean;

  @Field(() => [UserErrorType], { description: 'Why not.' })
  errors!: UserErrorType[];
}

@ObjectType('CampaignPayload', { simpleResolvers: true, description: 'A campaign after a bulk move, and what became of each appeal.' })
export class CampaignPayload {
  @Field(() => CampaignType, { nullable: true, description: 'The campaign; null where there is none or nothing of it is to be seen any more.' })
  campaign!: CampaignType | null;

  @Field(() => [CampaignItemResultType], { nullable: true, description: 'Each appeal in the order of the input; null when nothing was tried.' })
  results!: CampaignItemResultType[] | null;

  @Field(() => [UserErrorType], { description: 'What is wrong with the whole; nothing was changed then.' })
  errors!: UserErrorType[];
}

