import { Contract, type Event } from '@annals/event-sourcing';
import { z } from 'zod';
import { growingStates } from './linear.law.js';

const Noted = Contract.of('Noted').v1(z.object({ customerId: z.string(), noteId: z.string() }));

type Known = { readonly count: number; readonly notes: readonly unknown[] };

const folding = (evolve: (known: Known) => Known) => ({
  types: [Noted.type],
  after: (events: readonly Event[], from: unknown = { count: 0, notes: [] }) => events.reduce(evolve, from as Known),
});

it.each<[string, (known: Known) => Known]>([
  ['copies', ({ count, notes }) => ({ count: count + 1, notes: [...notes, count] })],
  ['searches', ({ count, notes }) => ({ count: count + notes.indexOf('other'), notes: notes.concat(count) })],
])('a fold is found that %s what grows', (_, evolve) =>
  expect(growingStates(folding(evolve), [Noted])).toEqual(['Noted after Noted']),
);

it('a fold that keeps what does not grow is not found', () =>
  expect(
    growingStates(
      folding(({ count, notes }) => ({ count: count + 1, notes })),
      [Noted],
    ),
  ).toEqual([]));
