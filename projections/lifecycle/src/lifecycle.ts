import {
  advance,
  LIFECYCLE_TYPES,
  periodsIn,
  returnedAt,
  zoneOf,
  silenceDueAt,
  type InTimeZone,
  type LifecycleChange,
  type LifecycleSummary,
  type LifecycleThresholds,
} from '@annals/analytics';
import type { OrderEvent } from '@annals/contracts-accounts';
import type { ComplaintEvent, HandlingEvent } from '@annals/contracts-complaints';
import type { ContactEvent } from '@annals/contracts-contacts';
import { NO_PROFILE, profileAfter, type CustomerEvent, type DatedProfile } from '@annals/contracts-customers';
import type { DealEvent } from '@annals/contracts-deals';
import { configured, onEach, projection, whenKnown, type Of, type RecordedEvent } from '@annals/event-sourcing';
import { moved, movesOf, type StateOfMonth } from './months.js';

export type CustomerLifecycle = Region & {
  readonly customerId: string;
  readonly summary: LifecycleSummary;
  readonly lastActivityAt: string | null;
  /** When silence alone makes the customer decline. */
  readonly dueAt: string | null;
  /** When a lost customer did business again, until that is recorded as won back. */
  readonly returnedAt: string | null;
  /** The newest changes, at most 100, in log order; the last one tells the present state. */
  readonly history: readonly LifecycleChange[];
  readonly months: readonly StateOfMonth[];
};

/** Every event of these slices but those that say nothing about the state of a relation. */
export type LifecycleEvent = Exclude<
  CustomerEvent | ContactEvent | DealEvent | Exclude<ComplaintEvent, HandlingEvent> | OrderEvent,
  {
    type:
      | 'OwnerAssigned'
      | 'CustomerWithdrawn'
      | 'NeedEnded'
      | 'NeedClosed'
      | 'ConsentExpired'
      | 'ContactAllowed'
      | 'ComplaintAssigned'
      | 'ComplaintEscalated'
      | 'OrderDelivered'
      | 'DeliveryCorrected'
      | 'OrderCancelled';
  }
>;

type Source = LifecycleEvent | Of<CustomerEvent, 'CustomerWithdrawn'>;

type Settings = InTimeZone & { readonly lifecycle: LifecycleThresholds };

const settingsOf = ({ lifecycle: thresholds, ...company }: Settings) => ({ thresholds, ...zoneOf(company) });

const MOST_CHANGES = 100;
const NEW = { ...NO_PROFILE, history: [], months: [] };

/** Where each customer stands in its lifecycle, and how it came there. */
export const lifecycle = configured(settingsOf, ({ thresholds, timeZone }) => {
  const { monthOf } = periodsIn(timeZone);
  const next = (before: CustomerLifecycle | null, event: RecordedEvent<LifecycleEvent>): CustomerLifecycle => {
    const { profile, since, registeredAt, history, months } = before ?? NEW;
    const summary = advance(thresholds, before && before.summary, event);
    const hasMoved = summary.change !== before?.summary.change;
    return {
      customerId: event.data.customerId,
      ...regionAfter({ profile, since, registeredAt }, event),
      summary,
      lastActivityAt: summary.facts.lastActivityAt,
      dueAt: silenceDueAt(thresholds, summary),
      returnedAt: returnedAt(summary.facts),
      history: hasMoved ? [...history, summary.change].slice(-MOST_CHANGES) : history,
      months: hasMoved ? moved(months, monthOf(summary.change.since), summary.change.to) : months,
    };
  };

  return projection<Source, CustomerLifecycle>()({
    name: 'lifecycle',
    version: 9,
    key: ({ data }) => data.customerId,
    on: { ...onEach(LIFECYCLE_TYPES, next), DealWithdrawn: whenKnown(next), CustomerWithdrawn: () => null },
    fields: {
      customer: { of: ({ customerId }) => customerId },
      state: { of: ({ summary }) => summary.change.to },
      since: { of: ({ summary }) => summary.change.since },
      dueAt: { of: ({ dueAt }) => dueAt },
      returnedAt: { of: (customer) => customer.returnedAt },
      region: { of: ({ profile: { region = null } }) => region },
      moves: { each: ({ months }) => movesOf(months) },
    },
    indexes: [['dueAt'], ['returnedAt'], ['state', 'since'], ['region', 'state']],
  });
});

type Region = DatedProfile<{ readonly region?: string | undefined }>;

const regionAfter = (known: Region, event: RecordedEvent<LifecycleEvent>): Region =>
  event.type === 'CustomerRegistered' || event.type === 'CustomerDataChanged' || event.type === 'DataChangeTookEffect'
    ? profileAfter(known, event, ['region'])
    : known;
