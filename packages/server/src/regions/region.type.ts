import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BODY_LEVELS, type BodyLevel } from '../deputies/body.entity.js';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { ROLLOUT_SERVICES, ROLLOUT_STAGES, type RolloutService, type RolloutStage } from '../rollout/rollout-stage.entity.js';

export const BodyLevelEnum = asEnum(BODY_LEVELS);
registerEnumType(BodyLevelEnum, { name: 'BodyLevel', description: "REGIONAL: the region's legislature. MUNICIPAL: the council of its administrative centre." });
export const RolloutServiceEnum = asEnum(ROLLOUT_SERVICES);
registerEnumType(RolloutServiceEnum, { name: 'RolloutService', description: 'Which of the two services is rolled out.' });
export const RolloutStageEnum = asEnum(ROLLOUT_STAGES);
registerEnumType(RolloutStageEnum, { name: 'RolloutStage', description: 'Stage of a roll-out: CLOSED → SELF_ENROLMENT → PILOT → ACTIVE, and SUSPENDED with a way back.' });

@ObjectType('RegionStage', { simpleResolvers: true, description: 'The roll-out stage of a region at one level in one service.' })
export class RegionStageType {
  @Field(() => BodyLevelEnum, { description: 'Level of the representative bodies.' })
  level!: BodyLevel;

  @Field(() => RolloutServiceEnum, { description: 'The service.' })
  service!: RolloutService;

  @Field(() => RolloutStageEnum, { description: 'The stage today.' })
  stage!: RolloutStage;

  @Field(() => DayScalar, { description: 'Since 00:00 of this day, local time.' })
  since!: string;
}

@ObjectType('Region', { simpleResolvers: true, description: 'A federal subject.' })
export class RegionType {
  @Field(() => ID, { description: 'ISO 3166-2 code, RU-PSK.' })
  code!: string;

  @Field(() => String, { description: "Name in the request's language." })
  name!: string;

  @Field(() => String, { description: 'Abbreviation of the federal district, in Russian.' })
  federalDistrict!: string;

  @Field(() => String, { description: 'The administrative centre, in Russian.' })
  administrativeCentre!: string;

  @Field(() => String, { description: 'IANA time zone; days of deadlines are days of this zone.' })
  timeZone!: string;

  @Field(() => String, { description: 'Two digits of the subject, the first part of its appeal numbers.' })
  number!: string;

  @Field(() => Int, { description: 'Column on the tile map, from 0.' })
  tileColumn!: number;

  @Field(() => Int, { description: 'Row on the tile map, from 0.' })
  tileRow!: number;
}

@ObjectType('Topic', { simpleResolvers: true, description: 'What an appeal or question is about.' })
export class TopicType {
  @Field(() => ID, { description: 'Code, housing.waste.' })
  code!: string;

  @Field(() => String, { description: "The section that it belongs to, in the request's language." })
  section!: string;

  @Field(() => String, { description: "Name in the request's language." })
  name!: string;
}
