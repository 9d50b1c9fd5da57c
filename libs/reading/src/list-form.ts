import { Fits } from '@annals/command-bus/forms';
import type { ListedView, ViewField } from '@annals/event-sourcing';
import type { Type } from '@nestjs/common';
import { Transform, Type as Converted } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { z } from 'zod';

const MOST_VALUES = 100; // of one filter
const LONGEST = 200; // characters

/** The parameters of every list; each list has a class that adds its filters. */
export class ListForm {
  /** Items at most, up to 1,000. */
  @IsOptional() @Converted(() => Number) @IsInt() @Min(1) @Max(1_000) readonly limit: number = 50;
  /** `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(4_000) readonly cursor?: string;
  /** `-` before it sorts from the end. */
  readonly sort: string = '';
}

const RESERVED = ['limit', 'cursor', 'sort', 'consistencyToken'];

/** The form of `?<filter>=…&sort=…` of a list. Throws if a filter has the name of what every list takes. */
export const listForm = ({ list, fields }: ListedView): Type<ListForm> => {
  const { filters, sorts, record } = list;
  class Form extends ListForm {
    override readonly sort: string = sorts[0];
  }
  IsIn(bothWays(sorts))(Form.prototype, 'sort');
  for (const name of filters) {
    if (RESERVED.includes(name)) throw new Error(`${record.name}: no filter can be called ${name}.`);
    const { kind, schema } = fields[name]!;
    Transform(({ value }) => valuesIn(value, kind))(Form.prototype, name);
    IsOptional()(Form.prototype, name);
    Fits(z.array(schema ?? ANY[kind]).max(MOST_VALUES))(Form.prototype, name);
  }
  return Form;
};

/** The fields that a list can be sorted by, from either end. */
const bothWays = (sorts: readonly string[]) => {
  const names = new Set(sorts.map((sort) => sort.replace(/^-/, '')));
  return [...names].flatMap((name) => [name, `-${name}`]);
};

type Kind = ViewField<never>['kind'];

const ANY: Readonly<Record<Kind, z.ZodType>> = {
  text: z.string().min(1).max(LONGEST),
  number: z.number(),
  flag: z.boolean(),
};

const valuesIn = (value: unknown, kind: Kind): unknown => {
  if (value === undefined) return undefined;
  return [value].flat().map((one) => (typeof one === 'string' ? READ[kind](one) : one));
};

/** What is none of the kind stays a text, so that the schema refuses it. */
const READ: Readonly<Record<Kind, (text: string) => unknown>> = {
  text: (text) => text,
  number: (text) => (/^-?\d{1,15}(\.\d{1,8})?$/.test(text) ? Number(text) : text),
  flag: (text) => ({ true: true, false: false })[text] ?? text,
};
