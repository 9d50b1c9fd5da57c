export { attachmentLines } from './attachment-lines.js';
export { attachmentList, type AttachmentDocument } from './attachment-list.js';
