import { keysOf, step, type Contract, type Event, type RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import type { StateFold } from '@annals/slice';
import { recorded } from '@annals/testing';
import { allocatedBytes } from './allocated-bytes.js';
import { hasEntries, nthEvent } from './nth-event.js';
import { StepCounter } from './step-counter.js';

const FEW = 100; // entries of each list and map
const MANY = 2 * FEW;

/** What a sort or a balanced tree may take more than twice if entries double; far less than a search or copy for each entry. */
const ALLOWANCE = { steps: 8 * MANY, bytes: 320 * MANY };
const ROUNDS = 3; // of measuring what seems costly, because code that is compiled meanwhile takes bytes, too

/** Folds the last event of a log, without effects; what it reads of the event and of what was before passes `watch`. */
type Folding = (log: readonly RecordedEvent[], watch: Watch) => () => unknown;
type Watch = <T>(value: T) => T;

/** A fold of an event with few entries, and of the same with many. */
type Case = { readonly name: string; readonly folding: Folding; readonly logs: readonly (readonly RecordedEvent[])[] };

/** The rules and types of events that take too many steps or bytes for the entries of an event, after events like it. */
export const costlyStates = (folds: readonly StateFold[], contracts: readonly Contract[]): readonly string[] =>
  costly(
    folds.flatMap((fold) => {
      const known = contracts.filter(({ type }) => fold.types.includes(type));
      return casesOf(known, (log, watch) => {
        const state = watch(fold.after(log.slice(0, -1)));
        const event = watched(log.at(-1)!, watch);
        return () => fold.after([event], state);
      });
    }),
  );

/** The same for the documents of views. */
export const costlyDocuments = (views: readonly AnyProjection[], contracts: readonly Contract[]): readonly string[] =>
  costly(
    views.flatMap((view) => {
      const known = contracts.filter(({ type }) => type in view.on);
      return casesOf(known, (log, watch) => {
        const documents = new Map<string, object | null>();
        const after = (event: RecordedEvent, key: string) =>
          step(view, (documents.get(key) ?? null) as never, event, key);
        for (const event of log.slice(0, -1))
          for (const key of keysOf(view, event)) documents.set(key, after(event, key));
        for (const [key, document] of documents) documents.set(key, watch(document));
        const event = watched(log.at(-1)!, watch);
        return () => keysOf(view, event).map((key) => after(event, key));
      }).map((each) => ({ ...each, name: `${view.name}: ${each.name}` }));
    }),
  );

const watched = (event: RecordedEvent, watch: Watch): RecordedEvent => ({ ...event, data: watch(event.data) });

/** Each type of large events after each. */
const casesOf = (known: readonly Contract[], folding: Folding): readonly Case[] => {
  const large = known.filter(hasEntries);
  const begun = known.map((contract) => drawn(contract, 0, 1));
  return large.flatMap((first) =>
    large.map((second) => ({
      name: `${second.type} after ${first.type}`,
      folding,
      logs: [FEW, MANY].map((entries) => recorded([...begun, drawn(first, 1, entries), drawn(second, 2, entries)])),
    })),
  );
};

const costly = (cases: readonly Case[], rounds = ROUNDS): readonly string[] => {
  if (rounds === 0 || cases.length === 0) return cases.map(({ name }) => name);
  const bytes = allocatedBytes(cases.flatMap(({ folding, logs }) => logs.map((log) => folding(log, (value) => value))));
  return costly(
    cases.filter(
      (each, index) =>
        excess(each.logs.map((log) => stepsOf(each, log))) > ALLOWANCE.steps ||
        excess(bytes.slice(2 * index, 2 * index + 2)) > ALLOWANCE.bytes,
    ),
    rounds - 1,
  );
};

const excess = ([few, many]: readonly number[]): number => many! - 2 * few!;

const stepsOf = ({ folding }: Case, log: readonly RecordedEvent[]): number => {
  const counter = new StepCounter();
  folding(log, (value) => counter.watch(value))();
  return counter.steps;
};

/** Cached, because validating data takes longer than folding it. */
const made = new Map<string, Event>();

const drawn = (contract: Contract, n: number, entries: number): Event => {
  const name = `${contract.type}/${n}/${entries}`;
  const idOf = (field: string) => (field === 'customerId' ? 'customer' : 'id-1');
  const event = made.get(name) ?? nthEvent(contract, n, idOf, entries);
  made.set(name, event);
  return event;
};
