import type { Condition, Scalar } from '@annals/event-sourcing';
import { Views, type Freshness, type Readable } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { CustomerAccess, within } from './customer-access.js';
import type { Reach } from './organisation.js';
import { OWNER, partiesOf } from './record.js';

const FEW = 500; // customers

/** The customers that a reach takes in. */
@Injectable()
export class CustomersInReach {
  constructor(
    private readonly views: Views,
    private readonly customers: CustomerAccess,
  ) {}

  async ids(reach: Reach | undefined, fresh?: Freshness): Promise<readonly Scalar[]> {
    const aggregation = { where: within(reach), groupBy: ['customer'] };
    const { value } = await this.views.aggregate(this.customers.list, aggregation, fresh);
    return value.map(({ key }) => key[0]!);
  }

  /** A condition that leaves out most of the records that are out of reach; none where customers in reach are many. */
  async candidates(view: Readable<never>, reach: Reach | undefined, fresh?: Freshness): Promise<readonly Condition[]> {
    if (reach === 'all') return [];
    const { value } = await this.views.count(this.customers.list, within(reach), fresh);
    if (value > FEW) return [];
    const ids = new Set([...(await this.ids(reach, fresh)), ...(await this.lookedAfter(view, reach, fresh))]);
    return ids.size > FEW ? [] : [{ field: 'customer', in: [...ids] }];
  }

  private async lookedAfter(view: Readable<never>, reach: Reach | undefined, fresh?: Freshness) {
    const marks = reach === 'all' ? [] : [...(reach ?? [])].filter((mark) => mark.startsWith(OWNER));
    const staff = marks.map((mark) => mark.slice(OWNER.length));
    const found = partiesOf(view).map((field) =>
      this.views.aggregate(view, { where: [{ field, in: staff }], groupBy: ['customer'] }, fresh),
    );
    return (await Promise.all(found)).flatMap(({ value }) => value.map(({ key }) => key[0]!));
  }
}
