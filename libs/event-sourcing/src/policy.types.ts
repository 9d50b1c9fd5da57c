import type { Event, RecordedEvent } from './message.js';
import { every, when, type Draft, type Policy } from './policy.js';
import type { Projection } from './projection.js';

// What the compiler has to refuse. An error that no longer comes fails `npm run types`.

type Sold = Event<'Sold', { readonly seat: string }>;
type Returned = Event<'Returned', { readonly seat: string }>;
type Seat = { readonly seat: string; readonly row: number; readonly heldUntil: string | null };

declare const seats: Projection<Sold | Returned, Seat>;
const policy = { name: 'release-seats', summary: { en: 'Release seats', zh: '释放座位' } };
const nothing = () => [];
declare const onReturn: (event: RecordedEvent<Returned>) => readonly Draft[];
declare const onTrain: (document: { readonly train: string }) => readonly Draft[];

const sold = when<Sold | Returned>({
  ...policy,
  from: 'beginning',
  on: { Sold: ({ data: { seat }, occurredAt }) => [{ type: 'Print', fields: { seat, occurredAt } }] },
});
const held = every({ ...policy, view: seats, due: 'heldUntil', cause: ({ seat }) => seat, send: nothing });

export const policies: readonly Policy[] = [sold, held];

// @ts-expect-error: no event is called 'Solt'
when<Sold | Returned>({ ...policy, on: { Solt: nothing } });

// @ts-expect-error: another event is decided on
when<Sold | Returned>({ ...policy, on: { Sold: onReturn } });

// @ts-expect-error: it begins now or at the beginning
when<Sold | Returned>({ ...policy, from: 'yesterday', on: {} });

// @ts-expect-error: a command needs its fields
when<Sold | Returned>({ ...policy, on: { Sold: () => [{ type: 'Print' }] } });

// @ts-expect-error: 'heldTill' is no field
every({ ...policy, view: seats, due: 'heldTill', send: nothing });

// @ts-expect-error: a number is no deadline
every({ ...policy, view: seats, due: 'row', send: nothing });

// @ts-expect-error: another document is decided on
every({ ...policy, view: seats, due: 'heldUntil', send: onTrain });

// @ts-expect-error: a summary is in both languages
every({ name: 'hold', summary: { en: 'Hold' }, view: seats, due: 'heldUntil', send: nothing });
