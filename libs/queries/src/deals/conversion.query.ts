import { ValueList } from '@annals/http';
import type { Condition } from '@annals/event-sourcing';
import { takesAsOf, type AsOf, type Axis } from '@annals/reading';
import { IsOptional, IsString } from 'class-validator';
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

export const conversionScope = ({ owner, customer, country, region }: ConversionScope): Condition[] => [
  ...anyOf('owner', owner),
  ...anyOf('customer', customer),
  ...anyOf('country', country),
  ...anyOf('region', region),
];
