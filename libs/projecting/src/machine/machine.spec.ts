import fc from 'fast-check';
import {
  COLLECTION_STATES,
  COLLECTION_TRANSITIONS,
  VIEW_STATES,
  VIEW_TRANSITIONS,
  type Meaning,
  type Transition,
} from './machine.js';
import { IllegalTransition, nextCollectionState, nextViewState } from './transitions.js';

type Machine = {
  readonly first: string;
  readonly states: Readonly<Record<string, Meaning>>;
  readonly rows: readonly Transition[];
};

const reached = (rows: readonly Transition[], from: string): ReadonlySet<string> => {
  const known = new Set([from]);
  for (const state of known) for (const row of rows) if (row.from === state) known.add(row.to);
  return known;
};

describe.each<[string, Machine]>([
  ['a view', { first: 'placing', states: VIEW_STATES, rows: VIEW_TRANSITIONS }],
  ['a collection', { first: 'removed', states: COLLECTION_STATES, rows: COLLECTION_TRANSITIONS }],
])('the machine of %s', (_, { first, states, rows }) => {
  it('reaches every state, and knows no other one', () => {
    expect([...reached(rows, first)].toSorted()).toEqual(Object.keys(states).toSorted());
  });

  it('comes back to its first state from every other one', () => {
    for (const state of Object.keys(states)) expect(reached(rows, state)).toContain(first);
  });

  it('has one answer to an event in a state', () => {
    expect(new Set(rows.map(({ from, on }) => `${from} ${on}`)).size).toBe(rows.length);
  });
});

it('makes every transition of its table and refuses every other one, naming the state, the event and the actor', () => {
  const among = <K extends 'from' | 'on'>(key: K) => fc.constantFrom(...VIEW_TRANSITIONS.map((row) => row[key]));
  const by = fc.constantFrom('projector', 'lane', 'builder', 'operator');
  fc.assert(
    fc.property(among('from'), among('on'), by, (from, on, actor) => {
      const row = VIEW_TRANSITIONS.find(
        (each) => each.from === from && each.on === on && (each.by as readonly string[]).includes(actor),
      );
      const next = () => nextViewState('sums', from, on, actor);
      if (row) return expect(next()).toBe(row.to);
      expect(next).toThrow(IllegalTransition);
      expect(next).toThrow(`sums is ${from}, where "${on} by the ${actor}" cannot happen.`);
    }),
  );
});

it('never serves a collection that was disowned, and never rolls back to one that is being built', () => {
  expect(() => nextCollectionState('sums-v1', 'disowned', 'serve', 'builder')).toThrow(IllegalTransition);
  expect(() => nextCollectionState('sums-v1', 'building', 'choose', 'operator')).toThrow(IllegalTransition);
});
