import { ValueList } from '@annals/http';
import type { Condition } from '@annals/event-sourcing';
import { dealStatus, type Deal } from '@annals/projections-deals';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { anyOf, FreshQuery, type OneOrMany } from '../page.js';

/** Which deals. Each condition takes one value, or several by repeating it; `owner` is a user's id. */
export class DealScope extends FreshQuery {
  @ValueList() @IsIn(dealStatus.options, { each: true }) readonly status: OneOrMany<Deal['status']> = ['open'];
  @IsOptional() @ValueList() @IsString({ each: true }) readonly owner?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly customer?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly country?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly region?: OneOrMany<string>;
}

export const scopeOf = ({ status, owner, customer, country, region }: DealScope): Condition[] => [
  ...anyOf('status', status),
  ...anyOf('owner', owner),
  ...anyOf('customer', customer),
  ...anyOf('country', country),
  ...anyOf('region', region),
];
