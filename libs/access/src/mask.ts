import { replaceAt } from '@annals/event-sourcing';

/** What stands in the place of a personal text for those who may not see it. */
export const MASK = '•••';

type Tree = Readonly<Record<string, unknown>>;

/**
 * What stands in the place of a personal value. It keeps its type: a text is masked, a list or a group is empty, a number or
 * a flag is `null`. Before and after a change of any field, where a value may have any type, it is masked as a text.
 */
export const hidden = (value: unknown, around: readonly Tree[]): unknown => {
  if (typeof value === 'string' || isChange(around.at(-1))) return MASK;
  if (Array.isArray(value)) return [];
  return typeof value === 'object' ? {} : null;
};

const isChange = (enclosing: Tree = {}) => 'field' in enclosing && ('before' in enclosing || 'after' in enclosing);

/**
 * A copy whose values at the paths, such as `name` and `changes[].after`, are masked. What is not there or not known
 * stays so: a mask does not say that there is something.
 */
export const maskedAt = <T extends object>(value: T, paths: readonly string[]): T =>
  paths.reduce((at, path) => replaceAt(at, path, hidden), value);
