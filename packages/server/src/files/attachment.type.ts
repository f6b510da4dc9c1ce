import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { ATTACHMENT_KINDS, type AttachmentKind } from './file-types.js';

export const AttachmentKindEnum = asEnum(ATTACHMENT_KINDS);
registerEnumType(AttachmentKindEnum, { name: 'AttachmentKind', description: 'фотография, документ.' });

const STATUSES = ['READY', 'SCANNING', 'INFECTED'] as const;
export const AttachmentStatusEnum = asEnum(STATUSES);
registerEnumType(AttachmentStatusEnum, { name: 'AttachmentStatus', description: 'READY to be had; SCANNING: the virus scanner has not spoken yet; INFECTED: it found something, and the file was removed.' });

@ObjectType('Attachment', { simpleResolvers: true, description: 'A photo or document of an appeal, of a message or of a draft. Photos are turned upright and hold no metadata; documents are given as they came.' })
export class AttachmentType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Name of the file, safe to save under.' })
  name!: string;

  @Field(() => AttachmentKindEnum, { description: 'What it is.' })
  kind!: AttachmentKind;

  @Field(() => String, { description: 'Media type, by the content.' })
  type!: string;

  @Field(() => Int, { description: 'Bytes of the file behind `url`.' })
  bytes!: number;

  @Field(() => Int, { nullable: true, description: 'Pixels, of a photo.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pixels, of a photo.' })
  height!: number | null;

  @Field(() => AttachmentStatusEnum, { description: 'Whether it can be had.' })
  status!: (typeof STATUSES)[number];
}

@ObjectType('FileLimits', { simpleResolvers: true, description: 'What files are taken by POST /files.' })
export class FileLimitsType {
  @Field(() => Int, { description: 'Bytes of one file.' })
  bytes!: number;

  @Field(() => Int, { description: 'Files of one letter.' })
  count!: number;

  @Field(() => Int, { description: 'Megapixels of a photo.' })
  megapixels!: number;

  @Field(() => [String], { description: 'Media types that are taken.' })
  types!: string[];

  @Field(() => [String], { description: 'Their usual endings, without the dot.' })
  extensions!: string[];
}
