export { attachUploads, detachUploads } from './attach.js';
export { attachmentsOf, type AttachmentRow } from './attachments.loaders.js';
export { FileLinks, type Audience } from './links.js';
export { FilesHousekeeping, forgetFilesOf } from './housekeeping.js';
export { FileStore } from './store.js';
export { UploadsService, type Uploaded } from './uploads.service.js';
