import type { Condition, Contract, Moment } from '@annals/event-sourcing';
import { ValueList, type Ends, type Moments } from '@annals/http';
import type { Type } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { AXES, momentIn, type Axis } from '@annals/reading';
import { anyOf, PageQuery, type OneOrMany } from '../page.js';

/** Each condition takes one value, or several by repeating it. */
export class HistoryQuery extends PageQuery {
  readonly type?: OneOrMany<string>;
  @IsOptional() @ValueList() @IsString({ each: true }) readonly actor?: OneOrMany<string>;
  /** When it happened: an instant or the beginning of a day in `TIME_ZONE`, inclusive. */
  @IsOptional() @IsString() readonly from?: string;
  /** Exclusive. */
  @IsOptional() @IsString() readonly to?: string;
  @IsIn(['asc', 'desc']) readonly order: 'asc' | 'desc' = 'asc';
  /** Only what counted then: an instant, the beginning of a day in `TIME_ZONE` or a position of the log. */
  @IsOptional() @IsString() @MaxLength(40) readonly asOf?: string;
  /** Whether `asOf` is about what we knew or about what was true. */
  @IsIn(AXES) readonly axis: Axis = 'recorded';
}

/** The same for the history of a customer. */
export class CustomerHistoryQuery extends HistoryQuery {
  /** Also the events of the customers who are merged into it, now or at the moment of `asOf`. */
  @IsOptional() @IsIn(['true']) readonly merged?: 'true';
}

/** The form whose `type` is one of the events of these contracts. */
export const historyQuery = <Query extends HistoryQuery>(
  contracts: readonly Contract[],
  query: Type<Query>,
): Type<Query> => {
  class Form extends (query as Type<HistoryQuery>) {}
  ValueList()(Form.prototype, 'type');
  IsOptional()(Form.prototype, 'type');
  IsIn(
    contracts.map(({ type }) => type),
    { each: true },
  )(Form.prototype, 'type');
  return Form as Type<Query>;
};

export const conditionsOf = (customerIds: readonly string[], query: HistoryQuery, moments: Moments): Condition[] => {
  const then = momentIn(query, moments);
  return [
    ...anyOf('customer', customerIds.length > 1 ? customerIds : customerIds[0]),
    ...anyOf('type', query.type),
    ...anyOf('actor', query.actor),
    ...within(moments.period(query)),
    ...(then ? [upTo(then)] : []),
  ];
};

const within = ({ from, to }: Ends): Condition[] => ((from ?? to) ? [{ field: 'occurredAt', from, to }] : []);

/** The same events as `until` leaves. */
export const upTo = (moment: Moment): Condition => {
  if ('position' in moment) return { field: 'position', to: moment.position + 1 };
  const after = (instant: Date) => new Date(instant.getTime() + 1).toISOString();
  return 'recordedAt' in moment
    ? { field: 'recordedAt', to: after(moment.recordedAt) }
    : { field: 'occurredAt', to: after(moment.occurredAt) };
};
