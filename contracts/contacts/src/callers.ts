import { customerId, field, id, label, personal, personalText, severity } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { conversation, personId } from './conversation.js';

// Names and fields below are on disk: add a version, never edit one.

/** The subject of the events about callers who are not known as customers; it is not a valid id of a customer. */
export const UNKNOWN_CALLERS = '@callers';

/** Metadata of a field with personal data of the caller whose `callerId` is beside it or around it. */
const ofCaller = { personal: { whose: 'caller', by: 'callerId' } } as const;
const line = z.string().min(1).max(500).meta(ofCaller);
const prose = z.string().max(10_000).meta(ofCaller);

const callerId = field(
  id.max(90), // the ids of what it becomes are longer
  { en: 'Caller', zh: '来访者' },
  { example: 'cl-6001', identifies: 'caller' },
);

/** The id of the contact, and of the complaint, that the call of a caller becomes when its customer is known. */
export const recordIdOf = (callerId: string): string => `caller:${callerId}`;

const complaintWords = { en: 'Complaint', zh: '投诉' };
const subjectWords = [{ en: 'Subject', zh: '主题' }, { example: 'The bill is too high.' }] as const;
const textWords = [{ en: 'Description', zh: '描述' }, { example: 'The meter reading is not mine.' }] as const;
const grievance = {
  category: field(label, { en: 'Category', zh: '类别' }, { example: 'billing' }),
  severity: field(severity, { en: 'Severity', zh: '严重程度' }, { example: 'high' }),
  product: field(label, { en: 'Product', zh: '产品' }, { example: 'Electricity, household' }).optional(),
};

const complaintExample = {
  example: {
    category: 'billing',
    severity: 'high',
    subject: 'Twice billed',
    text: 'The same month is billed twice.',
  },
} as const;

const { contactId, direction: _, summary: __, ...talk } = conversation.shape;

/** What is known of a caller, all of it as it was said, and what the caller wanted. */
export const call = z.object({
  callerId,
  ...talk,
  summary: field(prose, { en: 'Summary', zh: '摘要' }, { example: 'Asked for a quote.' }),
  name: field(line, { en: 'Name', zh: '姓名' }, { example: '王先生' }).optional(),
  phone: field(
    z.string().min(1).max(100).meta(ofCaller),
    { en: 'Phone', zh: '电话' },
    { example: '+86 138 0013 8000' },
  ).optional(),
  email: field(
    z.email().max(254).meta(ofCaller),
    { en: 'E-mail', zh: '电子邮箱' },
    { example: 'wang@example.com' },
  ).optional(),
  complaint: field(
    z.strictObject({ ...grievance, subject: field(line, ...subjectWords), text: field(prose, ...textWords) }),
    complaintWords,
    complaintExample,
  ).optional(),
  /** Of the employee who took the call, at that time. */
  department: field(label, { en: 'Department', zh: '部门' }, { example: 'service' }).optional(),
});
export type Call = z.infer<typeof call>;

/** A person who is not known as a customer made contact, over any channel. */
export const UnknownCallerContacted = Contract.of('UnknownCallerContacted', {
  en: 'Unknown caller made contact',
  zh: '未知来访者已登记',
}).v1(call);

/** The customer of an unknown caller is known: its call is a contact of the customer from then on. */
export const CallerIdentified = Contract.of('CallerIdentified', {
  en: 'Caller identified',
  zh: '来访者身份已确认',
}).v1(
  z.object({
    ...{ callerId, customerId, contactId, personId: personId.optional() },
    ...{ channel: talk.channel, contactedAt: talk.contactedAt, contactedBy: talk.contactedBy },
    complaint: field(
      z.strictObject({
        ...grievance,
        subject: field(personal, ...subjectWords),
        text: field(personalText, ...textWords),
      }),
      complaintWords,
      complaintExample,
    ).optional(),
  }),
);

/** Why the record of a caller is closed. */
export const closingReason = field(
  label.meta(ofCaller),
  { en: 'Reason', zh: '原因' },
  { example: 'Dialled a wrong number.' },
);

/** The caller does not become a customer. */
export const CallerClosed = Contract.of('CallerClosed', { en: 'Caller closed', zh: '来访者记录已关闭' }).v1(
  z.object({ callerId, reason: closingReason }),
);

export const callerContracts = [UnknownCallerContacted, CallerIdentified, CallerClosed] as const;
export type CallerEvent = EventOf<(typeof callerContracts)[number]>;

/** The stream of an unknown caller. */
export const callerStream = (callerId: string): string => `caller-${callerId}`;
