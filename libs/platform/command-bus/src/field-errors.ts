import type { Words } from '@annals/event-sourcing';
import type { z } from 'zod';
import type { Issue } from './expectation.js';
import { missingSentence, sentenceFor, unknownSentence } from './field-sentence.js';
import { keysAt } from './keys-at.js';

/** An error of one field: its path with dots, the rule for programs, and the text for people. */
export type Misfit = { readonly field: string; readonly rule: string; readonly message: Words };

type Path = readonly PropertyKey[];

/** More errors of one request help nobody, and their sentences cost more than the request. */
export const MOST_ERRORS = 100;

const SUGGESTIONS = 3; // per object, because searching for them takes time

/** The errors of a value according to a schema, at most `MOST_ERRORS`; `path` is the path of the value. */
export const fieldErrorsOf = (schema: z.ZodType, value: unknown, path: Path): readonly Misfit[] =>
  (schema.safeParse(value).error?.issues ?? [])
    .slice(0, MOST_ERRORS)
    .flatMap((issue) => errorsIn({ schema, value, path }, issue));

/** Errors for unknown fields of an object, at most `MOST_ERRORS`; `known` are the allowed ones. */
export const unknownFields = (path: Path, names: readonly string[], known: readonly string[]): readonly Misfit[] =>
  names.slice(0, MOST_ERRORS).map((name, index) => {
    const field = dotted([...path, name]);
    return { field, rule: 'unknownField', message: unknownSentence(field, name, index < SUGGESTIONS ? known : []) };
  });

/** An error for a field that breaks one rule; `rule` is its name for programs. */
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
    return branch
      .slice(0, MOST_ERRORS)
      .flatMap((each) => errorsIn(checked, { ...each, path: [...issue.path, ...each.path] }));
  return [fieldError(here, ruleOf(issue), issue, valueAt(value, issue.path))];
};

// The intended branch of a union is the one that was matched furthest with the fewest errors.
const depthOf = (branch: readonly Issue[]) => Math.max(0, ...branch.map(({ path }) => path.length));
const closest = (one: readonly Issue[], other: readonly Issue[]) =>
  depthOf(other) - depthOf(one) || one.length - other.length;

const LONGEST_NAME = 100; // characters; of a longer one the beginning is named

const dotted = (path: Path) => path.map(named).join('.');

const named = (step: PropertyKey) => {
  const name = String(step);
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…`.toWellFormed() : name;
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, step) => (Object(inside) as Record<PropertyKey, unknown>)[step], value);

/** An error for an unknown field that a rule of a schema found, with the known ones. */
const isUnknown = (issue: Issue): issue is Issue & { readonly params: { readonly known: readonly string[] } } =>
  issue.code === 'custom' && Array.isArray(issue.params?.['known']);

const ruleOf = (issue: Issue): string => {
  const rule: unknown = issue.code === 'custom' ? issue.params?.['rule'] : undefined;
  return typeof rule === 'string' ? rule : issue.code;
};
