import type { Condition, Contract, Moment } from '@annals/event-sourcing';
import type { Type } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { instantOf, momentOf } from '../customers/as-of.js';
import { anyOf, PageQuery, type OneOrMany } from '../page.js';

/** Each condition takes one value, or several by repeating it. */
export class HistoryQuery extends PageQuery {
  readonly type?: OneOrMany<string>;
  @IsOptional() @IsString({ each: true }) readonly actor?: OneOrMany<string>;
  /** When it happened: an instant or a day, inclusive. */
  @IsOptional() @IsString() readonly from?: string;
  /** Exclusive. */
  @IsOptional() @IsString() readonly to?: string;
  @IsIn(['asc', 'desc']) readonly order: 'asc' | 'desc' = 'asc';
  /** Only what counted then: an instant, a day or a position of the log. */
  @IsOptional() @IsString() @MaxLength(40) readonly asOf?: string;
  /** Whether `asOf` is about what we knew or about what was true. */
  @IsIn(['recorded', 'occurred']) readonly axis: 'recorded' | 'occurred' = 'recorded';
}

/** The form whose `type` is one of the events of these contracts. */
export const historyQuery = (contracts: readonly Contract[]): Type<HistoryQuery> => {
  class Form extends HistoryQuery {}
  IsOptional()(Form.prototype, 'type');
  IsIn(
    contracts.map(({ type }) => type),
    { each: true },
  )(Form.prototype, 'type');
  return Form;
};

export const conditionsOf = (customerId: string, query: HistoryQuery): Condition[] => [
  ...anyOf('customer', customerId),
  ...anyOf('type', query.type),
  ...anyOf('actor', query.actor),
  ...bound('from', query.from),
  ...bound('to', query.to),
  ...(query.asOf === undefined ? [] : [upTo(momentOf(query.asOf, query.axis))]),
];

const bound = (side: 'from' | 'to', text: string | undefined): Condition[] =>
  text === undefined ? [] : [{ field: 'occurredAt', [side]: instantOf(side, text).toISOString() }];

/** The same events as `until` leaves. */
export const upTo = (moment: Moment): Condition => {
  if ('position' in moment) return { field: 'position', to: moment.position + 1 };
  const after = (instant: Date) => new Date(instant.getTime() + 1).toISOString();
  return 'recordedAt' in moment
    ? { field: 'recordedAt', to: after(moment.recordedAt) }
    : { field: 'occurredAt', to: after(moment.occurredAt) };
};
