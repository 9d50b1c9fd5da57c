import type { Condition, Scalar } from '@annals/event-sourcing';
import { isISO8601 } from 'class-validator';
import { anyOf } from '../page.js';
import { queryProblems } from '../queries.problems.js';
import type { ReportDefinition } from './definition.js';

export type ReportParameters = Readonly<Record<string, string | readonly string[]>>;

/** A dimension's values; `null` is an empty parameter, `?competitor=`, and means "none". */
export type Filters = Readonly<Record<string, readonly Scalar[]>>;

export type ReportRequest = {
  readonly by: readonly string[];
  readonly filters: Filters;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly sort: string | undefined;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
};

const RESERVED = ['by', 'from', 'to', 'sort', 'limit', 'cursor', 'consistencyToken'];
const MOST = 10_000; // rows

/** Throws `HttpProblem` 400 `UnknownDimension`, which lists those that exist, or `ParameterInvalid`. */
export const requestOf = (report: ReportDefinition, parameters: ReportParameters): ReportRequest => {
  const { by, from, to, sort, limit, cursor } = parameters;
  const named = Object.entries(parameters).filter(([name]) => !RESERVED.includes(name));
  const asked = named.map(([name, texts]) => [name, valuesOf(report, name, [texts].flat())] as const);
  const grouped = [...new Set([by ?? []].flat().flatMap((list) => list.split(',')))];
  grouped.forEach((name) => dimension(report, name));
  return {
    by: grouped,
    filters: withDefaults(report, Object.fromEntries(asked), grouped),
    from: instant('from', from),
    to: instant('to', to),
    sort: oneOf('sort', sort, measureSorts(report)),
    limit: count('limit', limit),
    cursor: single('cursor', cursor),
  };
};

export const conditionsOf = (
  { time }: ReportDefinition,
  { filters, from, to }: Pick<ReportRequest, 'filters' | 'from' | 'to'>,
): Condition[] => [
  ...Object.entries(filters).flatMap(([name, values]) => anyOf(name, values)),
  ...((from ?? to) ? [{ field: time, from, to }] : []),
];

const withDefaults = ({ defaults }: ReportDefinition, asked: Filters, by: readonly string[]): Filters => {
  const silent = Object.entries(defaults).filter(([name]) => !by.includes(name));
  return { ...Object.fromEntries(silent.map(([name, value]) => [name, [value]])), ...asked };
};

const dimension = ({ dimensions }: ReportDefinition, name: string) => {
  const known = Object.keys(dimensions);
  if (!known.includes(name)) throw queryProblems.problem('UnknownDimension', { dimension: name, known });
  return dimensions[name]!;
};

const valuesOf = (report: ReportDefinition, name: string, texts: readonly string[]): readonly Scalar[] => {
  const { type } = dimension(report, name);
  return texts.map((text) => (text === '' ? null : PARSERS[type](name, text)));
};

const PARSERS = {
  text: (_: string, text: string): Scalar => text,
  number: (name: string, text: string): Scalar =>
    /^-?\d{1,15}$/.test(text) ? Number(text) : invalid(name, 'a whole number'),
  boolean: (name: string, text: string): Scalar => oneOf(name, text, ['true', 'false']) === 'true',
};

const measureSorts = ({ measures }: ReportDefinition) => Object.keys(measures).flatMap((name) => [name, `-${name}`]);

type Parameter = ReportParameters[string] | undefined;

const single = (name: string, value: Parameter): string | undefined =>
  typeof value === 'object' ? invalid(name, 'given once') : value;

const oneOf = (name: string, value: Parameter, allowed: readonly string[]): string | undefined => {
  const text = single(name, value);
  return text === undefined || allowed.includes(text) ? text : invalid(name, allowed);
};

const instant = (name: string, value: Parameter): string | undefined => {
  const text = single(name, value);
  if (text === undefined) return undefined;
  return isISO8601(text, { strict: true }) ? new Date(text).toISOString() : invalid(name, 'a day or an instant');
};

const count = (name: string, value: Parameter): number | undefined => {
  const text = single(name, value);
  if (text === undefined) return undefined;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= MOST ? number : invalid(name, `1 to ${MOST}`);
};

const invalid = (parameter: string, expected: string | readonly string[]): never => {
  throw queryProblems.problem('ParameterInvalid', { parameter, expected });
};
