import { Fits } from '@annals/command-bus/forms';
import { UPDATED_AT, type ListedView } from '@annals/event-sourcing';
import { listIn } from '@annals/http';
import type { Type } from '@nestjs/common';
import { Transform, Type as Converted } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { z } from 'zod';
import { moment, READ, VALUE, type Kind } from './values.js';

const MOST_VALUES = 100; // of one filter

/** The parameters of every list; each list has a class that adds its filters. */
export class ListForm {
  /** Items at most, up to 1,000. */
  @IsOptional() @Converted(() => Number) @IsInt() @Min(1) @Max(1_000) readonly limit: number = 50;
  /** `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(4_000) readonly cursor?: string;
  /** `-` before it sorts from the end. */
  readonly sort: string = '';
  /** Only records that changed at or after this instant or day. */
  @IsOptional() @Fits(moment) readonly updatedSince?: string;
}

const RESERVED = ['limit', 'cursor', 'sort', 'updatedSince', 'consistencyToken'];

/** The form of `?<filter>=…&sort=…` of a list. Throws if a filter has the name of what every list takes. */
export const listForm = (view: ListedView): Type<ListForm> => {
  const { fields, list } = view;
  const { filters, sorts, ranges = [], conditions = {} } = list;
  expectFree(view, [...filters, ...Object.keys(conditions)]);
  class Form extends ListForm {
    override readonly sort: string = sorts[0];
  }
  IsIn(bothWays(sorts))(Form.prototype, 'sort');
  for (const name of filters) {
    const { kind, schema } = fields[name]!;
    optional(Form, name, (value) => valuesIn(value, kind), z.array(schema ?? VALUE[kind]).max(MOST_VALUES));
  }
  for (const name of ranges) {
    const { kind } = fields[name]!;
    for (const bound of ['from', 'to'])
      optional(Form, `${name}.${bound}`, (value) => valueIn(value, kind), VALUE[kind]);
  }
  for (const name of Object.keys(conditions)) {
    IsOptional()(Form.prototype, name);
    IsIn(['true'])(Form.prototype, name);
  }
  return Form;
};

const expectFree = ({ fields, list: { record } }: ListedView, parameters: readonly string[]) => {
  const taken = parameters.find((name) => RESERVED.includes(name));
  if (taken !== undefined) throw new Error(`${record.name}: no filter can be called ${taken}.`);
  if (UPDATED_AT in fields) throw new Error(`${record.name}: no field can be called ${UPDATED_AT}.`);
};

const optional = (form: Type, name: string, read: (value: unknown) => unknown, schema: z.ZodType) => {
  const prototype = form.prototype as object;
  Transform(({ value }) => (value === undefined ? undefined : read(value)))(prototype, name);
  IsOptional()(prototype, name);
  Fits(schema)(prototype, name);
};

/** The fields that a list can be sorted by, from either end. */
const bothWays = (sorts: readonly string[]) => {
  const names = new Set(sorts.map((sort) => sort.replace(/^-/, '')));
  return [...names].flatMap((name) => [name, `-${name}`]);
};

const valuesIn = (value: unknown, kind: Kind) =>
  [value]
    .flat()
    .flatMap((one): readonly unknown[] => (typeof one === 'string' ? listIn(one) : [one]))
    .map((one) => valueIn(one, kind));

const valueIn = (value: unknown, kind: Kind) => (typeof value === 'string' ? READ[kind](value) : value);
