import type { Contact } from '@annals/contracts-contacts';
import { customerStream, type Consent, type ContactPreference, type CustomerEvent } from '@annals/contracts-customers';
import { ImmutableMap, type Of, type RecordedEvent } from '@annals/event-sourcing';

/** What the customer's own stream says about contacts; `words` in the order in which they were said. */
export type Addressee = { readonly registered: boolean; readonly words: ImmutableMap<Word> };

/** Something that the customer has said; `at` is when, in milliseconds. */
type Word = { readonly at: number; readonly change: (wishes: Wishes) => Wishes };

/** What the customer wanted at a moment. */
export type Wishes = {
  readonly preference: ContactPreference | null;
  readonly consents: Readonly<Record<string, Permission>>;
};
export type Permission = { readonly given: boolean; readonly expiresAt?: string | undefined };

type Kind = Pick<Consent, 'channel' | 'purpose'>;

const key = ({ channel, purpose }: Kind) => `${channel}/${purpose}`;

/** What the customer had said last about contacts of this kind. */
export const permissionFor = ({ consents }: Wishes, contact: Pick<Contact, 'channel' | 'purpose'>) =>
  consents[key(contact)];

/** What held at a moment, in milliseconds: by when it was said, not by when it was recorded. */
export const wishesAt = ({ words }: Addressee, moment: number): Wishes =>
  words
    .values()
    .filter(({ at }) => at <= moment)
    .reduce<Wishes>((wishes, { change }) => change(wishes), { preference: null, consents: {} });

const heard = (to: Addressee, event: RecordedEvent, change: Word['change']): Addressee => ({
  ...to,
  words: to.words.with(placeOf(event), { at: Date.parse(event.occurredAt), change }),
});

/** Sorts by when something was said, and by when it was recorded where that is the same. */
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
