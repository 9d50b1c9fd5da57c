import type { Contact } from '@annals/contracts-contacts';
import { customerStream, type Consent, type ContactPreference, type CustomerEvent } from '@annals/contracts-customers';
import { ImmutableMap, type Of, type RecordedEvent } from '@annals/event-sourcing';

/** The customer's preferences and consents about contacts; `words` in the order in which they were expressed. */
export type Addressee = { readonly registered: boolean; readonly words: ImmutableMap<Word> };

/** A change of the customer's wishes; `at` is when it was expressed, in milliseconds. */
type Word = { readonly at: number; readonly change: (wishes: Wishes) => Wishes };

/** The customer's wishes at a moment. */
export type Wishes = {
  readonly preference: ContactPreference | null;
  readonly consents: Readonly<Record<string, Permission>>;
};
export type Permission = { readonly given: boolean; readonly expiresAt?: string | undefined };

type Kind = Pick<Consent, 'channel' | 'purpose'>;

const key = ({ channel, purpose }: Kind) => `${channel}/${purpose}`;

/** The latest consent or withdrawal for contacts of this kind. */
export const permissionFor = ({ consents }: Wishes, contact: Pick<Contact, 'channel' | 'purpose'>) =>
  consents[key(contact)];

/** The wishes at a moment, in milliseconds: by when they were expressed, not by when they were recorded. */
export const wishesAt = ({ words }: Addressee, moment: number): Wishes =>
  words
    .values()
    .filter(({ at }) => at <= moment)
    .reduce<Wishes>((wishes, { change }) => change(wishes), { preference: null, consents: {} });

const heard = (to: Addressee, event: RecordedEvent, change: Word['change']): Addressee => ({
  ...to,
  words: to.words.with(placeOf(event), { at: Date.parse(event.occurredAt), change }),
});

/** Sorts by `occurredAt`, then by position. */
const placeOf = ({ occurredAt, position }: RecordedEvent) => `${occurredAt} ${`${position}`.padStart(16, '0')}`;

const permitting =
  (kind: Kind, permission: Permission): Word['change'] =>
  (wishes) => ({ ...wishes, consents: { ...wishes.consents, [key(kind)]: permission } });

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

export const addressee = {
  stream: ({ customerId }: { readonly customerId: string }) => customerStream(customerId),
  initial: { registered: false, words: ImmutableMap.empty() } as Addressee,
  evolve: {
    CustomerRegistered: (to: Addressee): Addressee => ({ ...to, registered: true }),
    ContactPreferenceSet: (to: Addressee, { preference }: DataOf<'ContactPreferenceSet'>, event: RecordedEvent) =>
      heard(to, event, (wishes) => ({ ...wishes, preference })),
    ConsentGiven: (to: Addressee, given: DataOf<'ConsentGiven'>, event: RecordedEvent) =>
      heard(to, event, permitting(given, { given: true, expiresAt: given.expiresAt })),
    ConsentWithdrawn: (to: Addressee, withdrawn: DataOf<'ConsentWithdrawn'>, event: RecordedEvent) =>
      heard(to, event, permitting(withdrawn, { given: false })),
  },
};
