import { handle, problems, type Decider, type Event, type HandleOptions, type Origin } from '@annals/event-sourcing';
import type { MemoryEventStore } from '@annals/store-memory';

type Sell = { type: 'Sell'; train: string; seat: string };
type Sold = Event<'Sold', { seat: string }>;
type Cancelled = { cancelled: boolean };

export const SEATS = 2;

const { reject } = problems({
  TrainCancelled: {
    kind: 'conflict',
    title: { en: 'Train cancelled', zh: '车次已取消' },
    detail: { en: 'The train does not run. Choose another one.', zh: '该车次停运，请改选其他车次。' },
  },
  TrainFull: {
    kind: 'conflict',
    title: { en: 'Train full', zh: '车次已满' },
    detail: { en: 'Seats {sold} are sold. Choose another train.', zh: '座位 {sold} 已售出，请改选其他车次。' },
    example: { sold: ['a', 'b'] },
  },
});

export const train: Decider<Sell, readonly string[], Sold, Cancelled> = {
  stream: ({ train }) => `train-${train}`,
  subject: () => 'customer-1',
  initial: [],
  decide: {
    Sell: ({ seat }, sold, _, { cancelled }) => {
      if (cancelled) return reject('TrainCancelled');
      if (sold.includes(seat)) return [];
      return sold.length < SEATS ? [{ type: 'Sold', schemaVersion: 1, data: { seat } }] : reject('TrainFull', { sold });
    },
  },
  evolve: { Sold: (sold, { seat }) => [...sold, seat] },
  context: {
    stream: ({ train }) => (train === 'charter' ? undefined : `timetable-${train}`),
    initial: { cancelled: false },
    evolve: { Cancelled: () => ({ cancelled: true }) },
  },
};

export const originOf = (commandId: string): Origin => ({
  commandId,
  actor: 'test',
  occurredAt: '2026-01-05T09:00:00.000Z',
  correlationId: commandId,
  causationId: commandId,
  source: 'test',
});

export const naming = { eventId: (name: string) => name, blind: (value: string) => `blind ${value}` };

/** One stream for all coaches of a train, each of which is a record. */
export const coaches: Decider<Sell, null, Sold> = {
  stream: ({ train }) => `train-${train}`,
  subject: () => 'customer-1',
  record: ({ seat }) => seat[0]!,
  initial: null,
  decide: { Sell: ({ seat }) => [{ type: 'Sold', schemaVersion: 1, data: { seat } }] },
  evolve: { Sold: () => null },
};

export const sellIn = (store: MemoryEventStore, seat: string, expectedRevision?: number) =>
  handle(store, coaches, { type: 'Sell', train: '1', seat }, originOf(seat), { naming, expectedRevision });

export const sell = (store: MemoryEventStore, id: string, options: Partial<HandleOptions & Sell & Origin> = {}) => {
  const { train: number = '1', seat = id } = options;
  const command: Sell = { type: 'Sell', train: number, seat };
  return handle(store, train, command, originOf(id), { naming, ...options });
};
