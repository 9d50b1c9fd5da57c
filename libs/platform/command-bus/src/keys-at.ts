import { inside, plain, shapeOf, type Schema } from './inner-schemas.js';

/** The names of the fields of a schema at a path; for a union those of all branches. */
export const keysAt = (schema: Schema, path: readonly PropertyKey[]): readonly string[] =>
  path
    .reduce<readonly Schema[]>((schemas, step) => schemas.flatMap((each) => inside(each, String(step))), plain(schema))
    .flatMap((each) => Object.keys(shapeOf(each)));
