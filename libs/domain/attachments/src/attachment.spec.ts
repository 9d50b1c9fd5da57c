import { CustomersMerged, MergeBegun } from '@annals/contracts-customers';
import { DealWithdrawn } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import {
  attached,
  attachedTo,
  attachFile,
  attachmentId,
  complaintOf,
  customerId,
  dealOf,
  registered,
  removed,
  removeFile,
} from '../test/story.js';
import { attachment } from './attachment.decider.js';

const given = scenarios(attachment);

describe('attaching a file', () => {
  it('records its name, size, type and hash', () => given().inContext(registered()).when(attachFile).then(attached));

  it('is silent when repeated, even after its removal', () => given(attached, removed).when(attachFile).thenNothing());

  it('is refused when another file has the id', () =>
    given(attached)
      .when({ ...attachFile, bytes: 4 })
      .thenRejected('AttachmentIdTaken', { attachmentId }));

  it('is refused for a customer who is not registered', () =>
    given().when(attachFile).thenRejected('CustomerNotRegistered', { customerId }));

  it('is for the survivor of a merged customer', () => {
    const begun = MergeBegun.event({ customerId: 'u-2', survivorId: 'u-1', reason: 'Twice.', choices: {} });
    given()
      .inContext(registered('u-2'), begun)
      .when({ ...attachFile, customerId: 'u-2' })
      .then(attached);
  });
});

describe('a file of a deal or a complaint', () => {
  const ofBoth = { ...attachFile, dealId: 'd-1', complaintId: 'c-1' } as const;
  const merged = CustomersMerged.event({
    ...{ customerId, mergedId: 'u-2', reason: 'Twice.', choices: {}, files: [], taken: [], identifiers: [], needs: [] },
  });

  it.each(['u-1', 'u-2'])('is one of their customer, or of one who is merged into theirs: %s', (owner) =>
    given()
      .inContext(registered(), merged, dealOf(owner), complaintOf(owner))
      .when(ofBoth)
      .then(attachedTo({ dealId: 'd-1', complaintId: 'c-1' })),
  );

  it('is refused for a record of another customer, or of nobody', () => {
    const refused = (recordId: string) => ['AttachedToAnotherCustomer', { customerId, recordId }] as const;
    given()
      .inContext(registered(), dealOf('u-9'), complaintOf('u-1'))
      .when(ofBoth)
      .thenRejected(...refused('d-1'));
    given()
      .inContext(registered(), dealOf('u-1'), DealWithdrawn.event({ dealId: 'd-1', customerId, lines: 0 }))
      .when({ ...attachFile, dealId: 'd-1' })
      .thenRejected(...refused('d-1'));
    given()
      .inContext(registered())
      .when({ ...attachFile, complaintId: 'c-1' })
      .thenRejected(...refused('c-1'));
  });
});

describe('removing a file', () => {
  it('records why', () => given(attached).when(removeFile).then(removed));

  it('is silent when repeated for the same reason, and refused for another one', () => {
    given(attached, removed).when(removeFile).thenNothing();
    given(attached, removed)
      .when({ ...removeFile, reason: 'other' })
      .thenRejected('AttachmentAlreadyRemoved', { attachmentId });
  });

  it('is refused before the file was attached', () => {
    const occurredAt = '2025-01-01T00:00:00.000Z';
    given({ ...attached, occurredAt: '2026-01-01T00:00:00.000Z' })
      .when({ ...removeFile, occurredAt }, new Date(occurredAt))
      .thenRejected('AttachmentOccurredTooEarly', { since: '2026-01-01T00:00:00.000Z', occurredAt });
  });

  it('is refused for a file that was never attached', () =>
    given().when(removeFile).thenRejected('AttachmentUnknown', { attachmentId }));
});
