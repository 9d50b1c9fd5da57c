import { consentKey, type ConsentKind, type CustomerEvent } from '@annals/contracts-customers';
import { insertNewest, isLatest, type Channel, type Purpose } from '@annals/contracts-values';
import type { Of, RecordedEvent } from '@annals/event-sourcing';

type On<T> = RecordedEvent<Of<CustomerEvent, T>>;

/** One that has expired is not given any more and keeps its `expiresAt`. */
export type Consent = {
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** The contact person who consents; `null` for the customer. */
  readonly personId: string | null;
  readonly given: boolean;
  readonly since: string;
  readonly expiresAt: string | null;
};

export type Need = {
  readonly needId: string;
  readonly description: string;
  readonly duration: 'lasting' | 'temporary';
  readonly product: string | null;
  readonly until: string | null;
  /** When its last day was over, or when it was closed. */
  readonly endedAt: string | null;
  /** Outcome and reason of its closing; `null` if it was not closed by a user. */
  readonly closed: { readonly outcome: 'fulfilled' | 'lapsed'; readonly reason: string } | null;
  readonly recordedAt: string;
};

const MOST_NEEDS = 50;

export const needRecorded = (needs: readonly Need[], { data, occurredAt }: On<'NeedRecorded'>): readonly Need[] => {
  const { needId, description, duration, product = null, until = null } = data;
  const need: Need = {
    needId,
    description,
    duration,
    product,
    until,
    endedAt: null,
    closed: null,
    recordedAt: occurredAt,
  };
  const others = needs.filter((other) => other.needId !== needId);
  return insertNewest(others, [need], ({ recordedAt }) => recordedAt, MOST_NEEDS);
};

export const needEnded = (needs: readonly Need[], { data, occurredAt: endedAt }: On<'NeedEnded'>): readonly Need[] =>
  needs.map((need) => (need.needId === data.needId ? { ...need, endedAt } : need));

export const needClosed = (
  needs: readonly Need[],
  { data: { needId, outcome, reason }, occurredAt: endedAt }: On<'NeedClosed'>,
): readonly Need[] =>
  needs.map((need) => (need.needId === needId ? { ...need, endedAt, closed: { outcome, reason } } : need));

export const consented = (consents: readonly Consent[], { data, occurredAt }: On<'ConsentGiven'>) => {
  const { channel, purpose, personId = null, expiresAt = null } = data;
  return newest(consents, { channel, purpose, personId, given: true, since: occurredAt, expiresAt });
};

export const withdrawn = (consents: readonly Consent[], { data, occurredAt }: On<'ConsentWithdrawn'>) => {
  const { channel, purpose, personId = null } = data;
  return newest(consents, { channel, purpose, personId, given: false, since: occurredAt, expiresAt: null });
};

/** Only the consent itself expires, not what was said later. */
export const expired = (consents: readonly Consent[], { data, occurredAt }: On<'ConsentExpired'>) => {
  const { channel, purpose, personId = null, expiresAt } = data;
  const consent = { channel, purpose, personId, given: false, since: occurredAt, expiresAt };
  const known = consents.find((other) => consentKey(other) === consentKey(consent));
  return !known || (known.given && known.expiresAt === expiresAt) ? newest(consents, consent) : consents;
};

/** Of each kind the one that was expressed last, whenever it was recorded. */
const newest = (consents: readonly Consent[], consent: Consent): readonly Consent[] => {
  const others = consents.filter((other) => consentKey(other) !== consentKey(consent));
  const known = consents.find((other) => consentKey(other) === consentKey(consent));
  if (known && !isLatest(consent.since, known.since)) return consents;
  return insertNewest(others, [consent], ({ since }) => since, others.length + 1);
};

/** As if nothing had been said of these kinds. */
export const forgotten = (consents: readonly Consent[], kinds: readonly ConsentKind[]): readonly Consent[] => {
  const keys = new Set(kinds.map(consentKey));
  return consents.filter((consent) => !keys.has(consentKey(consent)));
};
