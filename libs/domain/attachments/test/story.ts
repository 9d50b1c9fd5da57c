import { FileAttached, FileRemoved } from '@annals/contracts-attachments';
import { ComplaintFiled } from '@annals/contracts-complaints';
import { CustomerRegistered } from '@annals/contracts-customers';
import { DealOpened } from '@annals/contracts-deals';

export const [attachmentId, customerId] = ['a-1', 'u-1'];
export const about = { attachmentId, customerId };
export const file = {
  kind: 'contract',
  ...{ name: '合同.pdf', bytes: 3, mediaType: 'application/pdf', sha256: 'ab'.repeat(32) },
} as const;

export const registered = (id = customerId) =>
  CustomerRegistered.event({ customerId: id, profile: { kind: 'person', name: '王芳', roles: ['end-customer'] } });
export const dealOf = (owner: string) =>
  DealOpened.event({
    ...{ dealId: 'd-1', customerId: owner, title: 'Tea', value: { amount: '1.00', currency: 'CNY' }, lines: [] },
    ...{ owner: null, country: null, region: null, expectedCloseDate: null, attributes: {}, step: 'need-found' },
  });
export const complaintOf = (owner: string) =>
  ComplaintFiled.event({
    ...{ complaintId: 'c-1', customerId: owner, channel: 'phone', category: 'billing', severity: 'high' },
    ...{ subject: 'Late', text: 'Nobody came.', dueAt: '2026-01-07T09:00:00.000Z' },
  });

export const attached = FileAttached.event({ ...about, ...file });
export const attachedTo = (records: object) => FileAttached.event({ ...attached.data, ...records });
export const removed = FileRemoved.event({ ...about, reason: 'wrong customer' });

export const attachFile = { type: 'AttachFile', ...about, ...file } as const;
export const removeFile = { type: 'RemoveFile', attachmentId, reason: 'wrong customer' } as const;
