import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { PARTNER_SCOPES, type PartnerScope } from '../shared/actor.js';
import { KEY_STATES, type KeyState } from './partners.policy.js';

export const PartnerScopeEnum = asEnum(PARTNER_SCOPES);
registerEnumType(PartnerScopeEnum, {
  name: 'PartnerScope',
  description: 'What a key may do.',
  valuesConfig: {
    APPEALS_SUBMIT: { description: 'appeals:submit — send appeals, and with their code clarify and withdraw them.' },
    APPEALS_TRACK: { description: 'appeals:track — follow the appeals that the partner submitted.' },
    DIRECTORY_READ: { description: 'directory:read — regions, topics, representative bodies and deputies.' },
    STATISTICS_READ: { description: 'statistics:read — the open figures of the roll-out.' },
    PROJECTS_READ: { description: 'projects:read — opens nothing yet: it waits for the national projects.' },
    PROJECTS_REPORT: { description: 'projects:report — opens nothing yet: it waits for the national projects.' },
  },
});

export const PartnerKeyStateEnum = asEnum(KEY_STATES);
registerEnumType(PartnerKeyStateEnum, {
  name: 'PartnerKeyState',
  description: 'Where a key stands.',
  valuesConfig: {
    ACTIVE: { description: 'It works.' },
    ROTATED: { description: 'It works until expiresAt, beside its successor.' },
    EXPIRED: { description: 'Its time is over.' },
    REVOKED: { description: 'Somebody took it back.' },
  },
});

@ObjectType('PartnerKey', { simpleResolvers: true, description: 'A key of a partner; the key itself is shown once, when it is made.' })
export class PartnerKeyType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => String, { description: 'The first characters, by which people tell keys apart.' })
  prefix!: string;

  @Field(() => [PartnerScopeEnum], { description: 'What it may do.' })
  scopes!: PartnerScope[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => String, { description: 'Who made it.' })
  createdByName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on it does not work; null: never by itself.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to a minute.' })
  lastUsedAt!: Date | null;

  @Field(() => PartnerKeyStateEnum, { description: 'Where it stands.' })
  state!: KeyState;
}

@ObjectType('PartnerUsageDay', { simpleResolvers: true, description: 'What a partner used in one day, by UTC; written every few seconds.' })
export class PartnerUsageDayType {
  @Field(() => DayScalar, { description: 'The day, by UTC.' })
  day!: string;

  @Field(() => Int, { description: 'Requests of all keys.' })
  requests!: number;

  @Field(() => Int, { description: 'Their cost.' })
  cost!: number;

  @Field(() => Int, { description: 'How many were refused: too dear, or over the quota.' })
  refused!: number;

  @Field(() => Int, { description: 'How many gave an error.' })
  failed!: number;
}

@ObjectType('Partner', { simpleResolvers: true, description: 'An organisation whose apps use the API; for the administrator.' })
export class PartnerType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Its name, as it stands in the history of appeals.' })
  name!: string;

  @Field(() => String, { description: 'Where we write to when something breaks.' })
  contactEmail!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when none of its keys works; null: they work.' })
  suspendedAt!: Date | null;

  @Field(() => Int, { description: 'Units of query cost in a minute, over all keys.' })
  costPerMinute!: number;

  @Field(() => Int, { description: 'Units of query cost in a day (UTC), over all keys.' })
  costPerDay!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When one of its keys was last used.' })
  lastUsedAt!: Date | null;
}

@ObjectType('ViewerPartner', { simpleResolvers: true, description: 'The keyed caller itself.' })
export class ViewerPartnerType {
  @Field(() => ID, { description: 'Id of the partner.' })
  id!: string;

  @Field(() => String, { description: 'Name of the partner.' })
  name!: string;

  @Field(() => [PartnerScopeEnum], { description: 'What this key may do.' })
  scopes!: PartnerScope[];

  @Field(() => Int, { description: 'Units of query cost in a minute, over all keys.' })
  costPerMinute!: number;

  @Field(() => Int, { description: 'Units of query cost in a day (UTC), over all keys.' })
  costPerDay!: number;
}

export const PartnerConnection = connectionOf('Partner', () => PartnerType);

const ERRORS = 'What to correct; empty when it was done.';

@ObjectType('PartnerPayload', { simpleResolvers: true, description: 'Result of a change of a partner.' })
export class PartnerPayload {
  @Field(() => PartnerType, { nullable: true, description: 'The partner after it; null when refused.' })
  partner?: PartnerType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType('PartnerKeyPayload', { simpleResolvers: true, description: 'Result of making, rotating or revoking a key.' })
export class PartnerKeyPayload {
  @Field(() => PartnerKeyType, { nullable: true, description: 'The new key, or the one that was revoked; null when refused.' })
  key?: PartnerKeyType | null;

  @Field(() => String, { nullable: true, description: 'The key as it is used. Shown once: we keep only its hash.' })
  secret?: string | null;

  @Field(() => PartnerType, { nullable: true, description: 'The partner with all its keys.' })
  partner?: PartnerType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}
