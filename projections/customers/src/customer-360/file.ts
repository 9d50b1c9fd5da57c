import { asFieldChange, withChanges, type CustomerEvent } from '@annals/contracts-customers';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { Consent, Customer360, Need } from './page.js';

type On<T> = RecordedEvent<Of<CustomerEvent, T>>;
type Changed<T> = (page: Customer360, event: On<T>) => Partial<Customer360>;

const MOST_CHANGES = 20;
const MOST_NEEDS = 50;

export const registered: Changed<'CustomerRegistered'> = ({ profile }, { data, occurredAt }) => ({
  profile: { ...profile, ...data.profile },
  registeredAt: occurredAt,
});

export const dataChanged: Changed<'CustomerDataChanged'> = (page, { data, occurredAt: changedAt }) => {
  const { effectiveDate, reason, source } = data;
  const changes = data.changes.map((change) => ({
    ...asFieldChange(change),
    changedAt,
    effectiveDate,
    reason,
    source,
  }));
  return {
    profile: withChanges(page.profile, data.changes),
    changes: [...changes, ...page.changes].slice(0, MOST_CHANGES),
  };
};

export const ownerAssigned: Changed<'OwnerAssigned'> = (_, { data: { owner } }) => ({ owner });

export const needRecorded: Changed<'NeedRecorded'> = ({ needs }, { data, occurredAt }) => {
  const { needId, description, duration, product = null, until = null } = data;
  const need: Need = { needId, description, duration, product, until, recordedAt: occurredAt };
  return { needs: [need, ...needs.filter((other) => other.needId !== needId)].slice(0, MOST_NEEDS) };
};

export const preferenceSet: Changed<'ContactPreferenceSet'> = (_, { data: { preference } }) => ({ preference });

export const consentGiven: Changed<'ConsentGiven'> = ({ consents }, { data, occurredAt }) =>
  said(consents, { ...word(data, occurredAt), given: true, expiresAt: data.expiresAt ?? null });

export const consentWithdrawn: Changed<'ConsentWithdrawn'> = ({ consents }, { data, occurredAt }) =>
  said(consents, { ...word(data, occurredAt), given: false, expiresAt: null });

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
