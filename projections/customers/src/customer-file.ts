import { asFieldChange, withChanges } from '@annals/contracts-customers';
import type { ContactPreference, CustomerEvent, CustomerProfile } from '@annals/contracts-customers';
import type { FieldChange, RecordedChange } from '@annals/contracts-customers';
import type { Staff } from '@annals/contracts-values';
import type { Of, Projection, RecordedEvent } from '@annals/event-sourcing';
import { consented, needClosed, needEnded, needRecorded, withdrawn, type Consent, type Need } from './wishes.js';

/** Lists have the newest first. */
export type CustomerFile = {
  readonly registeredAt: string | null;
  readonly profile: Partial<CustomerProfile>;
  /** The newest 20. */
  readonly changes: readonly ProfileChange[];
  /** At most 50 that take effect later, the next one first. */
  readonly coming: readonly ComingChange[];
  readonly owner: Staff | null;
  readonly preference: ContactPreference | null;
  /** The newest one of each person on each channel and purpose. */
  readonly consents: readonly Consent[];
  /** The newest 50. */
  readonly needs: readonly Need[];
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

type Source = Exclude<CustomerEvent, { type: 'CustomerLost' | 'CustomerWonBack' | 'CustomerFellSilent' }>;
type Step<T> = (file: CustomerFile, event: RecordedEvent<Of<Source, T>>) => Partial<CustomerFile>;

const MOST_CHANGES = 20;
const MOST_COMING = 50;

export const NO_FILE: CustomerFile = {
  ...{ registeredAt: null, profile: {}, changes: [], coming: [] },
  ...{ owner: null, preference: null, consents: [], needs: [] },
};

const step =
  <T extends Source['type']>(next: Step<T>) =>
  (file: CustomerFile | null, event: RecordedEvent<Of<Source, T>>): CustomerFile => {
    const before = file ?? NO_FILE;
    return { ...before, ...next(before, event) };
  };

/** What a customer's file says, and what the customer wishes. */
export const customerFile: Projection<Source, CustomerFile> = {
  name: 'customer-file',
  version: 2,
  key: ({ data }) => data.customerId,
  on: {
    CustomerRegistered: step(({ profile }, { data, occurredAt }) => ({
      profile: { ...profile, ...data.profile },
      registeredAt: occurredAt,
    })),
    CustomerDataChanged: step((file, { data, occurredAt }) => {
      const { number, changes, effectiveDate, reason, source } = data;
      if (number === undefined) return changed(file, changes, { changedAt: occurredAt, effectiveDate, reason, source });
      const why = { reason, source, knownSince: occurredAt };
      const change = { number, effectiveDate, changes: changes.map(asFieldChange), ...why };
      return { coming: [...file.coming, change].toSorted(inOrder).slice(0, MOST_COMING) };
    }),
    DataChangeTookEffect: step((file, { data, occurredAt: changedAt }) => {
      const { number, effectiveDate, changes } = data;
      const { reason = null, source = null } = file.coming.find((change) => change.number === number) ?? {};
      return {
        ...changed(file, changes, { changedAt, effectiveDate, reason, source }),
        coming: file.coming.filter((change) => change.number !== number),
      };
    }),
    OwnerAssigned: step((_, { data: { owner } }) => ({ owner })),
    NeedRecorded: step(({ needs }, event) => ({ needs: needRecorded(needs, event) })),
    NeedEnded: step(({ needs }, event) => ({ needs: needEnded(needs, event) })),
    NeedClosed: step(({ needs }, event) => ({ needs: needClosed(needs, event) })),
    ContactPreferenceSet: step((_, { data: { preference } }) => ({ preference })),
    ConsentGiven: step(({ consents }, event) => ({ consents: consented(consents, event) })),
    ConsentWithdrawn: step(({ consents }, event) => ({ consents: withdrawn(consents, event) })),
    ConsentExpired: step(({ consents }, event) => ({ consents: withdrawn(consents, event) })),
  },
};

const changed = (
  file: CustomerFile,
  changes: readonly RecordedChange[],
  why: Omit<ProfileChange, keyof FieldChange>,
) => ({
  profile: withChanges(file.profile, changes),
  changes: [...changes.map((change) => ({ ...asFieldChange(change), ...why })), ...file.changes].slice(0, MOST_CHANGES),
});

const inOrder = (one: ComingChange, other: ComingChange) =>
  one.effectiveDate.localeCompare(other.effectiveDate) || one.number - other.number;
