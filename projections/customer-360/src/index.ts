import { advance, type LifecycleThresholds } from '@annals/analytics';
import type { Of, Projection, RecordedEvent } from '@annals/event-sourcing';
import * as complaint from './complaints.js';
import { contacted, nextDueAt, NO_CONTACTS } from './contacts.js';
import * as deal from './deals.js';
import * as file from './file.js';
import { happened } from './happenings.js';
import type { Customer360 } from './page.js';
import type { Source } from './source.js';

export type * from './page.js';

type Steps = {
  readonly [T in Source['type']]: (page: Customer360, event: RecordedEvent<Of<Source, T>>) => Partial<Customer360>;
};

const none = () => ({});

const STEPS: Steps = {
  CustomerRegistered: file.registered,
  CustomerDataChanged: file.dataChanged,
  OwnerAssigned: file.ownerAssigned,
  NeedRecorded: file.needRecorded,
  ContactPreferenceSet: file.preferenceSet,
  ConsentGiven: file.consentGiven,
  ConsentWithdrawn: file.consentWithdrawn,
  CustomerLost: none,
  CustomerWonBack: none,
  CustomerFellSilent: none,
  ContactMade: ({ contacts }, event) => ({ contacts: contacted(contacts, event) }),
  DealOpened: ({ deals }, event) => ({ deals: deal.opened(deals, event) }),
  DealAdvanced: ({ deals }, event) => ({ deals: deal.advanced(deals, event) }),
  DealChanged: ({ deals }, event) => ({ deals: deal.termsChanged(deals, event) }),
  SampleSent: none,
  DealClosed: ({ deals }, event) => ({ deals: deal.closed(deals, event) }),
  DealReopened: ({ deals }, event) => ({ deals: deal.reopened(deals, event) }),
  ComplaintFiled: ({ complaints }, event) => ({ complaints: complaint.filed(complaints, event) }),
  ComplaintAssigned: ({ complaints }, event) => ({ complaints: complaint.assigned(complaints, event) }),
  ComplaintEscalated: ({ complaints }, event) => ({ complaints: complaint.escalated(complaints, event) }),
  ComplaintResolved: ({ complaints }, event) => ({ complaints: complaint.resolved(complaints, event) }),
  ComplaintReopened: ({ complaints }, event) => ({ complaints: complaint.reopened(complaints, event) }),
  SatisfactionRated: ({ complaints }, event) => ({ complaints: complaint.rated(complaints, event) }),
};

const BLANK = {
  registeredAt: null,
  profile: {},
  changes: [],
  owner: null,
  preference: null,
  consents: [],
  needs: [],
  contacts: NO_CONTACTS,
  deals: deal.NO_DEALS,
  complaints: complaint.NO_COMPLAINTS,
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
    version: 1,
    key: ({ data }) => data.customerId,
    on: Object.fromEntries(Object.keys(STEPS).map((type) => [type, next])) as Record<Source['type'], typeof next>,
  };
};
