import { allocatedBytes } from './allocated-bytes.js';
import { StepCounter } from './step-counter.js';

const FEW = 100; // entries of each list and map
const MANY = 2 * FEW;

/** By how much more work on twice the entries may take if it sorts them or puts them into a tree: 2 · log 200 / log 100. */
const GROWTH = 2.3;
/** What may come to that; far less than a search or copy for each entry. */
const ALLOWANCE = { steps: 8 * MANY, bytes: 320 * MANY };
const ROUNDS = 3; // of measuring what seems costly, because code that is compiled meanwhile takes bytes, too

/** Wraps a value whose reads are counted. */
export type Watch = <T>(value: T) => T;

/** Prepares work without effects on something with this number of entries; what the work reads passes `watch`. */
export type Case = { readonly name: string; readonly prepared: (entries: number, watch: Watch) => () => unknown };

const unwatched: Watch = (value) => value;

/** The names of those that take too many steps or bytes for their entries. */
export const costly = (cases: readonly Case[], rounds = ROUNDS): readonly string[] => {
  if (rounds === 0 || cases.length === 0) return cases.map(({ name }) => name);
  const bytes = allocatedBytes(
    cases.flatMap(({ prepared }) => [FEW, MANY].map((entries) => prepared(entries, unwatched))),
  );
  return costly(
    cases.filter(
      (each, index) =>
        excess([FEW, MANY].map((entries) => stepsOf(each, entries))) > ALLOWANCE.steps ||
        excess(bytes.slice(2 * index, 2 * index + 2)) > ALLOWANCE.bytes,
    ),
    rounds - 1,
  );
};

const excess = ([few, many]: readonly number[]): number => many! - GROWTH * few!;

const stepsOf = ({ prepared }: Case, entries: number): number => {
  const counter = new StepCounter();
  prepared(entries, (value) => counter.watch(value))();
  return counter.steps;
};
