import { projection, type Event, type Link, type Merging, type RecordedEvent } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';

type About = { readonly customerId: string };
type Joining = About & { readonly mergedId: string };
type Told =
  | Event<'Noted', About & { readonly on: string }>
  | Event<'Named', About>
  | Event<'Joined', Joining>
  | Event<'Parted', Joining>;

/** A note in a record of a customer, a word in the customer's own stream, and that two customers are one or two. */
export type Happening = { readonly of: string } & (
  | { readonly type: 'Noted'; readonly on: string }
  | { readonly type: 'Named' }
  | { readonly type: 'Joined' | 'Parted'; readonly other: string }
);

const linkOf = ({ type, position, data }: RecordedEvent): Link => {
  const { customerId, mergedId: file } = data as Joining;
  return type === 'Joined'
    ? { position, file, survivor: customerId }
    : { position, file, survivor: null, from: customerId };
};

export const merging: Merging = {
  types: ['Joined', 'Parted'],
  linkOf,
  streamOf: (customerId) => `customer-${customerId}`,
};

/** The log of what rules would admit. */
export const places = (story: readonly Happening[]): readonly RecordedEvent[] => {
  const survivors = new Map<string, string>();
  const owners = new Map<string, string>();
  const events = story.flatMap((each): readonly (Told & { stream: string })[] => {
    if (each.type === 'Noted') {
      const customerId = owners.get(each.on) ?? each.of;
      owners.set(each.on, customerId);
      return [{ ...told('Noted', { customerId, on: each.on }), stream: `record-${each.on}` }];
    }
    if (each.type === 'Named') return [{ ...told('Named', { customerId: each.of }), stream: `customer-${each.of}` }];
    const data = { customerId: each.of, mergedId: each.other };
    const isAdmitted =
      each.type === 'Joined'
        ? each.of !== each.other && !survivors.has(each.of) && !survivors.has(each.other)
        : survivors.get(each.other) === each.of;
    if (!isAdmitted) return [];
    if (each.type === 'Joined') survivors.set(each.other, each.of);
    else survivors.delete(each.other);
    return [{ ...told(each.type, data), stream: `customer-${each.of}` }];
  });
  return recorded(events).map((event, index) => ({
    ...event,
    stream: events[index]!.stream,
    subject: event.data.customerId,
    revision: events.slice(0, index).filter(({ stream }) => stream === events[index]!.stream).length,
  }));
};

const told = <Type extends Told['type']>(type: Type, data: object) =>
  ({ type, schemaVersion: 1, data }) as never as Told;

type Notes = { readonly list: readonly string[] };

const noted = (notes: Notes | null, { id }: RecordedEvent): Notes => ({ list: [...(notes?.list ?? []), id] });

/** The ids of the events of each customer. */
export const notesBy = projection<Told, Notes>()({
  name: 'notes',
  version: 1,
  key: ({ type, data }) => (type === 'Noted' || type === 'Named' ? data.customerId : []),
  on: { Noted: noted, Named: noted, Joined: noted, Parted: noted },
  aside: { Named: (notes, event) => ({ list: [...(notes?.list ?? []), `aside ${event.id}`] }) },
  fields: {},
});

type Record = { readonly customer: string; readonly notes: number };

/** The customer of each record. */
export const recordsBy = projection<Extract<Told, { type: 'Noted' }>, Record>()({
  name: 'records',
  version: 1,
  key: ({ data }) => data.on,
  on: { Noted: (record, event) => ({ customer: event.data.customerId, notes: (record?.notes ?? 0) + 1 }) },
  fields: {},
});
