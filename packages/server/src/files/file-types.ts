/** What an attachment is to people. */
export const ATTACHMENT_KINDS = ['PHOTO', 'DOCUMENT'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export const PHOTO_FORMATS = ['jpeg', 'png', 'webp'] as const;
/** What a photo is given out as; each of them every browser shows. */
export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

interface PhotoRule {
  readonly kind: 'PHOTO';
  readonly extension: string;
  readonly givenAs: PhotoFormat;
}
interface DocumentRule {
  readonly kind: 'DOCUMENT';
  readonly extension: string;
  readonly form: 'PDF' | 'ARCHIVE' | 'TEXT';
}
export type FileRule = PhotoRule | DocumentRule;

/** Everything that is taken, by what the content is. An extension says nothing here: it is only corrected. */
export const FILE_RULES: Readonly<Record<string, FileRule>> = {
  'image/jpeg': { kind: 'PHOTO', extension: 'jpg', givenAs: 'jpeg' },
  'image/png': { kind: 'PHOTO', extension: 'png', givenAs: 'png' },
  'image/webp': { kind: 'PHOTO', extension: 'webp', givenAs: 'webp' },
  'image/heic': { kind: 'PHOTO', extension: 'heic', givenAs: 'jpeg' },
  'image/heif': { kind: 'PHOTO', extension: 'heif', givenAs: 'jpeg' },
  'image/avif': { kind: 'PHOTO', extension: 'avif', givenAs: 'jpeg' },
  'image/gif': { kind: 'PHOTO', extension: 'gif', givenAs: 'png' },
  'image/tiff': { kind: 'PHOTO', extension: 'tiff', givenAs: 'jpeg' },
  'application/pdf': { kind: 'DOCUMENT', extension: 'pdf', form: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'DOCUMENT', extension: 'docx', form: 'ARCHIVE' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'DOCUMENT', extension: 'xlsx', form: 'ARCHIVE' },
  'application/vnd.oasis.opendocument.text': { kind: 'DOCUMENT', extension: 'odt', form: 'ARCHIVE' },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'DOCUMENT', extension: 'ods', form: 'ARCHIVE' },
  'text/plain': { kind: 'DOCUMENT', extension: 'txt', form: 'TEXT' },
};

export const MEDIA_TYPE_OF: Readonly<Record<PhotoFormat, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const EXTENSION_OF: Readonly<Record<PhotoFormat, string>> = { jpeg: 'jpg', png: 'png', webp: 'webp' };

/** Media types that a file dialogue may offer. */
export const TAKEN_TYPES: readonly string[] = Object.keys(FILE_RULES);

/** The ending that belongs to a name of the file as it is given out. */
export const givenExtension = (rule: FileRule): string => (rule.kind === 'PHOTO' ? EXTENSION_OF[rule.givenAs] : rule.extension);
