export { attachUploads } from './attach.js';
export { attachmentsOf, attachmentsOfDrafts, attachmentsOfKeptDrafts, type AttachmentRow } from './attachments.loaders.js';
export { attachToDraft, keepWithDraft, removeFromDraft, returnToDraft, sendDraftFiles } from './draft-files.js';
export { FileLinks, type Audience } from './links.js';
export { FilesHousekeeping, forgetFilesOf } from './housekeeping.js';
export { FileStore } from './store.js';
export { UploadsService, type Uploaded } from './uploads.service.js';
