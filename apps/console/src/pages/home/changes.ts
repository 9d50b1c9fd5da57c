import type { IconName } from '../../design/icon.js';
import type { components } from '../../generated/api.js';

type Schemas = components['schemas'];

/** What happened to a customer, and the record in which it stands. */
export type Change = {
  readonly key: string;
  readonly at: string;
  readonly icon: IconName;
  readonly type: string;
  /** How a deal ended, or where it moved to. */
  readonly detail?: { readonly status: string; readonly step: string };
  readonly customer: string;
  readonly to: string;
};

const path = (list: string, id: string) => `/${list}/${encodeURIComponent(id)}`;

export const ofCustomer = ({ customerId, name, registeredAt }: Schemas['CustomerRow']): Change => ({
  ...{
    key: customerId,
    at: registeredAt ?? '',
    icon: 'user',
    type: 'CustomerRegistered',
    customer: name ?? customerId,
  },
  to: path('customers', customerId),
});

export const ofContact = ({ contactId, customerId, customerName, contactedAt }: Schemas['NamedContact']): Change => ({
  ...{ key: contactId, at: contactedAt, icon: 'talk', type: 'ContactMade', customer: customerName ?? customerId },
  to: path('customers', customerId),
});

export const ofDeal = ({
  dealId,
  customerId,
  customerName,
  status,
  step,
  lastChange,
}: Schemas['NamedDeal']): Change => ({
  ...{ key: dealId, at: lastChange.at, icon: 'deal', type: lastChange.type, customer: customerName ?? customerId },
  detail: { status, step },
  to: path('deals', dealId),
});

export const ofComplaint = (row: Schemas['NamedComplaint']): Change => ({
  ...{ key: row.complaintId, at: row.lastChange.at, icon: 'alert', type: row.lastChange.type },
  customer: row.customerName ?? row.customerId,
  to: path('complaints', row.complaintId),
});
