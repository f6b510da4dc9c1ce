import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AboutType } from '../accounts/about.type.js';
import { AnswerDraftType, AppealType, KeptDraftType, MessageType } from '../appeals/appeal.type.js';
import type { AppealRow, DraftRow, KeptDraftRow, MessageRow, TrackedRow } from '../appeals/index.js';
import { canOpenContacts } from '../appeals/index.js';
import { TrackedAppealType } from '../appeals/tracked.type.js';
import type { Context } from '../graphql/context.js';
import { AttachmentType, FileLimitsType } from './attachment.type.js';
import type { AttachmentRow } from './attachments.loaders.js';
import type { Variant } from './cipher.js';
import { FILE_RULES, TAKEN_TYPES } from './file-types.js';

const linkTo = ({ id, status, audience }: AttachmentRow, variant: Variant, { fileLinks }: Context): string | null =>
  (status === 'READY' ? fileLinks.to({ attachmentId: id, variant, audience }) : null);

/** Originals hold where a photo was taken, and so are for whoever may open the contacts: the moderator and the addressee. Of a draft there is none to open: it is the writer's own. */
async function mayOpenOriginal({ appealId, audience }: AttachmentRow, { actor, appeals }: Context): Promise<boolean> {
  if (appealId === null || !('account' in audience)) return false;
  const appeal = await appeals.byId.load(appealId);
  return appeal !== null && canOpenContacts(actor, appeal);
}

@Resolver(() => AttachmentType)
export class AttachmentResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Where it is downloaded: an address of this origin, for the asking viewer alone and for minutes; ask anew for another. Null unless READY.' })
  url(@Root() row: AttachmentRow, @Ctx() context: Context): string | null {
    return linkTo(row, 'file', context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'A small picture of a photo, at most 480 pixels wide and high; as short-lived as `url`.' })
  thumbnailUrl(@Root() row: AttachmentRow, @Ctx() context: Context): string | null {
    return row.kind === 'PHOTO' ? linkTo(row, 'thumbnail', context) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The file as it came, with whatever it says of place and time; for the moderator and the addressee. Each opening is on record, and the applicant sees it.' })
  async originalUrl(@Root() row: AttachmentRow, @Ctx() context: Context): Promise<string | null> {
    return await mayOpenOriginal(row, context) ? linkTo(row, 'original', context) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'SHA-256 of the file as it came, in hex; for whoever may open the original.' })
  async originalSha256(@Root() row: AttachmentRow, @Ctx() context: Context): Promise<string | null> {
    return await mayOpenOriginal(row, context) ? context.vault.open('attachment.original_sha256', row.sealedSha256) : null;
  }
}

@Resolver(() => AppealType)
export class AppealAttachmentsResolver {
  @FieldResolver(() => [AttachmentType], { description: 'What came with the letter, in order; what came with messages stands there.' })
  async attachments(@Root() { id }: AppealRow, @Ctx() { attachments }: Context): Promise<AttachmentRow[]> {
    return (await attachments.load(id)).filter(({ messageId }) => messageId === null);
  }
}

@Resolver(() => TrackedAppealType)
export class TrackedAttachmentsResolver {
  @FieldResolver(() => [AttachmentType], { description: 'What the applicant sent with the letter, in order.' })
  async attachments(@Root() { id }: TrackedRow, @Ctx() context: Context): Promise<AttachmentRow[]> {
    return (await context.attachmentsForApplicant(id)).filter(({ messageId }) => messageId === null);
  }
}

@Resolver(() => MessageType)
export class MessageAttachmentsResolver {
  @FieldResolver(() => [AttachmentType], { description: 'What came with the message, in order.' })
  async attachments(@Root() { id, appealId, forApplicant }: MessageRow, @Ctx() context: Context): Promise<AttachmentRow[]> {
    return (await (forApplicant ? context.attachmentsForApplicant(appealId) : context.attachments.load(appealId))).filter(({ messageId }) => messageId === id);
  }
}

@Resolver(() => AnswerDraftType)
export class AnswerDraftAttachmentsResolver {
  @FieldResolver(() => [AttachmentType], { description: 'What goes with the answer when it is sent, in order; the links are for whoever may write it. One that is INFECTED does not go.' })
  attachments(@Root() { appealId }: DraftRow, @Ctx() { draftAttachments }: Context): Promise<AttachmentRow[]> {
    return draftAttachments.load(appealId);
  }
}

@Resolver(() => KeptDraftType)
export class KeptDraftAttachmentsResolver {
  @FieldResolver(() => [AttachmentType], { description: 'The files that were to go with it, in order.' })
  attachments(@Root() { id }: KeptDraftRow, @Ctx() { keptDraftAttachments }: Context): Promise<AttachmentRow[]> {
    return keptDraftAttachments.load(id);
  }
}

@Resolver(() => AboutType)
export class FileLimitsResolver {
  @FieldResolver(() => FileLimitsType, { description: 'What files can be attached.' })
  files(@Ctx() { config }: Context): FileLimitsType {
    return {
      bytes: config.fileMaxBytes, count: config.filesPerLetter, megapixels: Math.floor(config.photoMaxPixels / 1_000_000), types: [...TAKEN_TYPES],
      extensions: [...new Set(TAKEN_TYPES.map((type) => FILE_RULES[type]!.extension))],
    };
  }
}
