import { effectiveChanges, withChanges, type CustomerEvent, type CustomerProfile } from '@annals/contracts-customers';
import { projection, whenKnown, type Of, type RecordedEvent } from '@annals/event-sourcing';

type Units = Pick<Partial<CustomerProfile>, 'region' | 'department'>;

/** Who is responsible for a customer: the only facts that access to it depends on. */
export type CustomerPlace = {
  readonly customerId: string;
  /** Until an owner is assigned, the user who registered the customer. */
  readonly owner: string;
  readonly units: Units;
};

type Source = Of<
  CustomerEvent,
  'CustomerRegistered' | 'CustomerDataChanged' | 'DataChangeTookEffect' | 'OwnerAssigned'
>;
type Change = RecordedEvent<Of<Source, 'CustomerDataChanged' | 'DataChangeTookEffect'>>;

const UNITS = ['region', 'department'] as const;

const unitsIn = (profile: Partial<CustomerProfile>): Units =>
  Object.fromEntries(UNITS.flatMap((unit) => (profile[unit] === undefined ? [] : [[unit, profile[unit]]])));

const moved = whenKnown((place: CustomerPlace, event: Change) => ({
  ...place,
  units: unitsIn(withChanges(place.units as Partial<CustomerProfile>, effectiveChanges(event))),
}));

/** Folded from a customer's own stream alone, so that a command can be authorised by one stream. */
export const customerPlaces = projection<Source, CustomerPlace>()({
  name: 'customer-places',
  version: 1,
  key: ({ data }) => data.customerId,
  on: {
    CustomerRegistered: (_, { data: { customerId, profile }, actor }) => ({
      ...{ customerId, owner: actor, units: unitsIn(profile) },
    }),
    CustomerDataChanged: moved,
    DataChangeTookEffect: moved,
    OwnerAssigned: whenKnown((place, { data: { owner } }) => ({ ...place, owner: owner.id })),
  },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    /** What a reach is compared with: `owner:u-4`, `region:east`, `department:key-accounts`. */
    scopes: { each: ({ owner, units }) => Object.entries({ owner, ...units }).map(([kind, id]) => `${kind}:${id}`) },
  },
});
