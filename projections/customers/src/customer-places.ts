import { NO_PROFILE, profileAfter } from '@annals/contracts-customers';
import type { CustomerEvent, CustomerProfile, DatedProfile } from '@annals/contracts-customers';
import { ifLatest } from '@annals/contracts-values';
import { projection, whenKnown, type Of, type RecordedEvent } from '@annals/event-sourcing';

type Units = Pick<Partial<CustomerProfile>, 'region' | 'department'>;

/** Who is responsible for a customer: the only facts that access to it depends on. */
export type CustomerPlace = DatedProfile<Units> & {
  readonly customerId: string;
  /** Until an owner is assigned, the user who registered the customer. */
  readonly owner: string;
  /** When the owner was assigned. */
  readonly ownerSince: string | null;
};

type Source = Of<
  CustomerEvent,
  'CustomerRegistered' | 'CustomerDataChanged' | 'DataChangeTookEffect' | 'OwnerAssigned'
>;
type Change = RecordedEvent<Of<Source, 'CustomerDataChanged' | 'DataChangeTookEffect'>>;

const UNITS = ['region', 'department'] as const;

const moved = whenKnown((place: CustomerPlace, event: Change) => profileAfter(place, event, UNITS));

/** Folded from a customer's own stream alone, so that a command can be authorised by one stream. */
export const customerPlaces = projection<Source, CustomerPlace>()({
  name: 'customer-places',
  version: 3,
  key: ({ data }) => data.customerId,
  on: {
    CustomerRegistered: (_, event) => ({
      ...{ customerId: event.data.customerId, owner: event.actor, ownerSince: null },
      ...profileAfter<DatedProfile<Units>>(NO_PROFILE, event, UNITS),
    }),
    CustomerDataChanged: moved,
    DataChangeTookEffect: moved,
    OwnerAssigned: whenKnown((place, { data: { owner }, occurredAt }) => ({
      ...place,
      ...ifLatest(occurredAt, place.ownerSince, { owner: owner.id, ownerSince: occurredAt }),
    })),
  },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    /** What a reach is compared with: `owner:u-4`, `region:east`, `department:key-accounts`. */
    scopes: {
      each: ({ owner, profile }) => Object.entries({ owner, ...profile }).map(([kind, id]) => `${kind}:${id}`),
    },
  },
});
