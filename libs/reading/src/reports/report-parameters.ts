import type { ReportedView } from '@annals/event-sourcing';
import { applyDecorators } from '@nestjs/common';
import { AXES } from '../as-of.js';
import { AS_OF, AXIS } from '../past-form.js';
import { ApiQuery, type ApiQueryOptions } from '@nestjs/swagger';

type Schema = Extract<ApiQueryOptions, { readonly schema: unknown }>['schema'];

const parameter = (name: string, description: string, schema: Schema = { type: 'string' }) =>
  ApiQuery({ name, description, schema, required: false });

const many: Schema = { type: 'array', items: { type: 'string' } };
const most: Schema = { type: 'integer', minimum: 1, maximum: 10_000 };

const DIMENSION_TYPES = {
  text: 'string',
  instant: 'string',
  day: 'string',
  number: 'integer', // nobody groups by fractions
  flag: 'boolean',
} as const;

/** Each dimension of any of the reports, which is a filter of those that have it. */
const dimensionsOf = (views: readonly ReportedView[]) => {
  const all = views.flatMap(({ report: { name, dimensions }, fields }) =>
    dimensions.map((dimension) => ({ report: name, dimension, kind: fields[dimension]!.kind })),
  );
  return [...Map.groupBy(all, ({ dimension }) => dimension)].map(([name, uses]) =>
    ApiQuery({
      ...{ name, required: false, style: 'form', explode: true },
      description: `Only these values; separated by commas, too, with a comma within a value written \`\\,\`; empty for none. A dimension of ${listOf(uses.map(({ report }) => `\`${report}\``))}.`,
      schema: { type: 'array', items: { type: typeOf(uses.map(({ kind }) => kind)) } },
    }),
  );
};

/** Of reports that differ in the type of a dimension, texts. */
const typeOf = (kinds: readonly (keyof typeof DIMENSION_TYPES)[]) => {
  const [type, ...others] = new Set(kinds.map((kind) => DIMENSION_TYPES[kind]));
  return others.length > 0 ? 'string' : type!;
};

const listOf = (names: readonly string[]) => new Intl.ListFormat('en').format(names);

const filters = (views: readonly ReportedView[]) => [
  ...dimensionsOf(views),
  parameter('from', 'Only what happened at or after this instant, or the beginning of this day in `TIME_ZONE`'),
  parameter('to', 'Only what happened before this instant, or the beginning of this day in `TIME_ZONE`'),
  parameter('asOf', AS_OF),
  parameter('axis', AXIS, { type: 'string', enum: [...AXES], default: 'recorded' }),
];

/** What a report takes, for the description of the API. */
export const ReportQueries = (views: readonly ReportedView[]): MethodDecorator =>
  applyDecorators(
    parameter('by', 'Dimensions, separated by commas or repeated', many),
    ...filters(views),
    parameter('sort', 'A measure, with `-` before it the greatest first; by key without it'),
    parameter('limit', 'Rows at most; 1,000 by default', most),
  );

/** What the list of a report's records takes. */
export const RecordQueries = (views: readonly ReportedView[]): MethodDecorator =>
  applyDecorators(
    ...filters(views),
    parameter('limit', 'Records at most; 50 by default', most),
    parameter('cursor', '`next` of the page before'),
  );
