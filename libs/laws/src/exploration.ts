import type { AnyCommandClass } from '@annals/command-bus';
import type { Aggregate, Catalogue } from '@annals/slice';
import fc from 'fast-check';
import { anyCommandOf, CommandReader, eachCommandOf, type Drawn } from './drawn-command.js';
import { Walk, type Exploration } from './walk.js';

const RUNS = 160;
const ALONE = 40; // runs
const BATCHES = 24; // of runs alone
const LENGTH = 100; // commands
const OFTEN = [5, 10, 20, 40]; // times as often as others, in turn: some need themselves, some need others, before them

type Classes = readonly AnyCommandClass[];

const isCreating = ({ route }: AnyCommandClass) => route?.creates !== undefined;

const sequenceOf = (some: Classes) => fc.array(anyCommandOf(some), { minLength: LENGTH, maxLength: LENGTH });

/**
 * Sends random commands to aggregates: first one of each that creates a record, then any. An aggregate of which a command was
 * never carried out, because it needs others before it, is also sent its commands alone, until all were carried out.
 */
export const explore = ({
  aggregates,
  policies,
  merging,
}: Pick<Catalogue, 'aggregates' | 'policies' | 'merging'>): Exploration => {
  const classes = aggregates.flatMap(({ commands }) => commands);
  const beginnings = eachCommandOf(classes.filter(isCreating));
  const walk = new Walk(new CommandReader(aggregates, policies), merging());
  for (const sent of fc.sample(fc.tuple(beginnings, sequenceOf(classes)), RUNS)) walk.along(sent.flat());
  for (const aggregate of aggregates) reachAll(aggregate, walk, classes.filter(isCreating));
  return walk;
};

/**
 * Sends the commands of an aggregate alone, those that were never carried out more often, with those that create what it is about.
 * Half the time it goes on from where one of them was carried out for the first time, since some need many others before them.
 */
const reachAll = ({ commands }: Aggregate, walk: Walk, creating: Classes) => {
  const missing = () => commands.filter(({ type }) => !walk.carriedOut.has(type));
  const own = commands.some(isCreating) ? commands : [...commands, ...creating];
  let reached: readonly Drawn[] = [];
  for (let batch = 0; batch < BATCHES && missing().length > 0; batch++) {
    const rare = Array<Classes>(OFTEN[batch % OFTEN.length]! - 1).fill(missing());
    const any = fc.tuple(eachCommandOf(creating), sequenceOf([...own, ...rare.flat()]));
    const drawn = { numRuns: ALONE, seed: fc.readConfigureGlobal().seed! + batch };
    for (const [run, [begun, then]] of fc.sample(any, drawn).entries()) {
      if (missing().length === 0) return;
      reached = walk.along([...(run % 2 === 0 ? begun : reached), ...then]) ?? reached;
    }
  }
};
