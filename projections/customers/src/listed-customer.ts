import type { LifecycleSummary } from '@annals/analytics';
import type { Staff } from '@annals/contracts-values';
import type { ListedChange } from './listed-changes.js';
import type { ListedProfile } from './profile.js';

/** The document of a customer in the list. */
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

/** The marks by which users reach a customer: `owner:u-4`, `region:east`, `department:key-accounts`. */
export const scopesOf = ({ profile, owner, registeredBy }: ListedCustomer): readonly string[] =>
  Object.entries({ owner: owner?.id ?? registeredBy, region: profile.region, department: profile.department }).flatMap(
    ([kind, id]) => (typeof id === 'string' ? [`${kind}:${id}`] : []),
  );
