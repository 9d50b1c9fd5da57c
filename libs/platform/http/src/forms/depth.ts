import { requestProblems } from '../problems/http.problems.js';

const DEEPEST = 64; // levels; validation is recursive

/** Throws `HttpProblem` 400 `BodyTooDeep`. */
export const refuseDepth = (body: unknown): void => {
  for (let depth = 0, level = nested([body]); level.length > 0; depth += 1, level = nested(level.flatMap(valuesIn))) {
    if (depth === DEEPEST) throw requestProblems.problem('BodyTooDeep', { deepest: DEEPEST });
  }
};

const nested = (values: readonly unknown[]) => values.filter((value) => typeof value === 'object' && value !== null);

const valuesIn = (value: unknown): readonly unknown[] => Object.values(value as object);
