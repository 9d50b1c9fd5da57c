import { asFieldChange, withChanges } from '@annals/contracts-customers';
import type { CustomerEvent, FieldChange, RecordedChange } from '@annals/contracts-customers';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { ComingChange, Consent, Customer360, Need, ProfileChange } from './page.js';

type On<T> = RecordedEvent<Of<CustomerEvent, T>>;
type Changed<T> = (page: Customer360, event: On<T>) => Partial<Customer360>;

const MOST_CHANGES = 20;
const MOST_NEEDS = 50;
const MOST_COMING = 50;

export const registered: Changed<'CustomerRegistered'> = ({ profile }, { data, occurredAt }) => ({
  profile: { ...profile, ...data.profile },
  registeredAt: occurredAt,
});

export const dataChanged: Changed<'CustomerDataChanged'> = (page, { data, occurredAt }) => {
  const { number, changes, effectiveDate, reason, source } = data;
  if (number === undefined) return changed(page, changes, { changedAt: occurredAt, effectiveDate, reason, source });
  const why = { reason, source, knownSince: occurredAt };
  const change = { number, effectiveDate, changes: changes.map(asFieldChange), ...why };
  return { coming: [...page.coming, change].toSorted(inOrder).slice(0, MOST_COMING) };
};

export const changeTookEffect: Changed<'DataChangeTookEffect'> = (page, { data, occurredAt: changedAt }) => {
  const { number, effectiveDate, changes } = data;
  const { reason = null, source = null } = page.coming.find((change) => change.number === number) ?? {};
  return {
    ...changed(page, changes, { changedAt, effectiveDate, reason, source }),
    coming: page.coming.filter((change) => change.number !== number),
  };
};

const changed = (
  page: Customer360,
  changes: readonly RecordedChange[],
  why: Omit<ProfileChange, keyof FieldChange>,
) => ({
  profile: withChanges(page.profile, changes),
  changes: [...changes.map((change) => ({ ...asFieldChange(change), ...why })), ...page.changes].slice(0, MOST_CHANGES),
});

const inOrder = (one: ComingChange, other: ComingChange) =>
  one.effectiveDate.localeCompare(other.effectiveDate) || one.number - other.number;

export const ownerAssigned: Changed<'OwnerAssigned'> = (_, { data: { owner } }) => ({ owner });

export const needRecorded: Changed<'NeedRecorded'> = ({ needs }, { data, occurredAt }) => {
  const { needId, description, duration, product = null, until = null } = data;
  const need: Need = { needId, description, duration, product, until, endedAt: null, recordedAt: occurredAt };
  return { needs: [need, ...needs.filter((other) => other.needId !== needId)].slice(0, MOST_NEEDS) };
};

export const needEnded: Changed<'NeedEnded'> = ({ needs }, { data: { needId }, occurredAt: endedAt }) => ({
  needs: needs.map((need) => (need.needId === needId ? { ...need, endedAt } : need)),
});

export const preferenceSet: Changed<'ContactPreferenceSet'> = (_, { data: { preference } }) => ({ preference });

export const consentGiven: Changed<'ConsentGiven'> = ({ consents }, { data, occurredAt }) =>
  said(consents, { ...word(data, occurredAt), given: true, expiresAt: data.expiresAt ?? null });

export const consentWithdrawn: Changed<'ConsentWithdrawn'> = ({ consents }, { data, occurredAt }) =>
  said(consents, { ...word(data, occurredAt), given: false, expiresAt: null });

export const consentExpired: Changed<'ConsentExpired'> = ({ consents }, { data, occurredAt }) =>
  said(consents, { ...word(data, occurredAt), given: false, expiresAt: data.expiresAt });

const word = ({ channel, purpose }: Pick<Consent, 'channel' | 'purpose'>, since: string) => ({
  channel,
  purpose,
  since,
});

const said = (consents: readonly Consent[], consent: Consent) => ({
  consents: [
    consent,
    ...consents.filter(({ channel, purpose }) => channel !== consent.channel || purpose !== consent.purpose),
  ],
});
