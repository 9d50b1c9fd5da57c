import { STEPS, type Step } from '@annals/contracts-deals';
import type { Condition } from '@annals/event-sourcing';
import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { anyOf, FreshQuery, PageQuery, sortsOf, type OneOrMany } from './page.js';

const STATUSES = ['open', 'won', 'lost'] as const;
export const DEAL_SORTS = ['openedAt', 'closedAt', 'value', 'expectedCloseDate'] as const;

/** Whose deals. Each condition takes one value, or several by repeating it; `owner` is a user's id. */
export class DealScope extends FreshQuery {
  @IsOptional() @IsString({ each: true }) readonly owner?: OneOrMany<string>;
  @IsOptional() @IsString({ each: true }) readonly customer?: OneOrMany<string>;
  @IsOptional() @IsString({ each: true }) readonly country?: OneOrMany<string>;
  @IsOptional() @IsString({ each: true }) readonly region?: OneOrMany<string>;
}

export class DealsQuery extends IntersectionType(DealScope, PageQuery) {
  @IsOptional() @IsIn(STATUSES, { each: true }) readonly status?: OneOrMany<(typeof STATUSES)[number]>;
  @IsOptional() @IsIn(STEPS, { each: true }) readonly step?: OneOrMany<Step>;
  /** `-` before it sorts from the end. */
  @IsIn(sortsOf(...DEAL_SORTS)) readonly sort: string = '-openedAt';
}

export const scopeOf = ({ owner, customer, country, region }: DealScope): Condition[] => [
  ...anyOf('owner', owner),
  ...anyOf('customer', customer),
  ...anyOf('country', country),
  ...anyOf('region', region),
];
