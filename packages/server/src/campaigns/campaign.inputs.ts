import { Field, ID, InputType, Int } from 'type-graphql';
import type { AppealKind, QuestionResult } from '../appeals/appeal.lifecycle.js';
import { AppealKindEnum, QuestionResultEnum } from '../appeals/appeal.type.js';

@InputType('JoinCampaignInput', { description: 'Appeals of one region that are about one thing; at most 200.' })
export class JoinCampaignInput {
  @Field(() => [ID], { description: 'The appeals.' })
  appealIds!: string[];

  @Field(() => ID, { nullable: true, description: 'The campaign that takes them; a new one when left out.' })
  campaignId?: string | null;
}

@InputType('SplitCampaignInput', { description: 'Appeals to take out of their campaigns; at most 200.' })
export class SplitCampaignInput {
  @Field(() => [ID], { description: 'The appeals.' })
  appealIds!: string[];
}

@InputType('MergeCampaignsInput', { description: 'Campaigns that are one.' })
export class MergeCampaignsInput {
  @Field(() => [ID], { description: 'Those whose appeals go over; at most 200 appeals in all.' })
  campaignIds!: string[];

  @Field(() => ID, { description: 'The one that takes them.' })
  intoId!: string;
}

@InputType('CampaignAppealInput', { description: 'An appeal of a bulk move.' })
export class CampaignAppeal {
  @Field(() => ID, { description: 'The appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType('RegisterCampaignInput', { description: 'Accepts the appeals of a campaign with one topic and deputy; at most 200.' })
export class RegisterCampaignInput {
  @Field(() => [CampaignAppeal], { description: 'The appeals.' })
  appeals!: CampaignAppeal[];

  @Field(() => String, { description: 'Code of the topic.' })
  topicCode!: string;

  @Field(() => ID, { description: 'The deputy.' })
  deputyId!: string;

  @Field(() => AppealKindEnum, { nullable: true, description: 'Kind; left as it is when left out.' })
  kind?: AppealKind | null;

  @Field(() => ID, { nullable: true, description: 'The deputy whom the complaints are about: they are never given to that one.' })
  aboutDeputyId?: string | null;
}

@InputType('PersonalAnswerInput', { description: 'An appeal that is answered together with others.' })
export class PersonalAnswer extends CampaignAppeal {
  @Field(() => String, { nullable: true, description: 'The paragraph that only this applicant gets, above the common words.' })
  personal?: string | null;
}

@InputType('AnswerCampaignInput', { description: 'One answer for many: the common words, and a paragraph for each; at most 200.' })
export class AnswerCampaignInput {
  @Field(() => [PersonalAnswer], { description: 'The appeals.' })
  appeals!: PersonalAnswer[];

  @Field(() => String, { description: 'The common words, up to 20,000 characters with the paragraph.' })
  text!: string;

  @Field(() => QuestionResultEnum, { description: 'The result of every question.' })
  result!: QuestionResult;
}
