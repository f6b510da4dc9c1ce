import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../graphql/scalars.js';
import { RegionType, RolloutStageEnum } from '../regions/region.type.js';
import type { RolloutStage } from './rollout-stage.entity.js';

@ObjectType('StageCount', { simpleResolvers: true, description: 'How many regions are at a stage today.' })
export class StageCountType {
  @Field(() => RolloutStageEnum, { description: 'The stage.' })
  stage!: RolloutStage;

  @Field(() => Int, { description: 'Regions.' })
  regions!: number;
}

@ObjectType('RolloutRegion', { simpleResolvers: true, description: 'A region in the roll-out of appeals.' })
export class RolloutRegionType {
  @Field(() => RegionType, { description: 'The region.' })
  region!: RegionType;

  @Field(() => RolloutStageEnum, { description: 'Stage today, in the region\'s own time; the further one of its two levels.' })
  stage!: RolloutStage;

  @Field(() => DayScalar, { description: 'Since when.' })
  since!: string;

  @Field(() => Int, { description: 'Deputies that the pilot planned to connect here.' })
  planned!: number;

  @Field(() => Int, { description: 'Deputies at work here.' })
  connected!: number;

  @Field(() => Int, { description: 'Appeals that have come so far.' })
  appeals!: number;
}

@ObjectType('RolloutDay', { simpleResolvers: true, description: 'Plan and fact at the end of a day.' })
export class RolloutDayType {
  @Field(() => DayScalar, { description: 'A day on which somebody joined.' })
  day!: string;

  @Field(() => Int, { description: 'Deputies planned.' })
  planned!: number;

  @Field(() => Int, { description: 'Deputies at work by then.' })
  connected!: number;
}

@ObjectType('Rollout', { simpleResolvers: true, description: 'Plan against fact of the roll-out of appeals, counted from the data; at most a minute old.' })
export class RolloutType {
  @Field(() => Int, { description: 'Deputies that the pilot planned to connect.' })
  plannedDeputies!: number;

  @Field(() => Int, { description: 'Deputies at work.' })
  connectedDeputies!: number;

  @Field(() => Int, { description: 'Of them planned in the pilot.' })
  pilotDeputies!: number;

  @Field(() => Int, { description: 'Of them enrolled by themselves.' })
  selfEnrolledDeputies!: number;

  @Field(() => Int, { description: 'Regions at stage PILOT today.' })
  pilotRegions!: number;

  @Field(() => Int, { description: 'Regions at stage SELF_ENROLMENT today.' })
  selfEnrolmentRegions!: number;

  @Field(() => [StageCountType], { description: 'Regions by stage, every stage named.' })
  stages!: StageCountType[];

  @Field(() => [RolloutRegionType], { description: 'Every region, by name.' })
  regions!: RolloutRegionType[];

  @Field(() => [RolloutDayType], { description: 'Growth, by the days on which somebody joined.' })
  progress!: RolloutDayType[];
}
