import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { BodyLevelEnum, RegionType } from '../regions/region.type.js';
import { SortDirectionEnum, type SortDirection } from '../graphql/sort.type.js';
import type { BodyLevel } from './body.entity.js';
import { JOININGS, type Joining } from './deputy.entity.js';

export const JoiningEnum = asEnum(JOININGS);
registerEnumType(JoiningEnum, { name: 'Joining', description: 'How a mandate joined: planned in the PILOT, or SELF_ENROLLED by the deputy.' });

/** What lists of deputies are sorted by. */
export const DEPUTY_SORT_FIELDS = ['NAME', 'JOINED_ON'] as const;
export type DeputySortField = (typeof DEPUTY_SORT_FIELDS)[number];
export const DeputySortFieldEnum = asEnum(DEPUTY_SORT_FIELDS);
registerEnumType(DeputySortFieldEnum, { name: 'DeputySortField', description: 'What a list of deputies is sorted by.' });

@ObjectType('Faction', { simpleResolvers: true, description: 'A faction in a representative body.' })
export class FactionType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: "Name in the request's language." })
  name!: string;
}

@ObjectType('RepresentativeBody', { simpleResolvers: true, description: 'A legislature of a region or the council of its administrative centre.' })
export class RepresentativeBodyType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: "Name in the request's language." })
  name!: string;

  @Field(() => BodyLevelEnum, { description: 'Level.' })
  level!: BodyLevel;

  @Field(() => RegionType, { description: 'Its region.' })
  region!: RegionType;

  @Field(() => [FactionType], { description: 'Its factions.' })
  factions!: FactionType[];
}

@ObjectType('District', { simpleResolvers: true, description: 'An electoral district of a body.' })
export class DistrictType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Its number in the body.' })
  number!: number;

  @Field(() => String, { description: "Name in the request's language." })
  name!: string;
}

@ObjectType('Mandate', { simpleResolvers: true, description: 'A deputy in one body for one convocation, for one district or from a list.' })
export class MandateType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => RepresentativeBodyType, { description: 'The body.' })
  body!: RepresentativeBodyType;

  @Field(() => FactionType, { description: 'The faction.' })
  faction!: FactionType;

  @Field(() => DistrictType, { nullable: true, description: 'The district; null when elected from a list.' })
  district!: DistrictType | null;

  @Field(() => Int, { description: 'Number of the convocation.' })
  convocation!: number;

  @Field(() => JoiningEnum, { description: 'How it joined the service.' })
  joining!: Joining;

  @Field(() => DayScalar, { description: 'Since when appeals can be sent.' })
  joinedOn!: string;

  @Field(() => DayScalar, { description: 'When the mandate began.' })
  startedOn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'When it ended; null while it lasts.' })
  endedOn!: string | null;
}

@ObjectType('Deputy', { simpleResolvers: true, description: 'A deputy at work in the service.' })
export class DeputyType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Last, first and middle name.' })
  name!: string;

  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Field(() => String, { nullable: true, description: 'Patronymic, where there is one.' })
  middleName!: string | null;

  @Field(() => String, { description: 'ISO code of the region.' })
  regionCode!: string;

  @Field(() => RegionType, { description: 'The region.' })
  region!: RegionType;

  @Field(() => MandateType, { description: 'The current mandate.' })
  mandate!: MandateType;
}

export const DeputyConnection = connectionOf('Deputy', () => DeputyType);

@InputType('DeputyFilter', { description: 'Which deputies; what is left out does not restrict.' })
export class DeputyFilter {
  @Field(() => [String], { nullable: true, description: 'ISO codes of regions.' })
  regionCode?: string[] | null;

  @Field(() => BodyLevelEnum, { nullable: true, description: 'Level of the body.' })
  level?: BodyLevel | null;

  @Field(() => ID, { nullable: true, description: 'One representative body.' })
  bodyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'One faction.' })
  factionId?: string | null;

  @Field(() => JoiningEnum, { nullable: true, description: 'How they joined.' })
  joining?: Joining | null;

  @Field(() => String, { nullable: true, description: 'Beginnings of names in any order; ё and е are the same.' })
  search?: string | null;
}

@InputType('DeputySort', { description: 'Sorting of deputies.' })
export class DeputySort {
  @Field(() => DeputySortFieldEnum, { description: 'By what.' })
  field!: DeputySortField;

  @Field(() => SortDirectionEnum, { description: 'Which way.' })
  direction!: SortDirection;
}
