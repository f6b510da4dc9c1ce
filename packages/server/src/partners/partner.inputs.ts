import { Field, ID, InputType, Int } from 'type-graphql';
import { DayScalar } from '../graphql/scalars.js';
import type { PartnerScope } from '../shared/actor.js';
import { PartnerScopeEnum } from './partner.type.js';

@InputType('CreatePartnerInput', { description: 'A new partner.' })
export class CreatePartnerInput {
  @Field(() => String, { description: 'Name, unlike that of any other partner.' })
  name!: string;

  @Field(() => String, { description: 'Where we write to when something breaks.' })
  contactEmail!: string;

  @Field(() => Int, { nullable: true, description: 'Units of query cost in a minute; 6,000 when left out.' })
  costPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Units of query cost in a day (UTC); 500,000 when left out.' })
  costPerDay?: number | null;
}

@InputType('ChangePartnerInput', { description: 'What is left out stays as it is.' })
export class ChangePartnerInput {
  @Field(() => ID, { description: 'The partner.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name, unlike that of any other partner.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where we write to when something breaks.' })
  contactEmail?: string | null;

  @Field(() => Int, { nullable: true, description: 'Units of query cost in a minute.' })
  costPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Units of query cost in a day (UTC).' })
  costPerDay?: number | null;
}

@InputType('CreatePartnerKeyInput', { description: 'A new key.' })
export class CreatePartnerKeyInput {
  @Field(() => ID, { description: 'The partner.' })
  partnerId!: string;

  @Field(() => String, { description: 'What people call it: «сайт», «приложение для Android».' })
  name!: string;

  @Field(() => [PartnerScopeEnum], { description: 'What it may do; give no more than the app needs.' })
  scopes!: PartnerScope[];

  @Field(() => DayScalar, { nullable: true, description: 'The last day (UTC) on which it works; never by itself when left out.' })
  expiresOn?: string | null;
}

@InputType('RotatePartnerKeyInput', { description: 'A successor with the same name and scopes; the old key works on for a while.' })
export class RotatePartnerKeyInput {
  @Field(() => ID, { description: 'The key that is replaced.' })
  id!: string;

  @Field(() => Int, { nullable: true, defaultValue: 24, description: 'How many hours both work: 0 to 720.' })
  overlapHours?: number | null;
}
