import { keysOf, step, type Contract, type Event, type RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import type { StateFold } from '@annals/slice';
import { idsOf, nthEvent } from './nth-event.js';
import { recorded } from '@annals/testing';
import { StepCounter } from './step-counter.js';

const MANY = 256; // events
const COUNTED = 8; // events whose steps are counted
/** Far less than copying or searching `MANY` entries takes, and far more than the growth of a balanced tree. */
const ALLOWANCE = COUNTED * (MANY / 4); // steps

/** The number of records of one customer in a document, which is written as a whole with each event. */
const SHOWN = 20;

/** Whether the steps of an event grow with the number of earlier events. */
const grows = (stepsAfter: (many: number) => number) => stepsAfter(2 * MANY) - stepsAfter(MANY) > ALLOWANCE;

/**
 * The pairs of types of which the second one takes more steps after many of the first. There are none if the fold neither
 * copies nor searches growing collections.
 */
export const growingStates = (fold: StateFold, contracts: readonly Contract[]): readonly string[] => {
  const known = contracts.filter(({ type }) => fold.types.includes(type));
  const tails = new Map<string, readonly RecordedEvent[]>();
  return known.flatMap((first) => {
    const beginning = (many: number) => [...known, ...times(many, first)];
    const begun = new Map([MANY, 2 * MANY].map((many) => [many, fold.after(logOf(beginning(many)))]));
    /** Kept, because it is the same after each other type. */
    const tailOf = (second: Contract, many: number) => {
      const name = `${second.type} ${many} ${first === second}`;
      const tail = tails.get(name) ?? logOf([...beginning(many), ...times(many, second)]).slice(-many);
      tails.set(name, tail);
      return tail;
    };
    const stepsAfter = (second: Contract) => (many: number) => {
      const events = tailOf(second, many);
      const counter = new StepCounter();
      const before = fold.after(events.slice(0, -COUNTED), begun.get(many));
      events.slice(-COUNTED).reduce((state, event) => fold.after([event], counter.watch(state)), before);
      return counter.steps;
    };
    return known.filter((second) => grows(stepsAfter(second))).map((second) => `${second.type} after ${first.type}`);
  });
};

/** The same for the documents of a view, each about a customer or one of its records. */
export const growingDocuments = (view: AnyProjection, contracts: readonly Contract[]): readonly string[] => {
  const known = contracts.filter(({ type }) => type in view.on);
  const begun = times(SHOWN, ...known);
  const stepsAfter = (each: Contract) => (many: number) => {
    const events = logOf([...begun, ...times(many, each)], SHOWN);
    const counter = new StepCounter();
    const documents = new Map<string, object | null>();
    for (const event of events.slice(0, -COUNTED)) advance(view, documents, event);
    for (const event of events.slice(-COUNTED)) advance(view, documents, event, counter);
    return counter.steps;
  };
  return known.filter((each) => grows(stepsAfter(each))).map(({ type }) => type);
};

const advance = (
  view: AnyProjection,
  documents: Map<string, object | null>,
  event: RecordedEvent,
  counter?: StepCounter,
) => {
  for (const key of keysOf(view, event)) {
    const document = documents.get(key) ?? null;
    documents.set(key, step(view, (counter ? counter.watch(document) : document) as never, event, key));
  }
};

const times = (many: number, ...contracts: readonly Contract[]) =>
  Array<readonly Contract[]>(many).fill(contracts).flat();

/** Each type is numbered separately, so that the n-th events of all types are about the same record. */
const logOf = (contracts: readonly Contract[], records = Infinity): readonly RecordedEvent[] => {
  const counts = new Map<Contract, number>();
  const events = contracts.map((contract) => {
    const n = counts.get(contract) ?? 0;
    counts.set(contract, n + 1);
    return eventAt(contract, n, records);
  });
  return recorded(events);
};

/** By the number of records and by type; kept, because validating data takes longer than folding it. */
const made = new Map<number, Map<Contract, Event[]>>();

const eventsOf = (contract: Contract, records: number): Event[] => {
  const byType = made.get(records) ?? new Map<Contract, Event[]>();
  const events = byType.get(contract) ?? [];
  made.set(records, byType.set(contract, events));
  return events;
};

const eventAt = (contract: Contract, n: number, records: number): Event =>
  (eventsOf(contract, records)[n] ??= nthEvent(contract, n, idsOf(n % records)));
