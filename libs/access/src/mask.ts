/** What stands in the place of a personal value for those who may not see it. */
export const MASK = '•••';

type Tree = { readonly [name: string]: unknown };

/**
 * A copy whose values at the paths, such as `name` and `changes[].after`, are masked. What is not there or not known
 * stays so: a mask does not say that there is something.
 */
export const maskedAt = <T extends object>(value: T, paths: readonly string[]): T =>
  paths.reduce<unknown>((at, path) => masked(at, path.split(/\.|(?=\[\])/)), value) as T;

const masked = (value: unknown, [step, ...deeper]: readonly string[]): unknown => {
  if (value === null || value === undefined) return value;
  if (step === undefined) return MASK;
  if (step === '[]') return Array.isArray(value) ? value.map((one) => masked(one, deeper)) : MASK;
  if (typeof value !== 'object') return MASK;
  return Object.hasOwn(value, step) ? { ...value, [step]: masked((value as Tree)[step], deeper) } : value;
};
