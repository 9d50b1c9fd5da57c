type Tree = Readonly<Record<string, unknown>>;
type Change = (value: unknown, enclosing: readonly Tree[]) => unknown;

/**
 * A copy with changed values at a path such as `name`, `changes[].after` or `facts.*`. `change` also receives the enclosing
 * objects, outermost first. Absent values and `null` are unchanged; a value of another shape than the path expects is
 * changed as a whole, so that masking never misses a value.
 */
export const replaceAt = <T>(value: T, path: string, change: Change): T =>
  replace(value, stepsOf(path), change, []) as T;

/** Calls `found` with each value at a path, in order, except absent ones and `null`. */
export const visitAt = (value: unknown, path: string, found: (value: unknown) => void): void =>
  visit(value, stepsOf(path), 0, found);

const visit = (at: unknown, steps: readonly string[], index: number, found: (value: unknown) => void): void => {
  if (at === null || at === undefined) return;
  const step = steps[index];
  if (step === undefined) found(at);
  else for (const member of membersAt(at, step)) visit(member, steps, index + 1, found);
};

const membersAt = (at: unknown, step: string): readonly unknown[] => {
  if (step === '[]') return Array.isArray(at) ? at : [];
  if (!isTree(at)) return [];
  if (step === '*') return Object.values(at);
  return Object.hasOwn(at, step) ? [at[step]] : [];
};

const stepsOf = (path: string): readonly string[] => {
  const steps = known.get(path) ?? path.split(/\.|(?=\[\])/);
  if (known.size < MOST_KNOWN) known.set(path, steps);
  return steps;
};

// Contracts and views have few paths, and each is used for every event.
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 10_000;

const replace = (at: unknown, [step, ...rest]: readonly string[], change: Change, around: readonly Tree[]): unknown => {
  if (at === null || at === undefined) return at;
  if (step === undefined) return change(at, around);
  if (step === '[]')
    return Array.isArray(at) ? at.map((one) => replace(one, rest, change, around)) : change(at, around);
  return isTree(at) ? replaceIn(at, step, rest, change, around) : change(at, around);
};

const replaceIn = (tree: Tree, step: string, rest: readonly string[], change: Change, around: readonly Tree[]) => {
  const names = step === '*' ? Object.keys(tree) : [step].filter((name) => Object.hasOwn(tree, name));
  const replaced = names.map((name) => [name, replace(tree[name], rest, change, [...around, tree])] as const);
  return { ...tree, ...Object.fromEntries(replaced) };
};

const isTree = (value: unknown): value is Tree => typeof value === 'object' && !Array.isArray(value);
