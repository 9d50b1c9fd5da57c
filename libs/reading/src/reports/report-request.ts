import { expectationOf, type Issue } from '@annals/command-bus';
import { REPORT_PARAMETERS, type Condition, type Moment, type ReportedView, type Scalar } from '@annals/event-sourcing';
import { listIn, type Ends, type Moments } from '@annals/http';
import { z } from 'zod';
import { AXES, momentOf, type Axis } from '../as-of.js';
import { READ, VALUE, type Kind } from '../values.js';
import { reportProblems } from './report.problems.js';

export type ReportParameters = Readonly<Record<string, string | readonly string[]>>;

/** A dimension's values; `null` is an empty parameter, `?competitor=`, and means "none". */
export type Filters = Readonly<Record<string, readonly Scalar[]>>;

export type ReportRequest = Ends & {
  readonly by: readonly string[];
  readonly filters: Filters;
  /** What is searched for instead: where `filters` name merged customers, their survivors. */
  readonly led?: Filters;
  readonly sort: string | undefined;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
  /** The moment of the past that is asked for. */
  readonly then: { readonly asOf: string; readonly axis: Axis; readonly moment: Moment } | undefined;
};

const MOST = 10_000; // rows

/** Throws `HttpProblem` 400 `UnknownDimension`, which lists those that exist, or `ParameterInvalid`, and as `Moments` does. */
export const requestOf = (view: ReportedView, parameters: ReportParameters, moments: Moments): ReportRequest => {
  const { by, from, to, sort, limit, cursor } = parameters;
  const named = Object.entries(parameters).filter(([name]) => !REPORT_PARAMETERS.some((one) => one === name));
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
    then: thenOf(parameters, moments),
  };
};

const thenOf = ({ asOf, axis = 'recorded' }: ReportParameters, moments: Moments): ReportRequest['then'] => {
  const by = AXES.find((each) => each === axis) ?? invalid('axis', AXES);
  const text = single('asOf', asOf);
  return text === undefined ? undefined : { asOf: text, axis: by, moment: momentOf(moments, text, by) };
};

export const conditionsOf = (
  { report: { time } }: ReportedView,
  { filters, led, from, to }: Pick<ReportRequest, 'filters' | 'led' | 'from' | 'to'>,
): Condition[] => [
  ...Object.entries({ ...filters, ...led }).map(([field, values]) => ({ field, in: values })),
  ...((from ?? to) ? [{ field: time, from, to }] : []),
];

/** The request with the survivors of merged customers: `ledTo` finds them. */
export const ledIn = async (
  request: ReportRequest,
  ledTo: (customerIds: readonly string[]) => Promise<readonly string[]>,
): Promise<ReportRequest> => {
  const { customer = [] } = request.filters;
  const ids = customer.filter((each) => typeof each === 'string');
  if (ids.length === 0) return request;
  return { ...request, led: { customer: [...customer.filter((each) => each === null), ...(await ledTo(ids))] } };
};

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
  const schema = valuesFor(view, name);
  return listIn(texts).map((text) => (text === '' ? null : valueOf(name, kind, schema, text)));
};

/** What a dimension declares of its values; otherwise the choices of the field of the same name in the answer. */
const valuesFor = ({ answer: { schema }, fields }: ReportedView, name: string): z.ZodType => {
  const field = fields[name]!;
  const members = schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, z.ZodType>>) : {};
  const choices = Object.hasOwn(members, name) && members[name] instanceof z.ZodEnum ? members[name] : undefined;
  return field.schema ?? choices ?? VALUE[field.kind];
};

const valueOf = (name: string, kind: Kind, schema: z.ZodType, text: string): Scalar => {
  const value = READ[kind](text);
  const issue = schema.safeParse(value).error?.issues[0];
  return issue === undefined ? (value as Scalar) : invalid(name, expectedOf(kind, issue));
};

const expectedOf = (kind: Kind, issue: Issue): string | readonly string[] => {
  if (kind === 'flag') return ['true', 'false'];
  return issue.code === 'invalid_value' ? issue.values.map(String) : expectationOf(issue).en;
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
