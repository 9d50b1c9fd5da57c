import { Fits } from '@annals/command-bus/forms';
import type { ListedView, Moment } from '@annals/event-sourcing';
import type { Moments } from '@annals/http';
import { Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { z } from 'zod';
import { AXES, momentOf, type Axis } from './as-of.js';

export const AS_OF =
  'The answer as it was then: an instant, the beginning of a day in `TIME_ZONE`, or a position of the log. Needs the right `history.read`';
export const AXIS = 'Whether `asOf` is about what was known then, or about what was true then';

/** What asks for a moment of the past. */
export type AsOf = { readonly asOf?: string; readonly axis?: Axis };

const asOf = z.string().max(40).describe(AS_OF);
const axis = z.enum(AXES).describe(AXIS);

/** Gives a form `asOf` and `axis`. */
export const takesAsOf = (form: object): void => {
  for (const rule of [IsOptional(), Fits(asOf)]) rule(form, 'asOf');
  for (const rule of [IsOptional(), Fits(axis)]) rule(form, 'axis');
};

/** The parameters of a single record as of a moment. */
export class AsOfForm {}
takesAsOf(AsOfForm.prototype);

/** Whether the events of each record of a list are those of its customer, so that the list has a past. */
export const hasPast = ({ fields, list: { filters, past } }: ListedView): boolean =>
  past !== false && 'customer' in fields && filters.includes('customer');

/** The query of a route of a view that has a past. */
export const ThenOf = (view: ListedView): ParameterDecorator => (hasPast(view) ? Query() : () => undefined);

/** Answers as of a moment need the right to read histories. */
export const HISTORY = 'history.read';

/** The moment that is asked for. Throws `HttpProblem` 400 `MomentInvalid`. */
export const momentIn = ({ asOf: text, axis: by = 'recorded' }: AsOf, moments: Moments): Moment | undefined =>
  text === undefined ? undefined : momentOf(moments, text, by);
