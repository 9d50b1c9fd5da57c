import type { Allowance, Contact, ContactEvent } from '@annals/contracts-contacts';
import { consentKey, type ConsentKind } from '@annals/contracts-customers';
import type { Purpose } from '@annals/contracts-values';
import { ImmutableMap, type Decider } from '@annals/event-sourcing';
import { withTime, type Times } from './frequency.js';

/** What the rules need of the contacts with one customer. */
export type Contacts = {
  /** By id: a contact is recorded once. */
  readonly made: ImmutableMap<Contact>;
  /** The outbound contacts for purposes with a frequency cap. */
  readonly times: Times;
  readonly allowances: ImmutableMap<Allowance>;
  /** The exceptions that no contact has used, by kind of contact; `null` once it is used. */
  readonly unused: ImmutableMap<Allowance | null>;
};

export const NO_CONTACTS: Contacts = {
  made: ImmutableMap.empty(),
  times: ImmutableMap.empty(),
  allowances: ImmutableMap.empty(),
  unused: ImmutableMap.empty(),
};

/** The exception that a contact of this kind may use at a moment. */
export const allowanceFor = ({ unused }: Contacts, kind: ConsentKind, at: Date): Allowance | undefined => {
  const allowance = unused.get(consentKey(kind));
  return allowance && Date.parse(allowance.from) <= at.getTime() && at.getTime() <= Date.parse(allowance.until)
    ? allowance
    : undefined;
};

export const evolveContacts = (capped: readonly Purpose[]): Decider<never, Contacts, ContactEvent>['evolve'] => ({
  ContactMade: (contacts, made) => {
    const { contactId, contactedAt, direction, purpose, allowanceId } = made;
    const isCounted = direction === 'outbound' && capped.includes(purpose);
    const used = allowanceId === undefined ? undefined : contacts.allowances.get(allowanceId);
    return {
      ...contacts,
      made: contacts.made.with(contactId, made),
      ...(isCounted && { times: withTime(contacts.times, contactedAt) }),
      ...(used && { unused: contacts.unused.with(consentKey(used), null) }),
    };
  },
  ContactAllowed: (contacts, allowance) => ({
    ...contacts,
    allowances: contacts.allowances.with(allowance.allowanceId, allowance),
    unused: contacts.unused.with(consentKey(allowance), allowance),
  }),
});
