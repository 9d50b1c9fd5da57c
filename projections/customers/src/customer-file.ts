import { asFieldChange, NO_PROFILE, profileAfter } from '@annals/contracts-customers';
import type { ContactPreference, CustomerEvent, DatedProfile } from '@annals/contracts-customers';
import type { FieldChange } from '@annals/contracts-customers';
import { ifLatest, insertNewest, type Staff } from '@annals/contracts-values';
import { revised, whenKnown, type Of, type Projection, type RecordedEvent } from '@annals/event-sourcing';
import { withMerged, withoutMerged, type MergedCustomer } from './merged-customers.js';
import {
  consented,
  expired,
  forgotten,
  needClosed,
  needEnded,
  needRecorded,
  withdrawn,
  type Consent,
  type Need,
} from './wishes.js';

/** Lists have the newest first. */
export type CustomerFile = DatedProfile & {
  /** The newest 20, by effective date. */
  readonly changes: readonly ProfileChange[];
  /** At most 50 that take effect later, the next one first. */
  readonly coming: readonly ComingChange[];
  readonly owner: Staff | null;
  /** When the owner was assigned. */
  readonly ownerSince: string | null;
  readonly preference: ContactPreference | null;
  /** When the preference was expressed. */
  readonly preferenceSince: string | null;
  /** The newest one of each person on each channel and purpose. */
  readonly consents: readonly Consent[];
  /** The newest 50. */
  readonly needs: readonly Need[];
  /** The newest 50 customers that are merged into this one. */
  readonly merged: readonly MergedCustomer[];
  readonly revision: number;
};

export type ProfileChange = FieldChange & {
  readonly changedAt: string;
  readonly effectiveDate: string;
  readonly reason: string | null;
  readonly source: string | null;
};

/** `number` tells the customer's changes apart that take effect later; `knownSince` is when this one was made known. */
export type ComingChange = {
  readonly number: number;
  readonly effectiveDate: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
  readonly source: string | null;
  readonly knownSince: string;
};

type Unstamped = Omit<CustomerFile, 'revision'>;
type Step<T> = (file: Unstamped, event: RecordedEvent<Of<CustomerEvent, T>>) => Partial<Unstamped>;

const MOST_CHANGES = 20;
const MOST_COMING = 50;

export const NO_FILE: Unstamped = {
  ...{ ...NO_PROFILE, changes: [], coming: [] },
  ...{ owner: null, ownerSince: null, preference: null, preferenceSince: null, consents: [], needs: [], merged: [] },
};

const step =
  <T extends CustomerEvent['type']>(next: Step<T>) =>
  (file: Unstamped | null, event: RecordedEvent<Of<CustomerEvent, T>>): Unstamped => {
    const before = file ?? NO_FILE;
    return { ...before, ...next(before, event) };
  };

/** Of the lifecycle only the revision is in the file. */
const nothingElse = whenKnown((file: Unstamped) => file);

/** What a customer's file says, and what the customer wishes. */
export const customerFile: Projection<CustomerEvent, CustomerFile> = {
  name: 'customer-file',
  version: 7,
  key: ({ data }) => data.customerId,
  on: revised<CustomerEvent, CustomerFile>({
    CustomerRegistered: step((file, event) => profileAfter(file, event)),
    CustomerDataChanged: step((file, event) => {
      const { data, occurredAt } = event;
      const { number, changes, effectiveDate, reason, source } = data;
      if (number === undefined) return changed(file, event, { changedAt: occurredAt, effectiveDate, reason, source });
      const why = { reason, source, knownSince: occurredAt };
      const change = { number, effectiveDate, changes: changes.map(asFieldChange), ...why };
      return { coming: [...file.coming, change].toSorted(inOrder).slice(0, MOST_COMING) };
    }),
    DataChangeTookEffect: step((file, event) => {
      const { data, occurredAt: changedAt } = event;
      const { number, effectiveDate } = data;
      const { reason = null, source = null } = file.coming.find((change) => change.number === number) ?? {};
      return {
        ...changed(file, event, { changedAt, effectiveDate, reason, source }),
        coming: file.coming.filter((change) => change.number !== number),
      };
    }),
    OwnerAssigned: step(({ ownerSince }, { data: { owner }, occurredAt }) =>
      ifLatest(occurredAt, ownerSince, { owner, ownerSince: occurredAt }),
    ),
    NeedRecorded: step(({ needs }, event) => ({ needs: needRecorded(needs, event) })),
    NeedEnded: step(({ needs }, event) => ({ needs: needEnded(needs, event) })),
    NeedClosed: step(({ needs }, event) => ({ needs: needClosed(needs, event) })),
    ContactPreferenceSet: step(({ preferenceSince }, { data: { preference }, occurredAt }) =>
      ifLatest(occurredAt, preferenceSince, { preference, preferenceSince: occurredAt }),
    ),
    ConsentGiven: step(({ consents }, event) => ({ consents: consented(consents, event) })),
    ConsentWithdrawn: step(({ consents }, event) => ({ consents: withdrawn(consents, event) })),
    ConsentExpired: step(({ consents }, event) => ({ consents: expired(consents, event) })),
    CustomerLost: nothingElse,
    CustomerWonBack: nothingElse,
    CustomerFellSilent: nothingElse,
    CustomerWithdrawn: () => null,
    MergeBegun: nothingElse,
    MergeAbandoned: nothingElse,
    CustomerRestored: nothingElse,
    CustomersMerged: step(({ merged }, event) => ({ merged: withMerged(merged, event) })),
    MergeUndone: step(({ merged, consents }, { data: { mergedId, unsaid } }) => ({
      merged: withoutMerged(merged, mergedId),
      consents: forgotten(consents, unsaid),
    })),
  }),
};

type Changed = RecordedEvent<Of<CustomerEvent, 'CustomerDataChanged' | 'DataChangeTookEffect'>>;

const changed = (file: Unstamped, event: Changed, why: Omit<ProfileChange, keyof FieldChange>) => {
  const changes = event.data.changes.map((change) => ({ ...asFieldChange(change), ...why }));
  return {
    ...profileAfter(file, event),
    changes: insertNewest(
      file.changes,
      changes,
      ({ effectiveDate, changedAt }) => `${effectiveDate} ${changedAt}`,
      MOST_CHANGES,
    ),
  };
};

const inOrder = (one: ComingChange, other: ComingChange) =>
  one.effectiveDate.localeCompare(other.effectiveDate) || one.number - other.number;
