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
  const admitted = new Admission();
  const events = story.flatMap((each) => admitted.of(each));
  return recorded(events).map((event, index) => ({
    ...event,
    stream: events[index]!.stream,
    subject: event.data.customerId,
    revision: events.slice(0, index).filter(({ stream }) => stream === events[index]!.stream).length,
  }));
};

/** No customer joins itself, nor one who is joined already; a record stays with its customer. */
class Admission {
  private readonly survivors = new Map<string, string>();
  private readonly owners = new Map<string, string>();

  of(each: Happening): readonly (Told & { readonly stream: string })[] {
    if (each.type === 'Noted') return [this.noted(each.of, each.on)];
    const stream = `customer-${each.of}`;
    if (each.type === 'Named') return [{ ...told('Named', { customerId: each.of }), stream }];
    const isAdmitted = each.type === 'Joined' ? this.joins(each.of, each.other) : this.parts(each.of, each.other);
    return isAdmitted ? [{ ...told(each.type, { customerId: each.of, mergedId: each.other }), stream }] : [];
  }

  private noted(of: string, on: string) {
    const customerId = this.owners.get(on) ?? of;
    this.owners.set(on, customerId);
    return { ...told('Noted', { customerId, on }), stream: `record-${on}` };
  }

  private joins(of: string, other: string): boolean {
    const isFree = of !== other && !this.survivors.has(of) && !this.survivors.has(other);
    if (isFree) this.survivors.set(other, of);
    return isFree;
  }

  private parts(of: string, other: string): boolean {
    return this.survivors.get(other) === of && this.survivors.delete(other);
  }
}

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
