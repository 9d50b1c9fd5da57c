import type { EventStore } from './event-store.js';
import type { Event, RecordedEvent } from './message.js';

export type Reservation = { readonly kind: string; readonly holder: string };

/** The holders of a value, after a change, that had or has more than one. */
export type SharedValue = { readonly kind: string; readonly holders: readonly string[] };

export type ReservationEvent =
  | Event<'IdentifierReserved', Reservation>
  | Event<'IdentifierReleased', Reservation>
  | Event<'IdentifierShared', SharedValue>;

/** By stream, the revision of its last reservation, in the order in which they came. */
type Holders = ReadonlyMap<string, number>;

/** The end of the stream of a value at the time it was read. */
export type Place = {
  readonly stream: string;
  readonly last: RecordedEvent<ReservationEvent> | undefined;
  /** More than one only if values that were different count as the same since an upgrade. */
  readonly holders: Holders;
};

export const placeOf = async (store: EventStore, stream: string): Promise<Place> => {
  const events = (await store.read(stream)) as readonly RecordedEvent<ReservationEvent>[];
  const last = events.at(-1);
  return { stream, last, holders: events.reduce(holdersAfter, new Map<string, number>()) };
};

/** The events of a change of holders, with one more if the value had or has several. */
export const changeOf = (
  { holders: before, last }: Place,
  kind: string,
  { leaving, coming }: { readonly leaving: readonly string[]; readonly coming?: string },
): readonly ReservationEvent[] => {
  const decided = [
    ...leaving.map((holder) => reservation('IdentifierReleased', { kind, holder })),
    ...(coming === undefined ? [] : [reservation('IdentifierReserved', { kind, holder: coming })]),
  ];
  const revision = last?.revision ?? 0;
  const after = decided.reduce((holders, event) => holdersAfter(holders, { ...event, revision }), before);
  if (Math.max(before.size, after.size) < 2) return decided;
  return [...decided, { type: 'IdentifierShared', schemaVersion: 1, data: { kind, holders: listed(after) } }];
};

const holdersAfter = (holders: Holders, { type, data, revision }: ReservationEvent & { readonly revision: number }) => {
  if (type === 'IdentifierShared') return holders;
  const next = new Map(holders);
  if (type === 'IdentifierReserved') next.set(data.holder, revision);
  else next.delete(data.holder);
  return next;
};

/** The most holders that one event names. */
export const MOST_HOLDERS = 100;

const listed = (holders: Holders) => [...holders.keys()].slice(0, MOST_HOLDERS);

const reservation = (type: 'IdentifierReserved' | 'IdentifierReleased', data: Reservation): ReservationEvent => ({
  type,
  schemaVersion: 1,
  data,
});
