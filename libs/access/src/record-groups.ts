import type { Aggregation, Condition, Group } from '@annals/event-sourcing';
import { Views, type Answer, type Readable } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { accessProblems } from './access.problems.js';
import { CustomerPlaces, inReaches, type Reaches } from './customer-places.js';
import type { Reading } from './record-access.js';
import { keepsScopes, merged, OWNER, partiesOf } from './record.js';
import { takesIn } from './rights.js';

const MOST_GROUPS = 200_000;

/** Groups and numbers of records about customers, of those alone that the caller may see. */
@Injectable()
export class RecordGroups {
  constructor(
    private readonly views: Views,
    private readonly places: CustomerPlaces,
  ) {}

  /** Throws `HttpProblem` 422 `ScopeTooWide` if there are too many groups. */
  async aggregate(
    view: Readable<never>,
    aggregation: Aggregation,
    { context: { rights, fresh }, permission, within = [] }: Reading,
  ): Promise<Answer<readonly Group[]>> {
    const reach = rights.reach(permission);
    if (reach === 'all' && within.length === 0) return this.views.aggregate(view, aggregation, fresh);
    if (keepsScopes(view)) {
      const where = [...(aggregation.where ?? []), ...inReaches([reach, ...within])];
      return this.views.aggregate(view, { ...aggregation, where }, fresh);
    }
    const [visible, inside, candidates] = await Promise.all([
      this.customers([reach], fresh),
      this.customers(within, fresh),
      this.places.candidates(view, { reach, within }, fresh),
    ]);
    const where = [...(aggregation.where ?? []), ...candidates];
    const groupBy = [...aggregation.groupBy, 'customer', ...partiesOf(view)];
    const { value, ...state } = await this.views.aggregate(view, { ...aggregation, where, groupBy }, fresh);
    if (value.length > MOST_GROUPS) throw accessProblems.problem('ScopeTooWide', { groups: value.length });

    const width = aggregation.groupBy.length;
    const isVisible = ({ key }: Group) => {
      const [customer, ...parties] = key.slice(width);
      const keys = parties.map((party) => `${OWNER}${party}`);
      return inside(customer!) && (visible(customer!) || takesIn(reach, keys));
    };
    return { ...state, value: merged(value.filter(isVisible), width) };
  }

  /** How many records the caller may see; `most` if there are that many or more. Throws as `aggregate` does. */
  async count(
    view: Readable<never>,
    where: readonly Condition[],
    most: number,
    reading: Reading,
  ): Promise<Answer<number>> {
    const { context, permission, within = [] } = reading;
    const reach = context.rights.reach(permission);
    if (reach === 'all' && within.length === 0) return this.views.count(view, where, context.fresh, most);
    if (keepsScopes(view))
      return this.views.count(view, [...where, ...inReaches([reach, ...within])], context.fresh, most);
    const { value, ...state } = await this.aggregate(view, { where, groupBy: [] }, reading);
    return { ...state, value: Math.min(value[0]?.count ?? 0, most) };
  }

  /** Whether a customer is within each of the reaches. */
  private async customers(reaches: Reaches, fresh: Reading['context']['fresh']) {
    if (reaches.every((reach) => reach === 'all')) return () => true;
    const found = new Set(await this.places.within(reaches, fresh));
    return (customer: Group['key'][number]) => found.has(customer);
  }
}
