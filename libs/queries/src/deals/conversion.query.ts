import { ValueList } from '@annals/http';
import type { Condition } from '@annals/event-sourcing';
import { month, quarter } from '@annals/contracts-values';
import { Fits } from '@annals/command-bus/forms';
import { AXES, takesAsOf, type AsOf, type Axis } from '@annals/reading';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { anyOf, FreshQuery, type OneOrMany } from '../page.js';

/** Which deals, and when. Each condition takes one value, or several by repeating it; `owner` is a user's id. */
export class ConversionScope extends FreshQuery implements AsOf {
  @IsOptional() @ValueList() @IsString({ each: true }) readonly owner?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly customer?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly country?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly region?: OneOrMany<string>;
  declare readonly asOf?: string;
  declare readonly axis?: Axis;
}
takesAsOf(ConversionScope.prototype);

/** Which deals that were open, and when. Each condition takes one value, or several by repeating it; `owner` is a user's id. */
export class OutcomeScope extends FreshQuery {
  /** The moment of the forecast: an instant, the beginning of a day in `TIME_ZONE`, or a position of the log. */
  @IsString() @MaxLength(40) readonly asOf!: string;
  /** Whether `asOf` is about what was known then, or about what was true then. */
  @IsIn(AXES) readonly axis: Axis = 'occurred';
  /** Only deals that were expected to close in this month. */
  @IsOptional() @Fits(month) readonly expectedMonth?: string;
  /** Only deals that were expected to close in this quarter. */
  @IsOptional() @Fits(quarter) readonly expectedQuarter?: string;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly owner?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly customer?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly country?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly region?: OneOrMany<string>;
}

export const outcomeScope = ({ expectedMonth, expectedQuarter, ...scope }: OutcomeScope): Condition[] => [
  { field: 'status', is: 'open' },
  ...anyOf('expectedMonth', expectedMonth),
  ...anyOf('expectedQuarter', expectedQuarter),
  ...conversionScope(scope),
];

export const conversionScope = ({ owner, customer, country, region }: ConversionScope): Condition[] => [
  ...anyOf('owner', owner),
  ...anyOf('customer', customer),
  ...anyOf('country', country),
  ...anyOf('region', region),
];
