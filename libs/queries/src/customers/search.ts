import { accessProblems, CustomerAccess, decide, PERSONAL, seesPersonal, within, type Sight } from '@annals/access';
import type { Condition } from '@annals/event-sourcing';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { rowOf, scopesOf, type CustomerRow, type ListedCustomer } from '@annals/projections-customers';
import { Injectable } from '@nestjs/common';
import { callersBy, conditionsOf, type CustomersQuery } from './customers.query.js';
import { listQuery, pageOf, shown } from '../page.js';

const MOST_CALLERS = 20;

/** Customers, as far as somebody may see them. What is found by a personal field is found only where it may be seen. */
@Injectable()
export class CustomerSearch {
  constructor(
    private readonly views: Views,
    private readonly customers: CustomerAccess,
  ) {}

  async by(query: CustomersQuery, sight: Sight, fresh?: Freshness) {
    const { sort = this.orderFor(sight) } = query;
    const words = conditionsOf(query);
    const isPersonal = words.some(({ field }) => field === 'terms') || sort.endsWith('name');
    const where = [...words, ...within(sight.reach('customers.read')), ...(isPersonal ? personal(sight) : [])];
    const wanted = listQuery(where, sort, query, { name: 'sortName' });
    return pageOf(await this.views.find(this.customers.list, wanted, fresh), (row) => rowFor(sight, row));
  }

  async byPhone(number: string, sight: Sight, fresh?: Freshness): Promise<Answer<{ items: readonly CustomerRow[] }>> {
    const scope = [...within(sight.reach('customers.read')), ...personal(sight)];
    const answers = await Promise.all(
      callersBy(number).map((condition) =>
        this.views.find(
          this.customers.list,
          { where: [condition, ...scope], sort: { field: 'sortName' }, limit: MOST_CALLERS },
          fresh,
        ),
      ),
    );
    const rows = answers.flatMap(({ value }) => value.items.map(({ document }) => rowFor(sight, document)));
    const items = [...new Map(rows.map((row) => [row.customerId, row])).values()];
    return { ...answers[0]!, value: { items } };
  }

  /** The order of names tells something about each of them. */
  private orderFor(sight: Sight) {
    return seesPersonal(sight, 'customers.read') ? 'name' : 'registeredAt';
  }
}

const rowFor = (sight: Sight, customer: ListedCustomer): CustomerRow =>
  shown(rowOf(customer), decide(sight, 'customers.read', scopesOf(customer)).masked, PERSONAL.customerRow);

/** Throws `HttpProblem` 403 `PersonalDataHidden`. */
const personal = (sight: Sight): readonly Condition[] => {
  const reach = sight.reach('personal.read');
  if (reach === undefined) throw accessProblems.problem('PersonalDataHidden', { permission: 'personal.read' });
  return within(reach);
};
