import { applyDecorators } from '@nestjs/common';
import { ApiQuery, type ApiQueryOptions } from '@nestjs/swagger';

type Schema = Extract<ApiQueryOptions, { readonly schema: unknown }>['schema'];

const parameter = (name: string, description: string, schema: Schema = { type: 'string' }) =>
  ApiQuery({ name, description, schema, required: false });

const many: Schema = { type: 'array', items: { type: 'string' } };
const most: Schema = { type: 'integer', minimum: 1, maximum: 10_000 };

const filters = [
  // In this style the members of the object are the parameters; its own name is never sent.
  ApiQuery({
    name: 'dimensions',
    description:
      'Any dimension by its name, `country=Germany`: several values separated by commas (a comma within a value is written `\\,`) or repeated, empty for none',
    required: false,
    style: 'form',
    explode: true,
    schema: { type: 'object', additionalProperties: many },
  }),
  parameter('from', 'Only what happened at or after this instant, or the beginning of this day in `TIME_ZONE`'),
  parameter('to', 'Only what happened before this instant, or the beginning of this day in `TIME_ZONE`'),
];

/** What a report takes, for the description of the API. */
export const ReportQueries = (): MethodDecorator =>
  applyDecorators(
    parameter('by', 'Dimensions, separated by commas or repeated', many),
    ...filters,
    parameter('sort', 'A measure, with `-` before it the greatest first; by key without it'),
    parameter('limit', 'Rows at most; 1,000 by default', most),
  );

/** What the list of a report's records takes. */
export const RecordQueries = (): MethodDecorator =>
  applyDecorators(
    ...filters,
    parameter('limit', 'Records at most; 50 by default', most),
    parameter('cursor', '`next` of the page before'),
  );
