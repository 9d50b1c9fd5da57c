import { Contract, type Event } from '@annals/event-sourcing';
import { z } from 'zod';
import { costlyStates } from './largest.law.js';

const Marked = Contract.of('Marked').v1(z.object({ customerId: z.string(), marks: z.array(z.string()) }));

type Marks = { readonly marks: readonly string[] };
type State = { readonly known: readonly string[] };

/** Events of which the last one is folded by `evolve`, beginning with a state without marks. */
const folding = (evolve: (known: readonly string[], marks: readonly string[]) => readonly string[]) => ({
  types: [Marked.type],
  after: (events: readonly Event[], from: unknown = { known: [] }) =>
    events.reduce<State>(({ known }, { data }) => ({ known: evolve(known, (data as Marks).marks) }), from as State),
});

it.each<[string, Parameters<typeof folding>[0]]>([
  ['copies a list', (_, marks) => marks.reduce<readonly string[]>((all, mark) => [...all, mark], [])],
  ['copies a map', (_, marks) => Object.keys(marks.reduce((all, mark) => ({ ...all, [mark]: true }), {}))],
  ['searches what is known', (known, marks) => marks.filter((mark) => known.indexOf(`other ${mark}`) < 0)],
  ['searches the event', (_, marks) => marks.filter((mark, index) => marks.indexOf(mark) === index)],
])('a fold is found that %s for each entry of an event', (_, evolve) =>
  expect(costlyStates([folding(evolve)], [Marked])).toEqual(['Marked after Marked']),
);

it('a fold that takes each entry once is not found', () =>
  expect(costlyStates([folding((known, marks) => [...new Set([...known, ...marks])])], [Marked])).toEqual([]));
