import { call, closingReason, contact, recordIdOf, type Call, type CallerEvent } from '@annals/contracts-contacts';
import { choice, customerId, field } from '@annals/contracts-values';
import { configured, flag, instant, party, revised, text, texts, view, whenKnown } from '@annals/event-sourcing';
import type { Immutable } from '@annals/event-sourcing';
import { normalPhones, type PhoneRegion } from '@annals/text';
import { z } from 'zod';

const status = field(
  choice({
    open: { en: 'Open', zh: '待确认' },
    identified: { en: 'Identified', zh: '已确认' },
    closed: { en: 'Closed', zh: '已关闭' },
  }),
  { en: 'Status', zh: '状态' },
);
type Status = z.infer<typeof status>;

/** What is stored: what is not known of the caller is left out. */
export type UnknownCaller = Immutable<Call> & {
  readonly status: Status;
  readonly customerId?: string;
  /** The contact of the customer that the call became. */
  readonly contactId?: string;
  /** The complaint that the caller's became. */
  readonly complaintId?: string;
  readonly closedFor?: string;
  readonly revision: number;
};

const { channel, purpose, complaint, department, durationSeconds, email, name, phone } = call.shape;

/** An unknown caller as the API answers it; `null` is what is not known, or does not apply. */
const answer = z.strictObject({
  ...call.shape,
  name: name.unwrap().nullable(),
  phone: phone.unwrap().nullable(),
  email: email.unwrap().nullable(),
  durationSeconds: durationSeconds.unwrap().nullable(),
  complaint: complaint.unwrap().nullable(),
  department: department.unwrap().nullable(),
  status,
  customerId: customerId.nullable(),
  contactId: contact.shape.contactId.nullable().describe('The contact of the customer that the call became'),
  complaintId: contact.shape.contactId.nullable().describe('The complaint of the customer that the caller made'),
  closedFor: closingReason.nullable(),
});

type Sparse = { readonly [Field in keyof UnknownCaller]?: UnknownCaller[Field] | null };

const saidIn = ({ name = null, phone = null, email = null, complaint = null }: Sparse) => ({
  ...{ name, phone, email, complaint },
});

const notedIn = ({ durationSeconds = null, department = null }: Sparse) => ({ durationSeconds, department });

const outcomeOf = ({ customerId = null, contactId = null, complaintId = null, closedFor = null }: Sparse) => ({
  ...{ customerId, contactId, complaintId, closedFor },
});

/** Calls, visits and messages of people who were not known as customers: a work list until each is identified or closed. */
export const unknownCallers = configured(
  ({ phoneRegion }: { readonly phoneRegion: PhoneRegion }) => ({ phoneRegion }),
  ({ phoneRegion }) => {
    const phonesIn = (text: string) => normalPhones(text, [phoneRegion]);
    return view<CallerEvent, UnknownCaller>()({
      name: 'unknown-callers',
      version: 1,
      key: ({ data }) => data.callerId,
      on: revised<CallerEvent, UnknownCaller>({
        UnknownCallerContacted: (_, { data }) => ({ ...data, status: 'open' }),
        CallerIdentified: whenKnown(({ closedFor: _, ...caller }, { data: { customerId, contactId } }) => ({
          ...{ ...caller, status: 'identified', customerId, contactId },
          ...(caller.complaint && { complaintId: recordIdOf(caller.callerId) }),
        })),
        CallerClosed: whenKnown((caller, { data }) => ({ ...caller, status: 'closed', closedFor: data.reason })),
      }),
      fields: {
        customer: text(({ customerId = null }) => customerId),
        status: text((caller) => caller.status, { schema: status }),
        channel: text((caller) => caller.channel, { schema: channel }),
        purpose: text((caller) => caller.purpose, { schema: purpose }),
        by: party(({ contactedBy }) => contactedBy.id),
        department: text(({ department = null }) => department),
        complains: flag(({ complaint }) => complaint !== undefined),
        phones: texts(({ phone }) => (phone === undefined ? [] : phonesIn(phone)), { personal: true }),
        contactedAt: instant(({ contactedAt }) => contactedAt),
      },
      indexes: [['contactedAt'], ['status', 'contactedAt'], ['by', 'contactedAt'], ['customer', 'contactedAt']],
      personal: ['summary', 'name', 'phone', 'email', 'complaint.subject', 'complaint.text', 'closedFor'],
      revision: ({ revision }) => revision,
      answer: {
        schema: answer,
        of: ({ revision: _, ...caller }) => ({
          ...caller,
          ...saidIn(caller),
          ...notedIn(caller),
          ...outcomeOf(caller),
        }),
      },
      list: {
        path: 'callers',
        summary: {
          en: 'List unknown callers by status, customer, channel, purpose, employee, department, phone number and time',
          zh: '按状态、客户、渠道、目的、接待人、部门、电话号码和时间列出未知来访者',
        },
        record: { name: 'Caller', id: 'callerId', en: 'unknown caller', zh: '未知来访者', schema: 'UnknownCaller' },
        needs: 'contacts.read',
        filters: ['status', 'customer', 'channel', 'purpose', 'by', 'department', 'complains'],
        facets: [
          {
            field: 'phones',
            of: { phone: z.string().min(1).max(100).describe('The whole number, in any notation') },
            as: (_, value) => phonesIn(String(value))[0] ?? '',
          },
        ],
        ranges: ['contactedAt'],
        names: { customerName: 'customer' },
        sorts: ['-contactedAt'],
      },
    });
  },
);
