import { advance, type LifecycleThresholds } from '@annals/analytics';
import type { Of, Projection, RecordedEvent } from '@annals/event-sourcing';
import {
  complaintAssigned,
  complaintEscalated,
  complaintFiled,
  complaintReopened,
  complaintResolved,
  NO_COMPLAINTS,
  satisfactionRated,
} from './complaints.js';
import { invoiceCancelled, invoiceIssued, NO_FINANCE, paymentReceived } from './finance.js';
import { contacted, nextDueAt, NO_CONTACTS } from './contacts.js';
import { dealAdvanced, dealChanged, dealClosed, dealOpened, dealReopened, NO_DEALS } from './deals.js';
import {
  changeTookEffect,
  consentExpired,
  consentGiven,
  consentWithdrawn,
  dataChanged,
  needEnded,
  needRecorded,
  ownerAssigned,
  preferenceSet,
  registered,
} from './file.js';
import { happened } from './happenings.js';
import { NO_LOGISTICS, orderCancelled, orderDelivered, orderPlaced } from './logistics.js';
import type { Customer360 } from './page.js';
import type { Source } from './source.js';
import { metered } from './usage.js';

type Steps = {
  readonly [T in Source['type']]: (page: Customer360, event: RecordedEvent<Of<Source, T>>) => Partial<Customer360>;
};

const none = () => ({});

const STEPS: Steps = {
  CustomerRegistered: registered,
  CustomerDataChanged: dataChanged,
  DataChangeTookEffect: changeTookEffect,
  OwnerAssigned: ownerAssigned,
  NeedRecorded: needRecorded,
  NeedEnded: needEnded,
  ContactPreferenceSet: preferenceSet,
  ConsentGiven: consentGiven,
  ConsentWithdrawn: consentWithdrawn,
  ConsentExpired: consentExpired,
  CustomerLost: none,
  CustomerWonBack: none,
  CustomerFellSilent: none,
  ContactMade: ({ contacts }, event) => ({ contacts: contacted(contacts, event) }),
  DealOpened: ({ deals }, event) => ({ deals: dealOpened(deals, event) }),
  DealAdvanced: ({ deals }, event) => ({ deals: dealAdvanced(deals, event) }),
  DealChanged: ({ deals }, event) => ({ deals: dealChanged(deals, event) }),
  SampleSent: none,
  DealClosed: ({ deals }, event) => ({ deals: dealClosed(deals, event) }),
  DealReopened: ({ deals }, event) => ({ deals: dealReopened(deals, event) }),
  ComplaintFiled: ({ complaints }, event) => ({ complaints: complaintFiled(complaints, event) }),
  ComplaintAssigned: ({ complaints }, event) => ({ complaints: complaintAssigned(complaints, event) }),
  ComplaintEscalated: ({ complaints }, event) => ({ complaints: complaintEscalated(complaints, event) }),
  ComplaintResolved: ({ complaints }, event) => ({ complaints: complaintResolved(complaints, event) }),
  ComplaintReopened: ({ complaints }, event) => ({ complaints: complaintReopened(complaints, event) }),
  SatisfactionRated: ({ complaints }, event) => ({ complaints: satisfactionRated(complaints, event) }),
  OrderPlaced: ({ logistics }, event) => ({ logistics: orderPlaced(logistics, event) }),
  OrderDelivered: ({ logistics }, event) => ({ logistics: orderDelivered(logistics, event) }),
  OrderCancelled: ({ logistics }, event) => ({ logistics: orderCancelled(logistics, event) }),
  InvoiceIssued: ({ finance }, event) => ({ finance: invoiceIssued(finance, event) }),
  InvoiceCancelled: ({ finance }, event) => ({ finance: invoiceCancelled(finance, event) }),
  PaymentReceived: ({ finance }, event) => ({ finance: paymentReceived(finance, event) }),
  UsageMetered: ({ usage }, event) => ({ usage: metered(usage, event) }),
};

const BLANK = {
  registeredAt: null,
  profile: {},
  changes: [],
  coming: [],
  owner: null,
  preference: null,
  consents: [],
  needs: [],
  contacts: NO_CONTACTS,
  deals: NO_DEALS,
  complaints: NO_COMPLAINTS,
  finance: NO_FINANCE,
  logistics: NO_LOGISTICS,
  usage: [],
  events: [],
};

/** All that happened with one customer, on one page; its events come from many streams, in any order. */
export const customer360 = (thresholds: LifecycleThresholds): Projection<Source, Customer360> => {
  const next = (before: Customer360 | null, event: RecordedEvent<Source>): Customer360 => {
    const lifecycle = advance(thresholds, before?.lifecycle ?? null, event);
    const page = before ?? { ...BLANK, customerId: event.data.customerId, lifecycle };
    const step = STEPS[event.type] as (page: Customer360, event: RecordedEvent<Source>) => Partial<Customer360>;
    const changed = { ...page, ...step(page, event), lifecycle, events: happened(page.events, event) };
    const { contacts, preference, registeredAt } = changed;
    const due = nextDueAt(preference, contacts.lastReachedAt, registeredAt);
    return { ...changed, contacts: { ...contacts, nextDueAt: due } };
  };

  return {
    name: 'customer-360',
    version: 3,
    key: ({ data }) => data.customerId,
    on: Object.fromEntries(Object.keys(STEPS).map((type) => [type, next])) as Record<Source['type'], typeof next>,
  };
};
