import { FileAttached, FileRemoved, type AttachmentEvent } from '@annals/contracts-attachments';
import { customerProblems, forSurvivor } from '@annals/contracts-customers';
import { sameContent, saysEarlier } from '@annals/contracts-values';
import type { Decider } from '@annals/event-sourcing';
import { around, expectTheirs, type Around, type Attachment } from './attachment.around.js';
import { attachmentProblems } from './attachment.problems.js';
import type { AttachmentCommand } from './attachment.types.js';

const { reject } = attachmentProblems;

export const attachment: Decider<AttachmentCommand, Attachment, AttachmentEvent, Around> = {
  stream: ({ attachmentId }) => `attachment-${attachmentId}`,
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve: {
    FileAttached: (_, file, { occurredAt: attachedAt }) => ({ file, attachedAt, removed: null }),
    FileRemoved: (found, { reason: removed }) => found && { ...found, removed },
  },
  context: around,

  decide: {
    AttachFile: (sent, found, _, around) => {
      const command = forSurvivor(sent, around.customer);
      const { attachmentId, customerId } = command;
      const attached = FileAttached.event(command);
      if (found) return sameContent(found.file, attached.data) ? [] : reject('AttachmentIdTaken', { attachmentId });
      if (!around.customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
      expectTheirs(command, around);
      return [attached];
    },

    RemoveFile: (command, found, at) => {
      const { attachmentId, reason } = command;
      if (!found) return reject('AttachmentUnknown', { attachmentId });
      if (found.removed !== null)
        return found.removed === reason ? [] : reject('AttachmentAlreadyRemoved', { attachmentId });
      if (saysEarlier(command, at, found.attachedAt))
        reject('AttachmentOccurredTooEarly', { since: found.attachedAt, occurredAt: at.toISOString() });
      return [FileRemoved.event({ attachmentId, customerId: found.file.customerId, reason })];
    },
  },
};
