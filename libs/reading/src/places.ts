import { OWNER, type Organisation, type Reach } from '@annals/access';
import type { ListedView } from '@annals/event-sourcing';

/** Filters that every list of records about customers has, unless it has a field of that name, and what they say. */
export const PLACES = {
  owner: 'Users who are responsible for the customer',
  department: 'Departments that the customer, or the user responsible for it, belongs to, with those in them',
  region: 'Regions that the customer belongs to, with those in them',
} as const;

type Place = keyof typeof PLACES;

/** The filters by the place of the customer that a list has. */
export const placesFor = ({ fields }: ListedView): readonly Place[] =>
  'customer' in fields ? (Object.keys(PLACES) as Place[]).filter((place) => !(place in fields)) : [];

/** What customers are within whose place is one of these. */
export const reachOf = (organisation: Organisation, place: Place, values: readonly string[]): Reach =>
  new Set(place === 'owner' ? values.map((id) => `${OWNER}${id}`) : organisation.keysOf(place, values));
