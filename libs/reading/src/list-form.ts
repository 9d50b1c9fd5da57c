import { Fits } from '@annals/command-bus/forms';
import type { ListedView } from '@annals/event-sourcing';
import type { Type } from '@nestjs/common';
import { Transform, Type as Converted } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { z } from 'zod';
import { hasPast, takesAsOf, type AsOf } from './past-form.js';
import { parametersOf } from './list-parameters.js';
import { MOST_COUNTED } from './total.js';
import { moment } from './values.js';

const MOST = 1_000; // records of a page

const TOTAL = `The answer says how many records there are on all pages together, counted up to ${MOST_COUNTED}`;

/** The parameters of every list; each list has a class that adds its own. */
export class ListForm implements AsOf {
  readonly limit: number = 50;
  declare readonly asOf?: string;
  declare readonly axis?: AsOf['axis'] & string;
  /** `next` of the page before. */
  @IsOptional() @IsString() @MaxLength(4_000) readonly cursor?: string;
  /** `-` before it sorts from the end. */
  @IsOptional() readonly sort?: string;
  /** Only records that changed at or after this instant, or the beginning of this day in `TIME_ZONE`. */
  @IsOptional() @Fits(moment) readonly updatedSince?: string;
  @IsOptional() @Fits(z.enum(['true']).describe(TOTAL)) readonly total?: 'true';
}

/** The customers whose records are asked for; none for those of all. */
export const customersIn = (form: ListForm): readonly string[] => {
  const { customer = [] } = form as { readonly customer?: string | readonly string[] };
  return [customer].flat();
};

/** The same question about other customers. */
export const aboutCustomers = (form: ListForm, customer: readonly string[]): ListForm =>
  ({ ...form, customer }) as ListForm;

const RESERVED = ['limit', 'cursor', 'sort', 'updatedSince', 'total', 'consistencyToken', 'asOf', 'axis'];

/** The form of `?<filter>=…&sort=…` of a list. Throws if a filter has the name of what every list takes. */
export const listForm = (view: ListedView): Type<ListForm> => {
  const { most = MOST, record } = view.list;
  const parameters = parametersOf(view);
  const taken = parameters.find(({ name }) => RESERVED.includes(name));
  if (taken) throw new Error(`${record.name}: no filter can be called ${taken.name}.`);

  class Form extends ListForm {
    override readonly sort?: string = defaultSort(view);
  }
  IsIn(sortsOf(view))(Form.prototype, 'sort');
  for (const rule of [IsOptional(), Converted(() => Number), IsInt(), Min(1), Max(most)]) rule(Form.prototype, 'limit');
  if (hasPast(view)) takesAsOf(Form.prototype);
  for (const { name, read, rule } of parameters) {
    const prototype = Form.prototype as object;
    Transform(({ value }) => (value === undefined ? undefined : read(value)))(prototype, name);
    IsOptional()(prototype, name);
    rule(prototype, name);
  }
  return Form;
};

/** None if not everybody may sort by it. */
const defaultSort = ({ fields, list: { sorts } }: ListedView) =>
  fields[sorts[0].replace(/^-/, '')]!.personal ? undefined : sorts[0];

/** What a list can be sorted by: its fields, from either end. */
export const sortsOf = ({ list: { sorts } }: ListedView): readonly string[] => {
  const names = new Set(sorts.map((sort) => sort.replace(/^-/, '')));
  return [...names].flatMap((name) => [name, `-${name}`]);
};
