import { dayAfter } from '@annals/analytics';
import { consentKey, type CustomerEvent } from '@annals/contracts-customers';
import { isLatest } from '@annals/contracts-values';
import { projection, type Of, type RecordedEvent } from '@annals/event-sourcing';

type Source = Of<
  CustomerEvent,
  | 'CustomerDataChanged'
  | 'DataChangeTookEffect'
  | 'ConsentGiven'
  | 'ConsentWithdrawn'
  | 'ConsentExpired'
  | 'NeedRecorded'
  | 'NeedEnded'
  | 'NeedClosed'
  | 'MergeUndone'
>;

/** What comes: a change takes effect, a need or a consent ends. */
export type What =
  | { readonly kind: 'change'; readonly number: number }
  | { readonly kind: 'need'; readonly needId: string }
  | (Pick<Of<CustomerEvent, 'ConsentExpired'>['data'], 'channel' | 'purpose' | 'personId' | 'expiresAt'> & {
      readonly kind: 'consent';
    });

/** Something that begins or ends on a day (`dueOn`) or at a moment (`dueAt`); the other one is `null`. */
export type Coming = {
  readonly customerId: string;
  readonly what: What;
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  /** The id of the event that has made it known. */
  readonly cause: string;
  /** When the consent was given. */
  readonly since?: string;
};

type DataOf<T> = Of<Source, T>['data'];
type Key<Data> = (data: Data) => string | readonly string[];

const changeKey: Key<DataOf<'CustomerDataChanged' | 'DataChangeTookEffect'>> = ({ customerId, number }) =>
  number === undefined ? [] : `${customerId}/change/${`${number}`.padStart(6, '0')}`;
const wishKey: Key<DataOf<'ConsentWithdrawn'>> = ({ customerId, ...kind }) =>
  `${customerId}/consent/${consentKey(kind)}`;
const needKey: Key<Pick<DataOf<'NeedEnded'>, 'customerId' | 'needId'>> = ({ customerId, needId }) =>
  `${customerId}/need/${needId}`;

const KEYS: { readonly [T in Source['type']]: Key<DataOf<T>> } = {
  CustomerDataChanged: changeKey,
  DataChangeTookEffect: changeKey,
  ConsentGiven: wishKey,
  ConsentWithdrawn: wishKey,
  ConsentExpired: wishKey,
  NeedRecorded: needKey,
  NeedEnded: needKey,
  NeedClosed: needKey,
  MergeUndone: ({ customerId, unsaid }) => unsaid.map((kind) => `${customerId}/consent/${consentKey(kind)}`),
};

const happened = () => null;

type Word = RecordedEvent<Of<Source, 'ConsentGiven' | 'ConsentWithdrawn'>>;

/** What was said before the known consent was given, and recorded later, changes nothing. */
const outdone =
  <E extends Word>(next: (known: Coming | null, event: E) => Coming | null) =>
  (known: Coming | null, event: E): Coming | null =>
    known?.since !== undefined && !isLatest(event.occurredAt, known.since) ? known : next(known, event);

/** One document for everything of a customer that is still to begin or to end; it goes when that has happened. */
export const coming = projection<Source, Coming>()({
  name: 'coming',
  version: 9,
  key: ({ type, data }) => KEYS[type](data as never),
  on: {
    CustomerDataChanged: (_, { id: cause, data: { customerId, number, effectiveDate } }) => ({
      ...{ customerId, what: { kind: 'change', number: number! }, dueOn: effectiveDate, dueAt: null, cause },
    }),
    DataChangeTookEffect: happened,
    ConsentGiven: outdone((_, { id: cause, data, occurredAt: since }) => {
      const { customerId, channel, purpose, personId, expiresAt } = data;
      if (expiresAt === undefined) return null;
      const what = { kind: 'consent', channel, purpose, ...(personId && { personId }), expiresAt } as const;
      return { customerId, what, dueOn: null, dueAt: new Date(expiresAt).toISOString(), cause, since };
    }),
    ConsentWithdrawn: outdone(happened),
    ConsentExpired: (known, { data: { expiresAt } }) =>
      known?.what.kind === 'consent' && known.what.expiresAt !== expiresAt ? known : null,
    NeedRecorded: (_, { id: cause, data: { customerId, needId, until } }) =>
      until === undefined
        ? null
        : { customerId, what: { kind: 'need', needId }, dueOn: dayAfter(until), dueAt: null, cause },
    NeedEnded: happened,
    NeedClosed: happened,
    MergeUndone: happened,
  },
  fields: { dueOn: { of: ({ dueOn }) => dueOn }, dueAt: { of: ({ dueAt }) => dueAt } },
  indexes: [['dueOn'], ['dueAt']],
});
