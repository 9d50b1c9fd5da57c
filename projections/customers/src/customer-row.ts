import type { LifecycleState } from '@annals/analytics';
import type { CustomerProfile } from '@annals/contracts-customers';
import type { Staff } from '@annals/contracts-values';
import type { ListedCustomer } from './customer-list.js';
import type { ListedChange } from './listed-changes.js';
import { placeOf, shown } from './profile.js';

/** A line of the list; `null` is what is not known. */
export type CustomerRow = {
  readonly customerId: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly kind: CustomerProfile['kind'] | null;
  readonly roles: CustomerProfile['roles'];
  readonly region: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly owner: Staff | null;
  readonly state: LifecycleState;
  readonly lastContactAt: string | null;
  readonly registeredAt: string | null;
  /** Changes that take effect later, the next one first; what they change is on the customer's page. */
  readonly coming: readonly ListedChange[];
};

const UNKNOWN = { name: null, code: null, kind: null, roles: [], region: null, phone: null, email: null };

export const rowOf = (customer: ListedCustomer): CustomerRow => {
  const { customerId, profile, coming, owner, lifecycle, lastContactAt, registeredAt } = customer;
  const row = { customerId, owner, lastContactAt, registeredAt, coming, state: lifecycle.change.to };
  return { ...row, ...UNKNOWN, ...shown(profile), ...placeOf(profile) };
};
