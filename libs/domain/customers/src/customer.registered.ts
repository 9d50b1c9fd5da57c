import type {
  ContactPreference,
  CustomerEvent,
  CustomerProfile,
  DatedProfile,
  RecordedChange,
} from '@annals/contracts-customers';
import { Changes, type Staff } from '@annals/contracts-values';
import { ImmutableMap, type Of } from '@annals/event-sourcing';
import { NO_WORDS, type Words } from './customer.consents.js';
import { NO_MERGES, type Merges } from './customer.merges.js';
import { numbersAfter, type PartNumbers } from './customer.parts.js';
import type { ChangeNotes, Told } from './customer.told.js';

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

/** A change that takes effect on its effective date. */
export type ComingChange = ChangeNotes & { readonly number: number; readonly changes: readonly RecordedChange[] };

/** That the customer was lost, or won back for a reason. */
export type Relation = { readonly loss: Omit<DataOf<'CustomerLost'>, 'customerId'> } | { readonly wonBack: string };

/** The state of a registered customer that the rules need. */
export type Registered = DatedProfile<CustomerProfile> & {
  readonly customerId: string;
  readonly registeredAt: string;
  /** Losses and returns, by when they occurred. */
  readonly relations: ImmutableMap<Relation>;
  /** The profile at registration. */
  readonly registeredAs: CustomerProfile;
  readonly partNumbers: PartNumbers;
  /** By effective date, then in the order in which they were recorded; `null` if it has taken effect. */
  readonly coming: ImmutableMap<ComingChange | null>;
  /** The number of all changes with a later effective date. */
  readonly laterChanges: number;
  /** By when they were assigned. */
  readonly owners: ImmutableMap<Staff>;
  /** All values that the profile had after its registration: see `toldKey`. */
  readonly told: ImmutableMap<Told>;
  /** The latest change of each address and contact person, by `partKey`. */
  readonly partChanges: Changes<ChangeNotes>;
  /** With the time since when there is the need. */
  readonly needs: ImmutableMap<{ readonly need: DataOf<'NeedRecorded'>; readonly since: string }>;
  /** By the id of the need, whether its last day is over. */
  readonly endedNeeds: ImmutableMap<true>;
  /** By the id of the need, outcome and reason of its closing. */
  readonly closedNeeds: ImmutableMap<DataOf<'NeedClosed'>>;
  /** By when they were expressed. */
  readonly preferences: ImmutableMap<ContactPreference>;
  readonly words: Words;
  readonly merges: Merges;
  /** The last recorded silence. */
  readonly silence: Omit<DataOf<'CustomerFellSilent'>, 'customerId'> | null;
};

/** `null` until the customer is registered. */
export type Customer = Registered | null;

/** The other customer of a command about two. */
export type Other = Customer | undefined;

/** A customer of whom nothing but the registration is known. */
export const begun = (customerId: string, profile: CustomerProfile, registeredAt: string): Registered => ({
  customerId,
  relations: ImmutableMap.empty(),
  registeredAs: profile,
  ...{ profile, since: {}, registeredAt },
  partNumbers: numbersAfter(customerId, profile),
  coming: ImmutableMap.empty(),
  laterChanges: 0,
  owners: ImmutableMap.empty(),
  told: ImmutableMap.empty(),
  partChanges: Changes.none(),
  needs: ImmutableMap.empty(),
  endedNeeds: ImmutableMap.empty(),
  closedNeeds: ImmutableMap.empty(),
  preferences: ImmutableMap.empty(),
  words: NO_WORDS,
  merges: NO_MERGES,
  silence: null,
});
