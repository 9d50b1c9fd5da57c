import { ContactMade, UnknownCallerContacted } from '@annals/contracts-contacts';
import { CustomerRegistered, CustomerWithdrawn } from '@annals/contracts-customers';
import { DealClosed, DealOpened, DealWithdrawn } from '@annals/contracts-deals';
import type { Event } from '@annals/event-sourcing';

const told = (occurredAt: string, event: Event) => ({
  ...{ ...event, occurredAt: new Date(occurredAt).toISOString(), subject: 'u-9' },
});
const terms = {
  ...{ dealId: 'd-9', customerId: 'u-9', title: 'Pump', value: { amount: '10.00', currency: 'EUR' }, lines: [] },
  ...{ owner: null, country: 'AT', region: 'north', expectedCloseDate: null, attributes: {} },
};
const contact = {
  contactId: 't-9',
  customerId: 'u-9',
  channel: 'phone',
  direction: 'inbound',
  purpose: 'sales',
  summary: 'Hello',
  outcome: 'reached',
  response: 'none',
  contactedBy: { id: 'e-5' },
} as const;
const profile = { kind: 'organisation', name: 'Imported by mistake', roles: ['prospect'] } as const;
const { contactId: _, customerId: __, ...call } = contact;
const caller = UnknownCallerContacted.event({
  ...{ ...call, callerId: 'l-1', contactedAt: '2026-01-05T00:00:00.000Z', phone: '138 0013 8000' },
});

/** The events of an import, and one of an unknown caller. */
export const imported = [
  told('2026-01-05', caller),
  told('2026-01-04', CustomerRegistered.event({ customerId: 'u-9', profile: { ...profile, roles: ['prospect'] } })),
  told('2026-01-06', DealOpened.event({ ...terms, step: 'intent' })),
  told('2026-01-07', DealClosed.event({ ...terms, outcome: 'won', step: 'trading', reason: null, competitor: null })),
  told('2026-01-08', ContactMade.event({ ...contact, contactedAt: '2026-01-08T00:00:00.000Z' })),
];
/** The events of the undo of that import. */
export const undone = [
  told('2026-02-01', DealWithdrawn.event({ dealId: 'd-9', customerId: 'u-9', lines: 0 })),
  told('2026-02-01', CustomerWithdrawn.event({ customerId: 'u-9' })),
];
