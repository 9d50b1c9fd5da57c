import { replaceAt } from '@annals/event-sourcing';

/** What stands in the place of a personal value for those who may not see it. */
export const MASK = '•••';

/**
 * A copy whose values at the paths, such as `name` and `changes[].after`, are masked. What is not there or not known
 * stays so: a mask does not say that there is something.
 */
export const maskedAt = <T extends object>(value: T, paths: readonly string[]): T =>
  paths.reduce((at, path) => replaceAt(at, path, () => MASK), value);
