import { ValueList } from '@annals/http';
import type { Condition } from '@annals/event-sourcing';
import { IsOptional, IsString } from 'class-validator';
import { anyOf, FreshQuery, type OneOrMany } from '../page.js';

/** Whose deals. Each condition takes one value, or several by repeating it; `owner` is a user's id. */
export class DealScope extends FreshQuery {
  @IsOptional() @ValueList() @IsString({ each: true }) readonly owner?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly customer?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly country?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly region?: OneOrMany<string>;
}

export const scopeOf = ({ owner, customer, country, region }: DealScope): Condition[] => [
  ...anyOf('owner', owner),
  ...anyOf('customer', customer),
  ...anyOf('country', country),
  ...anyOf('region', region),
];
