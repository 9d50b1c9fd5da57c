import type { AttachmentEvent } from '@annals/contracts-attachments';
import type { EventLines } from '@annals/event-sourcing';

export const attachmentLines: EventLines<AttachmentEvent> = {
  FileAttached: ({ name }) => name,
  FileRemoved: ({ reason }) => reason,
};
