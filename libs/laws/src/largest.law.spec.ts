import { Contract, type Event } from '@annals/event-sourcing';
import { z } from 'zod';
import { costlyStates } from './largest.law.js';

type Marks = { readonly marks: readonly string[] };
type State = { readonly known: readonly string[] };
type Evolve = (known: readonly string[], marks: readonly string[]) => readonly string[];

const marked = (type: string) => Contract.of(type).v1(z.object({ customerId: z.string(), marks: z.array(z.string()) }));

/** Events of which the last one is folded by `evolve`, beginning with a state without marks. */
const folding = (type: string, evolve: Evolve) => ({
  types: [type],
  after: (events: readonly Event[], from: unknown = { known: [] }) =>
    events.reduce<State>(({ known }, { data }) => ({ known: evolve(known, (data as Marks).marks) }), from as State),
});

const COSTLY: readonly (readonly [rule: string, type: string, evolve: Evolve])[] = [
  ['copies a list', 'ListCopied', (_, marks) => marks.reduce<readonly string[]>((all, mark) => [...all, mark], [])],
  ['copies a map', 'MapCopied', (_, marks) => Object.keys(marks.reduce((all, mark) => ({ ...all, [mark]: 1 }), {}))],
  ['searches what is known', 'KnownSearched', (known, marks) => marks.filter((mark) => !known.includes(`no ${mark}`))],
  ['searches the event', 'EventSearched', (_, marks) => marks.filter((mark, index) => marks.indexOf(mark) === index)],
];
const LINEAR: Evolve = (known, marks) => [...new Set([...known, ...marks])];

let found: readonly string[];
beforeAll(() => {
  const folds = [...COSTLY.map(([, type, evolve]) => folding(type, evolve)), folding('TakenOnce', LINEAR)];
  found = costlyStates(
    folds,
    folds.flatMap(({ types }) => types.map(marked)),
  );
});

it.each(COSTLY)('a fold is found that %s for each entry of an event', (_, type) =>
  expect(found).toContain(`${type} after ${type}`),
);

it('a fold that takes each entry once is not found', () => expect(found).toHaveLength(COSTLY.length));
