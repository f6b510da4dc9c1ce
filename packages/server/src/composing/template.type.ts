import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FactionType, RepresentativeBodyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { RegionType } from '../regions/region.type.js';
import { TEMPLATE_PURPOSES, TEMPLATE_SCOPES, type TemplatePurpose, type TemplateScope } from './templates.policy.js';

export const TemplateScopeEnum = asEnum(TEMPLATE_SCOPES);
registerEnumType(TemplateScopeEnum, { name: 'TemplateScope', description: 'Whose a template is: of a representative body, of a faction, or of one deputy with the aides.' });
export const TemplatePurposeEnum = asEnum(TEMPLATE_PURPOSES);
registerEnumType(TemplatePurposeEnum, { name: 'TemplatePurpose', description: 'What a template is put into.' });

@ObjectType('Template', { simpleResolvers: true, description: 'A text with fields that an answer or a rejection can begin with.' })
export class TemplateType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => TemplateScopeEnum, { description: 'Whose it is.' })
  scope!: TemplateScope;

  @Field(() => TemplatePurposeEnum, { description: 'What it is put into.' })
  purpose!: TemplatePurpose;

  @Field(() => RegionType, { description: 'The region.' })
  region!: RegionType;

  @Field(() => RepresentativeBodyType, { nullable: true, description: 'The representative body whose it is, or of whose faction.' })
  body!: RepresentativeBodyType | null;

  @Field(() => FactionType, { nullable: true, description: 'The faction whose it is.' })
  faction!: FactionType | null;

  @Field(() => String, { description: 'What it is found by.' })
  title!: string;

  @Field(() => String, { description: 'The text with its fields in braces: {имя}, {номер} … (docs/adr/0019).' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  changedAt!: Date;

  @Field(() => String, { description: 'Who changed it last.' })
  changedByName!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is offered no more; null while it is.' })
  archivedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the viewer may change it.' })
  viewerCanChange!: boolean;

  @Field(() => Int, { description: 'Give it back with a change.' })
  version!: number;
}

export const TemplateConnection = connectionOf('Template', () => TemplateType);

@ObjectType('FilledTemplate', { simpleResolvers: true, description: 'A template as it stands in the letter about one appeal.' })
export class FilledTemplateType {
  @Field(() => ID, { description: "The template's id." })
  id!: string;

  @Field(() => TemplateScopeEnum, { description: 'Whose it is.' })
  scope!: TemplateScope;

  @Field(() => String, { description: 'What it is found by.' })
  title!: string;

  @Field(() => String, { description: 'The text with its fields filled in.' })
  text!: string;

  @Field(() => [String], { description: 'Fields that this appeal has no value for; they stand in the text with their braces, to be written by hand.' })
  unfilled!: string[];
}

@InputType('TemplateFilter', { description: 'Which templates; what is left out does not restrict.' })
export class TemplateFilter {
  @Field(() => [TemplateScopeEnum], { nullable: true, description: 'Whose.' })
  scope?: TemplateScope[] | null;

  @Field(() => TemplatePurposeEnum, { nullable: true, description: 'For what.' })
  purpose?: TemplatePurpose | null;

  @Field(() => String, { nullable: true, description: 'Part of title or text.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: those that are offered no more; false or left out: the others.' })
  archived?: boolean | null;
}

@InputType('CreateTemplateInput', { description: 'A new template. A deputy and an aide make their own; a coordinator names a body or a faction.' })
export class CreateTemplateInput {
  @Field(() => TemplateScopeEnum, { description: 'Whose it will be.' })
  scope!: TemplateScope;

  @Field(() => TemplatePurposeEnum, { description: 'What it is put into; of a person, answers alone.' })
  purpose!: TemplatePurpose;

  @Field(() => ID, { nullable: true, description: 'The body, with scope BODY.' })
  bodyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The faction, with scope FACTION.' })
  factionId?: string | null;

  @Field(() => String, { description: 'What it is found by, up to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'The text, up to 20,000 characters; of a rejection up to 2,000.' })
  text!: string;
}

@InputType('ChangeTemplateInput', { description: 'New words for a template.' })
export class ChangeTemplateInput {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { description: 'What it is found by, up to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'The text, up to 20,000 characters; of a rejection up to 2,000.' })
  text!: string;
}

@ObjectType('TemplatePayload', { simpleResolvers: true, description: 'Result of a change of a template.' })
export class TemplatePayload {
  @Field(() => TemplateType, { nullable: true, description: 'The template as it is now; null when refused.' })
  template?: TemplateType | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
  errors!: UserErrorType[];
}
