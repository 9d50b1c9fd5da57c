import { attachmentContracts, FileAttached, FileRemoved, type AttachmentEvent } from '@annals/contracts-attachments';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { attachmentLines, attachmentList } from './index.js';

const about = { attachmentId: 'a-1', customerId: 'u-1' };
const file = {
  kind: 'contract',
  ...{ name: '合同.pdf', bytes: 3, mediaType: 'application/pdf', sha256: 'ab'.repeat(32) },
} as const;
const attached = FileAttached.event({ ...about, ...file });
const ofBoth = FileAttached.event({ ...attached.data, dealId: 'd-1', complaintId: 'c-1' });
const removed = FileRemoved.event({ ...about, reason: 'wrong customer' });

const after = (...events: AttachmentEvent[]) => project(attachmentList, recorded(events)).get('a-1');

it('shows what is attached, and to what', () => {
  expect(after(attached)).toEqual({
    ...{ ...about, ...file, dealId: null, complaintId: null, status: 'attached' },
    ...{ attachedAt: '2026-01-01T00:00:00.000Z', removedAt: null, reason: null, revision: 0 },
  });
  expect(after(ofBoth)).toMatchObject({ dealId: 'd-1', complaintId: 'c-1' });
});

it('keeps that a file was there, and why it was removed', () => {
  expect(after(attached, removed)).toMatchObject({ ...file, status: 'removed', reason: 'wrong customer' });
  expect(after(removed)).toBeUndefined();
});

it('needs the content until the file is removed', () => {
  expect(fieldsOf(attachmentList, after(attached)!)).toMatchObject({ content: file.sha256, deal: null, bytes: 3 });
  expect(fieldsOf(attachmentList, after(ofBoth, removed)!)).toMatchObject({ content: null, deal: 'd-1' });
});

it('has a line for each event', () =>
  expect([attachmentLines.FileAttached!(attached.data), attachmentLines.FileRemoved!(removed.data)]).toEqual([
    ...['合同.pdf', 'wrong customer'],
  ]));

viewContract(
  attachmentList,
  attachmentContracts,
  anyLogOf(fc.constantFrom<AttachmentEvent>(attached, ofBoth, removed)),
);
