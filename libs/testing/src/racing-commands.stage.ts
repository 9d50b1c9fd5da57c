import { handle, problems, type Decider, type Event, type EventStore, type Origin } from '@annals/event-sourcing';
import { v5 } from 'uuid';

export const SEATS = 3;
const NAMES = '1c0f6f0e-4d0c-4f0a-8b1d-0f6f0c7d2a55';

const { reject } = problems({
  TrainCancelled: {
    kind: 'conflict',
    title: { en: 'Train cancelled', zh: '车次已取消' },
    detail: { en: 'The train does not run. Choose another one.', zh: '该车次停运，请改选其他车次。' },
  },
  TrainFull: {
    kind: 'conflict',
    title: { en: 'Train full', zh: '车次已满' },
    detail: { en: 'Every seat is sold. Choose another train.', zh: '座位已全部售出，请改选其他车次。' },
  },
});

type Command = { readonly type: 'Sell' | 'Return'; readonly train: string; readonly seat: number };
type Seats = ReadonlySet<number>;
type SeatEvent = Event<'Sold' | 'Returned', { readonly seat: number }>;

const event = <T extends string, D extends object>(type: T, data: D) => ({ type, schemaVersion: 1, data });

const train: Decider<Command, Seats, SeatEvent, boolean> = {
  stream: ({ train }) => `train-${train}`,
  subject: () => 'customer-1',
  initial: new Set(),
  context: {
    stream: ({ train }) => `timetable-${train}`,
    initial: true,
    evolve: { Reinstated: () => true, Cancelled: () => false },
  },
  decide: {
    Sell: ({ seat }, sold, _, runs) => {
      if (!runs) return reject('TrainCancelled');
      if (sold.has(seat)) return [];
      return sold.size < SEATS ? [event('Sold', { seat })] : reject('TrainFull');
    },
    Return: ({ seat }, sold) => (sold.has(seat) ? [event('Returned', { seat })] : []),
  },
  evolve: {
    Sold: (sold, { seat }) => new Set([...sold, seat]),
    Returned: (sold, { seat }) => new Set([...sold].filter((other) => other !== seat)),
  },
};

type Change = { readonly type: 'Cancel' | 'Reinstate'; readonly train: string };

const timetable: Decider<Change, null, Event<'Cancelled' | 'Reinstated'>> = {
  stream: ({ train }) => `timetable-${train}`,
  subject: () => '@timetable',
  initial: null,
  decide: { Cancel: () => [event('Cancelled', {})], Reinstate: () => [event('Reinstated', {})] },
  evolve: { Cancelled: () => null, Reinstated: () => null },
};

const originOf = (id: string): Origin => {
  const commandId = v5(id, NAMES);
  const said = { actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' };
  return { ...said, commandId, correlationId: commandId, causationId: commandId };
};

const options = {
  naming: { eventId: (name: string) => v5(name, NAMES), blind: (value: string) => value },
  attempts: 50,
};

/** A command; an id stands for one. */
export type Act = {
  readonly type: Command['type'] | Change['type'];
  readonly train: string;
  readonly seat: number;
  readonly id: string;
};

/** Carries out an act through a handle. */
export const sent = (log: EventStore, { type, train: name, seat, id }: Act) =>
  type === 'Sell' || type === 'Return'
    ? handle(log, train, { type, train: name, seat }, originOf(`${name}/${id}`), options)
    : handle(log, timetable, { type, train: name }, originOf(`${name}/${id}`), options);
