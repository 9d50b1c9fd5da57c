import { requestProblems } from '../problems/http.problems.js';

const DEEPEST = 64; // levels; validation is recursive

/** Fields and entries of a body, with those inside of others; the largest command has 8,218. */
export const MOST_VALUES = 10_000;
const MOST_BULK_VALUES = 200_000; // of all commands of a bulk request together

/** Throws `HttpProblem` 400 `BodyTooDeep` or `TooManyValues`; looks at no more than `most` values. */
export const refuseShape = (body: unknown, most: number): void => {
  let values = 0;
  const nestedIn = (value: object): readonly object[] => {
    const inside = Object.values(value);
    values += inside.length;
    if (values > most) throw requestProblems.problem('TooManyValues', { most });
    return inside.filter(isNested);
  };
  let level: readonly object[] = [body].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === DEEPEST) throw requestProblems.problem('BodyTooDeep', { deepest: DEEPEST });
    level = level.flatMap(nestedIn);
  }
};

/** The same for a bulk request, and for each of its commands. */
export const refuseBulkShape = (body: unknown): void => {
  refuseShape(body, MOST_BULK_VALUES);
  const { commands } = Object(body) as { readonly commands?: unknown };
  if (Array.isArray(commands)) for (const command of commands) refuseShape(command, MOST_VALUES);
};

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
