import { LIFECYCLE_STATES, type LifecycleState } from '@annals/analytics';
import { ROLES, type CustomerProfile } from '@annals/contracts-customers';
import { expected } from '@annals/contracts-values';
import type { Condition } from '@annals/event-sourcing';
import { dialledNumber } from '@annals/projections-customers';
import { queryTerms, type PhoneRegion } from '@annals/text';
import { Type } from 'class-transformer';
import { ValueList } from '@annals/http';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { anyOf, FreshQuery, PageQuery, sortsOf, type OneOrMany } from '../page.js';
import { queryProblems } from '../queries.problems.js';

type Role = CustomerProfile['roles'][number];

/** Each condition takes one value, or several by repeating it; `owner` is a user's id. */
export class CustomersQuery extends PageQuery {
  /** Customers at most, up to 200. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) override readonly limit: number = 50;
  /** Words of name, codes, tax number, addresses, contact persons, e-mail and web addresses, or beginnings of them, and telephone numbers in any notation, or parts of them; all have to be found. */
  @IsOptional() @IsString() @MaxLength(200) readonly q?: string;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly region?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly owner?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsIn(ROLES, { each: true }) readonly role?: OneOrMany<Role>;
  @IsOptional() @ValueList() @IsIn(LIFECYCLE_STATES, { each: true }) readonly state?: OneOrMany<LifecycleState>;
  /** A leading `-` sorts in descending order; the default is `name`, or `registeredAt` for callers who may not see all names. */
  @IsOptional() @IsIn(sortsOf('name', 'registeredAt', 'lastContactAt')) readonly sort?: string;
}

export class CallersQuery extends FreshQuery {
  /** The number as it is dialled or shown, or its last digits, at least four. */
  @IsString() @MaxLength(100) readonly number!: string;
}

export const conditionsOf = (
  { q, region, owner, role, state }: CustomersQuery,
  phoneRegion: PhoneRegion,
): Condition[] => [
  ...found(q?.trim() ?? '', phoneRegion),
  ...anyOf('region', region),
  ...anyOf('owner', owner),
  ...anyOf('role', role),
  ...anyOf('state', state),
];

const found = (text: string, phoneRegion: PhoneRegion): Condition[] => {
  if (text === '') return [];
  const terms = queryTerms(text, phoneRegion);
  // Punctuation alone is no word of anybody.
  return terms.length === 0
    ? [{ field: 'terms', in: [] }]
    : terms.map((startsWith) => ({ field: 'terms', startsWith }));
};

const SHORTEST = 4; // digits
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
  @IsIn(['recorded', 'occurred']) readonly axis: 'recorded' | 'occurred' = 'recorded';
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const A_MONTH = { message: expected('a month such as `2026-01`', '月份，例如 `2026-01`') };

/** Months, `2024-03`, both inclusive; the default is the first and the last known month. */
export class MonthsQuery extends FreshQuery {
  @IsOptional() @Matches(MONTH, A_MONTH) readonly from?: string;
  @IsOptional() @Matches(MONTH, A_MONTH) readonly to?: string;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly region?: OneOrMany<string>;
}
