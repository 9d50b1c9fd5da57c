import { cellsOf, type Sample } from '../preview/sample.js';
import { fitOf, looksLike } from './by-content.js';
import { namedLike } from './by-name.js';
import { freeName } from './free-names.js';
import type { Target, Targets } from './targets.js';

const LIKE = 0.6; // of names, at least
const FIT = 0.5; // share of cells, at least

/** Why a column has its target: `rest` for one that nothing else is known of. */
export type Reason = 'caller' | 'name' | 'content' | 'rest';

/** What a column becomes: the path of a target, or a free value such as `attributes.note`; `null` if it is left out. */
export type Assigned = { readonly column: string; readonly target: string | null; readonly by: Reason | null };

/** What the caller has decided of some columns. */
export type Decided = ReadonlyMap<string, string | null>;

export type Column = { readonly name: string; readonly cells: readonly string[]; readonly isUsable: boolean };

/** The columns of a sample with those of their first cells that are not blank. A name that is blank or there twice cannot be used. */
export const columnsOf = ({ columns, rows }: Sample): readonly Column[] =>
  columns.map((name, at) => ({
    name,
    cells: cellsOf(rows, at),
    isUsable: name !== '' && columns.filter((each) => each === name).length === 1,
  }));

/** A target for each column: as the caller has decided, else by its name, else by its content, else as a free value. */
export const assign = (sample: Sample, { targets, open }: Targets, decided: Decided): readonly Assigned[] => {
  const columns = columnsOf(sample);
  const [taken, used] = [new Map<string, Assigned>(), new Set<string | null>()];
  const take = (column: string, target: string | null, by: Reason) => {
    taken.set(column, { column, target, by });
    used.add(target);
  };
  const free = () => columns.filter(({ name, isUsable }) => isUsable && !taken.has(name));
  const left = () => targets.filter(({ path }) => !used.has(path));

  for (const { name } of columns) if (decided.has(name)) take(name, decided.get(name)!, 'caller');
  for (const { column, target } of named(free(), left(), sample)) take(column, target.path, 'name');
  for (const { name, cells } of free()) {
    const alike = left().filter((target) => looksLike(target, cells, sample.format));
    if (alike.length === 1) take(name, alike[0]!.path, 'content');
  }
  const rest = open === null ? [] : free().filter(({ cells }) => cells.length > 0);
  for (const { name } of rest) take(name, nameIn(open!, name, taken), 'rest');
  return columns.map(({ name }) => taken.get(name) ?? { column: name, target: null, by: null });
};

const nameIn = (open: string, column: string, taken: ReadonlyMap<string, Assigned>) => {
  const names = [...taken.values()].flatMap(({ target }) =>
    target?.startsWith(`${open}.`) ? [target.slice(open.length + 1)] : [],
  );
  return `${open}.${freeName(column, new Set(names))}`;
};

type Pair = { readonly column: string; readonly target: Target; readonly like: number };

/** The likeliest pairs first, each column and target once. An entry of a list without what it needs is not begun. */
const named = (columns: readonly Column[], targets: readonly Target[], sample: Sample): readonly Pair[] => {
  const chosen = greedy(columns, targets, sample);
  const halves = targets.filter(
    (target) =>
      target.isInList && target.kind === 'text' && target.isRequired && !chosen.some((pair) => pair.target === target),
  );
  const unfinished = halves
    .map(({ path }) => groupOf(path))
    .filter((group) => chosen.some(({ target }) => groupOf(target.path) === group));
  if (unfinished.length === 0) return chosen;
  return greedy(
    columns,
    targets.filter(({ path }) => !unfinished.includes(groupOf(path))),
    sample,
  );
};

const groupOf = (path: string) => path.split('.')[0]!;

const greedy = (columns: readonly Column[], targets: readonly Target[], { format }: Sample): readonly Pair[] => {
  const likeTo = namedLike(targets);
  const pairs = columns.flatMap(({ name, cells }) =>
    [...likeTo(name)]
      .filter(([target, like]) => like >= LIKE && fitOf(target, cells, format) >= FIT)
      .map(([target, like]): Pair => ({ column: name, target, like })),
  );
  const chosen: Pair[] = [];
  for (const pair of pairs.toSorted((one, other) => other.like - one.like || inListLast(one, other)))
    if (!chosen.some(({ column, target }) => column === pair.column || target === pair.target)) chosen.push(pair);
  return chosen;
};

/** What the record itself has of a name comes before what an entry of a list has. */
const inListLast = (one: Pair, other: Pair) => Number(one.target.isInList) - Number(other.target.isInList);
