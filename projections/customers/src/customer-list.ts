import { advance, LIFECYCLE_TYPES, type LifecycleSummary, type LifecycleThresholds } from '@annals/analytics';
import type { OrderEvent } from '@annals/contracts-accounts';
import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { ContactEvent } from '@annals/contracts-contacts';
import { withChanges, type CustomerEvent } from '@annals/contracts-customers';
import type { DealEvent } from '@annals/contracts-deals';
import type { Staff } from '@annals/contracts-values';
import {
  onEach,
  projection,
  type CustomerNaming,
  type Of,
  type Projection,
  type RecordedEvent,
} from '@annals/event-sourcing';
import { withChange, withoutChange, type ListedChange } from './listed-changes.js';
import { listed, type ListedProfile } from './profile.js';
import { phonesOf, plain, termsOf } from './terms.js';
import { remembering } from './remembering.js';

export type ListedCustomer = {
  readonly customerId: string;
  readonly profile: ListedProfile;
  /** The next one first. */
  readonly coming: readonly ListedChange[];
  readonly owner: Staff | null;
  readonly lifecycle: LifecycleSummary;
  readonly lastContactAt: string | null;
  readonly registeredAt: string | null;
  /** The user who registered the customer, and owns it until an owner is assigned. */
  readonly registeredBy: string | null;
};

type Source = Exclude<
  CustomerEvent | ContactEvent | DealEvent | ComplaintEvent | OrderEvent,
  {
    type:
      'NeedEnded' | 'ConsentExpired' | 'ComplaintAssigned' | 'ComplaintEscalated' | 'OrderDelivered' | 'OrderCancelled';
  }
>;

// Most events leave the profile as it is, and to cut it into words costs more than all the rest.
const [terms, phones] = [remembering(termsOf), remembering(phonesOf)];

const BLANK = { profile: {}, coming: [], owner: null, lastContactAt: null, registeredAt: null, registeredBy: null };
const SORTS = ['sortName', 'registeredAt', 'lastContactAt'] as const;
const FILTERS = ['region', 'owner', 'state'] as const;

/** Every customer on one line, for searching, filtering and sorting. */
export const customerList = (
  thresholds: LifecycleThresholds,
): Projection<Source, ListedCustomer> & CustomerNaming<ListedCustomer> => {
  const next = (before: ListedCustomer | null, event: RecordedEvent<Source>): ListedCustomer => {
    const lifecycle = advance(thresholds, before && before.lifecycle, event);
    const customer = before ?? { ...BLANK, customerId: event.data.customerId, lifecycle };
    return { ...customer, ...STEPS[event.type]?.(customer, event as never), lifecycle };
  };

  const list = projection<Source, ListedCustomer>()({
    name: 'customer-list',
    version: 4,
    key: ({ data }) => data.customerId,
    on: onEach([...LIFECYCLE_TYPES, 'OwnerAssigned'], next),
    fields: {
      customer: { of: ({ customerId }) => customerId },
      sortName: { of: ({ profile: { name } }) => (name === undefined ? null : plain(name)) },
      code: { of: ({ profile: { code } }) => (code === undefined ? null : plain(code)) },
      region: { of: ({ profile }) => profile.region ?? null },
      owner: { of: ({ owner }) => owner && owner.id },
      state: { of: ({ lifecycle }) => lifecycle.change.to },
      registeredAt: { of: ({ registeredAt }) => registeredAt },
      lastContactAt: { of: ({ lastContactAt }) => lastContactAt },
      role: { each: ({ profile: { roles = [] } }) => roles },
      terms: { each: ({ profile }) => terms(profile) },
      phones: { each: ({ profile }) => phones(profile) },
      scopes: { each: scopesOf },
    },
    indexes: [['code'], ...SORTS.flatMap((sort) => [[sort], ...FILTERS.map((filter) => [filter, sort])])],
  });
  return { ...list, names: { customer: ({ profile }) => profile.name ?? null } };
};

/** The marks by which users reach a customer: `owner:u-4`, `region:east`, `department:key-accounts`. */
export const scopesOf = ({ profile, owner, registeredBy }: ListedCustomer): readonly string[] =>
  Object.entries({ owner: owner?.id ?? registeredBy, region: profile.region, department: profile.department }).flatMap(
    ([kind, id]) => (typeof id === 'string' ? [`${kind}:${id}`] : []),
  );

type Step<T> = (before: ListedCustomer, event: RecordedEvent<Of<Source, T>>) => Partial<ListedCustomer>;

const registered: Step<'CustomerRegistered'> = ({ profile }, { data, occurredAt, actor }) => ({
  profile: listed({ ...profile, ...data.profile }),
  registeredAt: occurredAt,
  registeredBy: actor,
});

const dataChanged: Step<'CustomerDataChanged'> = ({ profile, coming }, event) => {
  const { number, effectiveDate, changes } = event.data;
  if (number === undefined) return { profile: listed(withChanges(profile, changes)) };
  return { coming: withChange(coming, { number, effectiveDate, fields: changes.map(({ field }) => field) }) };
};

const changeTookEffect: Step<'DataChangeTookEffect'> = ({ profile, coming }, { data: { number, changes } }) => ({
  profile: listed(withChanges(profile, changes)),
  coming: withoutChange(coming, number),
});

const ownerAssigned: Step<'OwnerAssigned'> = (_, { data: { owner } }) => ({ owner });

const contactMade: Step<'ContactMade'> = ({ lastContactAt }, { occurredAt }) => ({
  // old contacts are loaded late
  lastContactAt: lastContactAt !== null && lastContactAt > occurredAt ? lastContactAt : occurredAt,
});

/** Every other type moves the lifecycle alone. */
const STEPS: Readonly<Record<string, (before: ListedCustomer, event: never) => Partial<ListedCustomer>>> = {
  CustomerRegistered: registered,
  CustomerDataChanged: dataChanged,
  DataChangeTookEffect: changeTookEffect,
  OwnerAssigned: ownerAssigned,
  ContactMade: contactMade,
};
