import type { Contact } from '@annals/contracts-contacts';
import {
  asFieldChange,
  customerStream,
  filesIn,
  knownCustomer,
  NO_PROFILE,
  NOT_KNOWN,
  personIdOf,
  profileAfter,
  type CustomerEvent,
  type CustomerProfile,
  type DatedProfile,
  type KnownCustomer,
  type ProfileEvent,
} from '@annals/contracts-customers';
import { ImmutableMap, type Of, type RecordedEvent } from '@annals/event-sourcing';
import { contactsStream } from './contact.streams.js';
import { forgetting, NO_WISHES, permitting, type Wishes, type Word } from './wishes.js';

/** The customer's preferences and consents about contacts; `words` in the order in which they were expressed. */
export type Addressee = {
  readonly kind: CustomerProfile['kind'] | null;
  /** Of the profile only what records of contacts keep. */
  readonly place: DatedProfile<Pick<Partial<CustomerProfile>, 'department'>>;
  readonly words: ImmutableMap<Word>;
  /** The names of all contact persons that the customer ever had, by id. */
  readonly persons: ImmutableMap<string>;
  /** Into whom it is merged, and who is merged into it. */
  readonly known: KnownCustomer;
  /** The outbound contacts with the merged customers. */
  readonly others: ImmutableMap<Pick<Contact, 'purpose' | 'contactedAt'>>;
};

/** The wishes at a moment, in milliseconds: by when they were expressed, not by when they were recorded. */
export const wishesAt = ({ words }: Addressee, moment: number): Wishes =>
  words
    .values()
    .filter(({ at }) => at <= moment)
    .reduce<Wishes>((wishes, { change }) => change(wishes), NO_WISHES);

/** The customer, one of its contact persons, or a stranger: a person of the customer without an entry in its file. */
export type Reached = { readonly personId: string | undefined; readonly isStranger: boolean };

/** A name stands for the contact person who has it; of an organisation, a name that nobody has is that of a stranger. */
export const reachedBy = (
  { kind, persons }: Addressee,
  { customerId, personId, person }: Pick<Contact, 'customerId' | 'personId' | 'person'>,
): Reached => {
  if (personId !== undefined) return { personId: personIdOf(customerId, personId), isStranger: false };
  if (person === undefined) return { personId, isStranger: false };
  const [named] = [...persons].find(([, name]) => name === person) ?? [];
  return { personId: named, isStranger: named === undefined && kind === 'organisation' };
};

const heard = (to: Addressee, event: RecordedEvent, change: Word['change']): Addressee => ({
  ...to,
  words: to.words.with(placeOf(event), { at: Date.parse(event.occurredAt), change }),
});

/** Sorts by `occurredAt`, then by position. */
const placeOf = ({ occurredAt, position }: RecordedEvent) => `${occurredAt} ${`${position}`.padStart(16, '0')}`;

type Person = { readonly personId: string; readonly name: string };

const knowing = (persons: Addressee['persons'], more: readonly Person[] = []) =>
  more.reduce((known, { personId, name }) => known.with(personId, name), persons);

/** Contact persons of a change that takes effect later are known at once: their consents may be there before. */
const changed = (to: Addressee, { changes }: DataOf<Change>, event: RecordedEvent): Addressee => {
  const persons = changes.map(asFieldChange).filter(({ field }) => field === 'contactPersons');
  return {
    ...placed(to, event),
    persons: persons.reduce((known, { after }) => knowing(known, (after ?? []) as Person[]), to.persons),
  };
};

const placed = (to: Addressee, event: RecordedEvent): Addressee => ({
  ...to,
  place: profileAfter(to.place, event as RecordedEvent & ProfileEvent, ['department']),
});

type Change = 'CustomerDataChanged' | 'DataChangeTookEffect';

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

const UNKNOWN: Addressee = {
  ...{ kind: null, place: NO_PROFILE },
  ...{ words: ImmutableMap.empty(), persons: ImmutableMap.empty() },
  ...{ known: NOT_KNOWN, others: ImmutableMap.empty() },
};

/** The steps of what is known of the customer. */
const joining = Object.fromEntries(
  (['MergeBegun', 'MergeAbandoned', 'CustomerRestored', 'CustomersMerged'] as const).map((type) => [
    type,
    (to: Addressee, data: never): Addressee => ({ ...to, known: knownCustomer[type](to.known, data) }),
  ]),
);

/** As if nothing had been said of these kinds. */
const parted = (to: Addressee, undone: DataOf<'MergeUndone'>, event: RecordedEvent): Addressee => ({
  ...heard(to, event, (wishes) => undone.unsaid.reduce(forgetting, wishes)),
  known: knownCustomer.MergeUndone(to.known, undone),
});

export const addressee = {
  stream: ({ customerId }: { readonly customerId: string }) => customerStream(customerId),
  further: ({ known }: Addressee) => filesIn(known).map(contactsStream),
  join: (one: Addressee, other: Addressee): Addressee => ({ ...one, others: one.others.withAll(other.others) }),
  initial: UNKNOWN,
  evolve: {
    CustomerRegistered: (to: Addressee, { profile }: DataOf<'CustomerRegistered'>, event: RecordedEvent) => ({
      ...placed(to, event),
      kind: profile.kind,
      persons: knowing(to.persons, profile.contactPersons),
    }),
    CustomerWithdrawn: () => UNKNOWN,
    CustomerDataChanged: changed,
    DataChangeTookEffect: changed,
    ContactPreferenceSet: (to: Addressee, { preference }: DataOf<'ContactPreferenceSet'>, event: RecordedEvent) =>
      heard(to, event, (wishes) => ({ ...wishes, preference })),
    ConsentGiven: (to: Addressee, given: DataOf<'ConsentGiven'>, event: RecordedEvent) =>
      heard(to, event, permitting(given, { given: true, expiresAt: given.expiresAt })),
    ConsentWithdrawn: (to: Addressee, withdrawn: DataOf<'ConsentWithdrawn'>, event: RecordedEvent) =>
      heard(to, event, permitting(withdrawn, { given: false })),
    ...joining,
    MergeUndone: parted,
    ContactMade: (to: Addressee, { direction, purpose, contactedAt }: Contact, event: RecordedEvent): Addressee =>
      direction === 'outbound' ? { ...to, others: to.others.with(placeOf(event), { purpose, contactedAt }) } : to,
  },
};
