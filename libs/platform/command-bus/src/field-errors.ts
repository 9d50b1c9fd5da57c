import type { Words } from '@annals/event-sourcing';
import type { z } from 'zod';
import type { Issue } from './expectation.js';
import { missingSentence, sentenceFor, unknownSentence } from './field-sentence.js';
import { keysAt } from './keys-at.js';

/** What is wrong with one field: its path with dots, the rule for programs, and what people are told. */
export type Misfit = { readonly field: string; readonly rule: string; readonly message: Words };

type Path = readonly PropertyKey[];

const SUGGESTIONS = 3; // for one object: to look for them takes time

/** Everything for which a schema refuses a value; `path` leads to the value. */
export const fieldErrorsOf = (schema: z.ZodType, value: unknown, path: Path): readonly Misfit[] =>
  (schema.safeParse(value).error?.issues ?? []).flatMap((issue) => errorsIn({ schema, value, path }, issue));

/** Fields that an object should not have; `known` are those that it may have. */
export const unknownFields = (path: Path, names: readonly string[], known: readonly string[]): readonly Misfit[] =>
  names.map((name, index) => {
    const field = dotted([...path, name]);
    return { field, rule: 'unknownField', message: unknownSentence(field, name, index < SUGGESTIONS ? known : []) };
  });

/** A field that breaks one rule; `rule` is what programs call it. */
export const fieldError = (path: Path, rule: string, issue: Issue, value: unknown): Misfit => {
  const field = dotted(path);
  const isMissing = value === undefined && issue.code !== 'custom';
  return isMissing
    ? { field, rule: 'missing', message: missingSentence(field, issue) }
    : { field, rule, message: sentenceFor(field, issue) };
};

type Checked = { readonly schema: z.ZodType; readonly value: unknown; readonly path: Path };

const errorsIn = (checked: Checked, issue: Issue): readonly Misfit[] => {
  const { schema, value, path } = checked;
  const here = [...path, ...issue.path];
  if (issue.code === 'unrecognized_keys') return unknownFields(here, issue.keys, keysAt(schema, issue.path));
  if (isUnknown(issue)) return unknownFields(here.slice(0, -1), [String(here.at(-1))], issue.params.known);
  const branch = issue.code === 'invalid_union' ? issue.errors.toSorted(closest)[0] : undefined;
  if (branch && depthOf(branch) > 0)
    return branch.flatMap((each) => errorsIn(checked, { ...each, path: [...issue.path, ...each.path] }));
  return [fieldError(here, ruleOf(issue), issue, valueAt(value, issue.path))];
};

// The branch of a union that was meant is the one that was followed the furthest, with the least that is wrong.
const depthOf = (branch: readonly Issue[]) => Math.max(0, ...branch.map(({ path }) => path.length));
const closest = (one: readonly Issue[], other: readonly Issue[]) =>
  depthOf(other) - depthOf(one) || one.length - other.length;

const dotted = (path: Path) => path.map(String).join('.');

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, step) => (Object(inside) as Record<PropertyKey, unknown>)[step], value);

/** A rule of a schema has found a field that does not exist, and says which do. */
const isUnknown = (issue: Issue): issue is Issue & { readonly params: { readonly known: readonly string[] } } =>
  issue.code === 'custom' && Array.isArray(issue.params?.['known']);

const ruleOf = (issue: Issue): string => {
  const rule: unknown = issue.code === 'custom' ? issue.params?.['rule'] : undefined;
  return typeof rule === 'string' ? rule : issue.code;
};
