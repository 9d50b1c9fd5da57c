import { call, closingReason, contact, type Call } from '@annals/contracts-contacts';
import { choice, customerId, field, instant } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const callerStatus = field(
  choice({
    open: { en: 'Open', zh: '待确认' },
    identified: { en: 'Identified', zh: '已确认' },
    closed: { en: 'Closed', zh: '已关闭' },
  }),
  { en: 'Status', zh: '状态' },
);
type Status = z.infer<typeof callerStatus>;

/** What is stored: what is not known of the caller is left out. */
export type UnknownCaller = Immutable<Call> & {
  readonly status: Status;
  readonly customerId?: string;
  /** The contact of the customer that the call became. */
  readonly contactId?: string;
  /** The complaint that the caller's became. */
  readonly complaintId?: string;
  readonly identifiedAt?: string;
  readonly closedFor?: string;
  readonly revision: number;
};

const { complaint, department, durationSeconds, email, name, phone } = call.shape;

/** An unknown caller as the API answers it; `null` is what is not known, or does not apply. */
const answer = z.strictObject({
  ...call.shape,
  name: name.unwrap().nullable(),
  phone: phone.unwrap().nullable(),
  email: email.unwrap().nullable(),
  durationSeconds: durationSeconds.unwrap().nullable(),
  complaint: complaint.unwrap().nullable(),
  department: department.unwrap().nullable(),
  status: callerStatus,
  customerId: customerId.nullable(),
  contactId: contact.shape.contactId.nullable().describe('The contact of the customer that the call became'),
  complaintId: contact.shape.contactId.nullable().describe('The complaint of the customer that the caller made'),
  identifiedAt: instant.nullable(),
  closedFor: closingReason.nullable(),
});

type Sparse = { readonly [Field in keyof UnknownCaller]?: UnknownCaller[Field] | null };

const saidIn = ({ name = null, phone = null, email = null, complaint = null }: Sparse) => ({
  ...{ name, phone, email, complaint },
});

const notedIn = ({ durationSeconds = null, department = null }: Sparse) => ({ durationSeconds, department });

const closedAs = ({ identifiedAt = null, closedFor = null }: Sparse) => ({ identifiedAt, closedFor });

const customerOf = ({ customerId = null, contactId = null, complaintId = null }: Sparse) => ({
  ...{ customerId, contactId, complaintId },
});

/** The public form of an unknown caller. */
export const callerAnswer = {
  schema: answer,
  of: ({ revision: _, ...caller }: UnknownCaller) => ({
    ...{ ...caller, ...saidIn(caller), ...notedIn(caller), ...customerOf(caller), ...closedAs(caller) },
  }),
};
