import { LIFECYCLE_TYPES, periodsIn, zoneOf } from '@annals/analytics';
import type { InTimeZone, LifecycleThresholds } from '@annals/analytics';
import { ROLES, type CustomerEvent } from '@annals/contracts-customers';
import { ifLatest } from '@annals/contracts-values';
import { folded, queryTerms, type PhoneRegion } from '@annals/text';
import { configured, instant, onEach, text, texts, view } from '@annals/event-sourcing';
import { whenKnown, type Of, type RecordedEvent } from '@annals/event-sourcing';
import { z } from 'zod';
import { courseAfter } from './course.js';
import { customerRow, rowOf } from './customer-row.js';
import { withChange, withoutChange } from './listed-changes.js';
import { BLANK, inAll, listedAfter, ownerOf, scopesOf, withMergedFile } from './listed-customer.js';
import type { ListedCustomer } from './listed-customer.js';
import { PERSONAL } from './listed-personal.js';
import type { ListedEvent } from './listed-events.js';
import { movesOf } from './months.js';
import type { ListedProfile } from './profile.js';
import { remembering } from './remembering.js';
import { FOUND_BY, phonesOf, termsOf } from './terms.js';
import { openTraits, personalTraits, traitOf, traitsIn } from './traits.js';
import { lifecycleState } from './lifecycle-state.js';

/** What the list depends on. */
export type ListSettings = InTimeZone & { readonly lifecycle: LifecycleThresholds; readonly phoneRegion: PhoneRegion };

const settingsOf = ({ lifecycle: thresholds, phoneRegion, ...company }: ListSettings) => ({
  thresholds,
  phoneRegion,
  ...zoneOf(company),
});

const SORTS = ['name', 'registeredAt', 'lastContactAt'] as const;
const FILTERS = ['region', 'owner', 'state'] as const;
const TYPES = [...LIFECYCLE_TYPES, 'OwnerAssigned'] as const;

/**
 * Every customer on one line, for searching, filtering and sorting, and where it stands in its lifecycle. Numbers without a
 * country code are read as numbers of the customer's country, else of `phoneRegion`.
 */
export const customerList = configured(settingsOf, ({ thresholds, phoneRegion, timeZone }) => {
  const { monthOf } = periodsIn(timeZone);
  // Most events leave the profile as it is, and to cut it into words costs more than all the rest.
  const terms = remembering((profile: ListedProfile) => termsOf(profile, phoneRegion));
  const phones = remembering((profile: ListedProfile) => phonesOf(profile, phoneRegion));

  const open = remembering((profile: ListedProfile) => traitsIn(openTraits, profile));
  const personal = remembering((profile: ListedProfile) => traitsIn(personalTraits, profile));

  const advanced = (before: ListedCustomer | null, event: RecordedEvent<ListedEvent>, customerId: string) => {
    const course = courseAfter(thresholds, monthOf, before, event);
    return { ...(before ?? { ...BLANK, customerId }), ...course };
  };
  const next = (before: ListedCustomer | null, event: RecordedEvent<ListedEvent>): ListedCustomer => {
    const customer = advanced(before, event, event.data.customerId);
    return { ...customer, ...STEPS[event.type]?.(customer, event as never) };
  };
  const aside = (before: ListedCustomer | null, event: RecordedEvent<Profiled>): ListedCustomer =>
    withMergedFile(before ?? advanced(null, event, event.subject), event);

  return view<ListedEvent | Of<CustomerEvent, 'CustomerWithdrawn'>, ListedCustomer>()({
    name: 'customer-list',
    version: 14,
    key: ({ data }) => data.customerId,
    aside: onEach(['CustomerRegistered', 'CustomerDataChanged', 'DataChangeTookEffect'], aside),
    on: { ...onEach(TYPES, next), DealWithdrawn: whenKnown(next), CustomerWithdrawn: () => null },
    fields: {
      customer: text(({ customerId }) => customerId),
      name: text(({ profile: { name } }) => (name === undefined ? null : folded(name)), { personal: true }),
      code: text(({ profile: { code } }) => (code === undefined ? null : folded(code))),
      region: text(({ profile }) => profile.region ?? null),
      owner: text(ownerOf),
      state: text(({ lifecycle }) => lifecycle.change.to, { schema: lifecycleState }),
      registeredAt: instant(({ registeredAt }) => registeredAt),
      lastContactAt: instant(({ lastContactAt }) => lastContactAt),
      since: instant(({ lifecycle }) => lifecycle.change.since),
      dueAt: instant(({ dueAt }) => dueAt),
      returnedAt: instant(({ returnedAt }) => returnedAt),
      moves: texts(({ months }) => movesOf(months)),
      role: texts(({ profile: { roles = [] } }) => roles, { schema: z.enum(ROLES) }),
      traits: texts(({ profile }) => open(profile)),
      personalTraits: texts(({ profile }) => personal(profile), { personal: true }),
      terms: texts((customer) => inAll(customer, terms), { personal: true }),
      phones: texts((customer) => inAll(customer, phones), { personal: true }),
      mergedCode: texts(({ merged }) =>
        merged.flatMap(({ profile: { code } }) => (code === undefined ? [] : folded(code))),
      ),
      scopes: texts(scopesOf),
    },
    indexes: [
      ...([['customer'], ['code'], ['dueAt'], ['returnedAt'], ['state', 'since']] as const),
      ...SORTS.flatMap((sort) => [[sort] as const, ...FILTERS.map((filter) => [filter, sort] as const)]),
    ],
    personal: PERSONAL,
    answer: { schema: customerRow, of: rowOf },
    list: {
      path: 'customers',
      summary: {
        en: 'Search customers by words, owner, region, role, lifecycle state, country, city and segmentation',
        zh: '按关键词、负责人、区域、角色、生命周期状态、国家、城市和细分变量搜索客户',
      },
      record: { name: 'Customer', en: 'customer', zh: '客户', id: 'customerId', schema: 'CustomerRow', one: null },
      needs: 'customers.read',
      filters: ['customer', 'region', 'owner', 'role', 'state'],
      facets: [
        { field: 'traits', of: openTraits, as: traitOf },
        { field: 'personalTraits', of: personalTraits, as: traitOf },
      ],
      search: { field: 'terms', words: (text) => queryTerms(text, phoneRegion), of: FOUND_BY },
      ranges: ['registeredAt', 'lastContactAt'],
      sorts: [...SORTS],
      ...{ past: false, most: 200 },
    },
    namedAs: { customer: { of: ({ profile: { name = null } }) => name, personal: true } },
  });
});

type Profiled = Of<ListedEvent, 'CustomerRegistered' | 'CustomerDataChanged' | 'DataChangeTookEffect'>;

type Step<T> = (before: ListedCustomer, event: RecordedEvent<Of<ListedEvent, T>>) => Partial<ListedCustomer>;

const registered: Step<'CustomerRegistered'> = (customer, event) => ({
  ...listedAfter(customer, event),
  registeredBy: event.actor,
});

const dataChanged: Step<'CustomerDataChanged'> = (customer, event) => {
  const { number, effectiveDate, changes } = event.data;
  if (number === undefined) return listedAfter(customer, event);
  return { coming: withChange(customer.coming, { number, effectiveDate, fields: changes.map(({ field }) => field) }) };
};

const changeTookEffect: Step<'DataChangeTookEffect'> = (customer, event) => ({
  ...listedAfter(customer, event),
  coming: withoutChange(customer.coming, event.data.number),
});

const ownerAssigned: Step<'OwnerAssigned'> = ({ ownerSince }, { data: { owner }, occurredAt }) =>
  ifLatest(occurredAt, ownerSince, { owner, ownerSince: occurredAt });

const contactMade: Step<'ContactMade'> = ({ lastContactAt }, { occurredAt }) =>
  ifLatest(occurredAt, lastContactAt, { lastContactAt: occurredAt });

/** Every other type moves the lifecycle alone. */
const STEPS: Readonly<Record<string, (before: ListedCustomer, event: never) => Partial<ListedCustomer>>> = {
  CustomerRegistered: registered,
  CustomerDataChanged: dataChanged,
  DataChangeTookEffect: changeTookEffect,
  OwnerAssigned: ownerAssigned,
  ContactMade: contactMade,
};
