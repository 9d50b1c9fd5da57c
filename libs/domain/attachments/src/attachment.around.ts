import type { AttachmentEvent } from '@annals/contracts-attachments';
import { complaintStream } from '@annals/contracts-complaints';
import { aroundCustomer, customerStream, isTheirs, NOT_KNOWN, type KnownCustomer } from '@annals/contracts-customers';
import { dealStream } from '@annals/contracts-deals';
import type { ContextStream, Of } from '@annals/event-sourcing';
import { attachmentProblems } from './attachment.problems.js';
import type { AttachmentCommand } from './attachment.types.js';

type Attach = Of<AttachmentCommand, 'AttachFile'>;
type Theirs = { readonly customerId: string };
type DataOf<Type> = Of<AttachmentEvent, Type>['data'];

/** A file, and for which reason and when it was removed; `null` until it is attached. */
export type Attachment = {
  readonly file: DataOf<'FileAttached'>;
  readonly attachedAt: string;
  readonly removed: string | null;
} | null;

/** What other streams say: of the customer, and whose the deal and the complaint are. */
export type Around = {
  readonly customer: KnownCustomer;
  readonly dealOf: string | null;
  readonly complaintOf: string | null;
};

export const around: ContextStream<AttachmentCommand, Attachment, Around> = {
  stream: (command) =>
    command.type === 'AttachFile'
      ? [
          customerStream(command.customerId),
          ...(command.dealId === undefined ? [] : [dealStream(command.dealId)]),
          ...(command.complaintId === undefined ? [] : [complaintStream(command.complaintId)]),
        ]
      : [],
  initial: { customer: NOT_KNOWN, dealOf: null, complaintOf: null },
  evolve: {
    ...aroundCustomer<Around>(),
    DealOpened: (around, { customerId: dealOf }: Theirs) => ({ ...around, dealOf }),
    DealWithdrawn: (around) => ({ ...around, dealOf: null }),
    ComplaintFiled: (around, { customerId: complaintOf }: Theirs) => ({ ...around, complaintOf }),
  },
};

/** Rejects with `AttachedToAnotherCustomer` a deal or complaint that does not exist or belongs to another customer. */
export const expectTheirs = (
  { customerId, dealId, complaintId }: Attach,
  { customer, dealOf, complaintOf }: Around,
): void => {
  const records = [
    [dealId, dealOf],
    [complaintId, complaintOf],
  ] as const;
  for (const [recordId, owner] of records)
    if (recordId !== undefined && !isTheirs(customer, customerId, owner))
      attachmentProblems.reject('AttachedToAnotherCustomer', { customerId, recordId });
};
