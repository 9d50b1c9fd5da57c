import { SEVERITIES, TIERS, type Severity, type Tier } from '@annals/contracts-complaints';
import type { Condition } from '@annals/event-sourcing';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { anyOf, PageQuery, sortsOf, type OneOrMany } from './page.js';

const STATUSES = ['open', 'resolved'] as const;

/** Each condition takes one value, or several by repeating it; `assignee` is a user's id. */
export class ComplaintsQuery extends PageQuery {
  @IsOptional() @IsIn(STATUSES, { each: true }) readonly status?: OneOrMany<(typeof STATUSES)[number]>;
  @IsOptional() @IsIn(SEVERITIES, { each: true }) readonly severity?: OneOrMany<Severity>;
  @IsOptional() @Type(() => Number) @IsIn(TIERS, { each: true }) readonly tier?: OneOrMany<Tier>;
  @IsOptional() @IsString({ each: true }) readonly assignee?: OneOrMany<string>;
  @IsOptional() @IsString({ each: true }) readonly customer?: OneOrMany<string>;
  @IsOptional() @IsString({ each: true }) readonly category?: OneOrMany<string>;
  /** Only those that are open after their due time. */
  @IsOptional() @IsIn(['true']) readonly overdue?: 'true';
  /** `-` before it sorts from the end. */
  @IsIn(sortsOf('dueAt', 'filedAt')) readonly sort: string = '-filedAt';
}

export const conditionsOf = (query: ComplaintsQuery, now: Date): Condition[] => [
  ...anyOf('status', query.status),
  ...anyOf('severity', query.severity),
  ...anyOf('tier', query.tier),
  ...anyOf('assignee', query.assignee),
  ...anyOf('customer', query.customer),
  ...anyOf('category', query.category),
  ...(query.overdue ? [...anyOf('status', 'open'), { field: 'dueAt', to: now.toISOString() }] : []),
];
