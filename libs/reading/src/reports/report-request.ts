import type { Condition, ReportedView, Scalar } from '@annals/event-sourcing';
import { listIn, type Ends, type Moments } from '@annals/http';
import { z } from 'zod';
import { reportProblems } from './report.problems.js';

export type ReportParameters = Readonly<Record<string, string | readonly string[]>>;

/** A dimension's values; `null` is an empty parameter, `?competitor=`, and means "none". */
export type Filters = Readonly<Record<string, readonly Scalar[]>>;

export type ReportRequest = Ends & {
  readonly by: readonly string[];
  readonly filters: Filters;
  readonly sort: string | undefined;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
};

const RESERVED = ['by', 'from', 'to', 'sort', 'limit', 'cursor', 'consistencyToken'];
const MOST = 10_000; // rows

/** Throws `HttpProblem` 400 `UnknownDimension`, which lists those that exist, or `ParameterInvalid`, and as `Moments` does. */
export const requestOf = (view: ReportedView, parameters: ReportParameters, moments: Moments): ReportRequest => {
  const { by, from, to, sort, limit, cursor } = parameters;
  const named = Object.entries(parameters).filter(([name]) => !RESERVED.includes(name));
  const asked = named.map(([name, texts]) => [name, valuesOf(view, name, [texts].flat())] as const);
  const grouped = [...new Set([by ?? []].flat().flatMap((list) => list.split(',')))];
  grouped.forEach((name) => dimension(view, name));
  return {
    by: grouped,
    filters: withDefaults(view, Object.fromEntries(asked), grouped),
    ...moments.period({ from: single('from', from), to: single('to', to) }),
    sort: oneOf('sort', sort, measureSorts(view)),
    limit: count('limit', limit),
    cursor: single('cursor', cursor),
  };
};

export const conditionsOf = (
  { report: { time } }: ReportedView,
  { filters, from, to }: Pick<ReportRequest, 'filters' | 'from' | 'to'>,
): Condition[] => [
  ...Object.entries(filters).map(([field, values]) => ({ field, in: values })),
  ...((from ?? to) ? [{ field: time, from, to }] : []),
];

const withDefaults = ({ report: { defaults = {} } }: ReportedView, asked: Filters, by: readonly string[]): Filters => {
  const silent = Object.entries(defaults as Readonly<Record<string, Scalar>>).filter(([name]) => !by.includes(name));
  return { ...Object.fromEntries(silent.map(([name, value]) => [name, [value]])), ...asked };
};

const dimension = ({ report: { dimensions: known }, fields }: ReportedView, name: string) => {
  if (!known.some((one) => one === name)) throw reportProblems.problem('UnknownDimension', { dimension: name, known });
  return fields[name]!;
};

const valuesOf = (view: ReportedView, name: string, texts: readonly string[]): readonly Scalar[] => {
  const { kind } = dimension(view, name);
  const allowed = allowedIn(view, name);
  return listIn(texts).map((text) => (text === '' ? null : PARSERS[kind](name, text, allowed)));
};

/** The values that a dimension can have, if they are enumerated, or their form. */
type Allowed = readonly string[] | Form | undefined;
type Form = { readonly like: RegExp; readonly form: string };

const FORMS: Readonly<Record<string, Form>> = {
  quarter: { like: /^\d{4}-Q[1-4]$/, form: 'a quarter such as 2026-Q1' },
  month: { like: /^\d{4}-(0[1-9]|1[0-2])$/, form: 'a month such as 2026-01' },
};

const allowedIn = ({ answer: { schema } }: ReportedView, name: string): Allowed => {
  const values = schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, unknown>>)[name] : undefined;
  if (values instanceof z.ZodEnum) return values.options.map(String);
  return FORMS[name];
};

const textOf = (name: string, text: string, allowed: Allowed): Scalar => {
  if (allowed === undefined) return text;
  if ('form' in allowed) return allowed.like.test(text) ? text : invalid(name, allowed.form);
  return allowed.includes(text) ? text : invalid(name, allowed);
};

const PARSERS = {
  text: textOf,
  instant: (_: string, text: string): Scalar => text,
  day: (_: string, text: string): Scalar => text,
  number: (name: string, text: string): Scalar =>
    /^-?\d{1,15}$/.test(text) ? Number(text) : invalid(name, 'a whole number'),
  flag: (name: string, text: string): Scalar => oneOf(name, text, ['true', 'false']) === 'true',
};

const measureSorts = ({ report: { measures } }: ReportedView) =>
  Object.keys(measures).flatMap((name) => [name, `-${name}`]);

type Parameter = ReportParameters[string] | undefined;

const single = (name: string, value: Parameter): string | undefined =>
  typeof value === 'object' ? invalid(name, 'given once') : value;

const oneOf = (name: string, value: Parameter, allowed: readonly string[]): string | undefined => {
  const text = single(name, value);
  return text === undefined || allowed.includes(text) ? text : invalid(name, allowed);
};

const count = (name: string, value: Parameter): number | undefined => {
  const text = single(name, value);
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= MOST ? number : invalid(name, `1 to ${MOST}`);
};

const invalid = (parameter: string, expected: string | readonly string[]): never => {
  throw reportProblems.problem('ParameterInvalid', { parameter, expected });
};
