export { AttachmentSweep } from './attachment-sweep.js';
export { AttachmentsModule, AttachmentWorkModule } from './attachments.module.js';
export { uploadProblems } from './upload.problems.js';
