import { AXES, type Axis } from '@annals/reading';
import { expected } from '@annals/contracts-values';
import type { Condition } from '@annals/event-sourcing';
import { dialledNumber } from '@annals/projections-customers';
import type { PhoneRegion } from '@annals/text';
import { Declares, ValueList } from '@annals/http';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { FreshQuery, type OneOrMany } from '../page.js';
import { queryProblems } from '../queries.problems.js';

const SHORTEST = 4; // digits

export class CallersQuery extends FreshQuery {
  /** The number as it is dialled or shown, or its last digits, at least four. */
  @IsString() @MaxLength(100) @Declares({ minLength: SHORTEST }) readonly number!: string;
}

const WHOLE = 7; // digits: shorter numbers are extensions, and endings of many others

/**
 * The customers whose number ends with the dialled digits, and, in case of a number with its country code, those whose
 * whole number is the ending of it. Throws `HttpProblem` 400 `NumberTooShort`.
 */
export const callersBy = (number: string, phoneRegion: PhoneRegion): readonly Condition[] => {
  const { whole, national } = dialledNumber(number, phoneRegion);
  if (whole.length < SHORTEST) throw queryProblems.problem('NumberTooShort', { field: 'number', digits: SHORTEST });
  const lengths = Array.from({ length: Math.max(0, whole.length - WHOLE) }, (_, index) => WHOLE + index);
  return [
    { field: 'phones', startsWith: whole },
    ...(national.length < WHOLE || national === whole ? [] : [{ field: 'phones', startsWith: national }]),
    { field: 'phones', in: lengths.map((length) => whole.slice(0, length)) },
  ];
};

/** A point of the past: an instant or a day (its beginning in `TIME_ZONE`), or a position of the log. */
export class AsOfQuery extends FreshQuery {
  @IsOptional() @IsString() @MaxLength(40) readonly asOf?: string;
  /** What we knew then, or what was true then; only for a time. */
  @IsIn(AXES) readonly axis: Axis = 'recorded';
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const A_MONTH = { message: expected('a month such as `2026-01`', '月份，例如 `2026-01`') };

/** Months, `2024-03`, both inclusive; the default is the first and the last known month. */
export class MonthsQuery extends FreshQuery {
  @IsOptional() @Matches(MONTH, A_MONTH) readonly from?: string;
  @IsOptional() @Matches(MONTH, A_MONTH) readonly to?: string;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly region?: OneOrMany<string>;
}
