import {
  accessProblems,
  decide,
  maskedAt,
  inReaches,
  seesPersonal,
  type ReadContext,
  type Rights,
} from '@annals/access';
import { Configuration } from '@annals/configuration';
import type { Condition } from '@annals/event-sourcing';
import { Views, type Answer } from '@annals/projecting';
import { customerList, scopesOf, type CustomerRow, type ListedCustomer } from '@annals/projections-customers';
import type { PhoneRegion } from '@annals/text';
import { Injectable } from '@nestjs/common';
import { callersBy, conditionsOf, type CustomersQuery } from './customers.query.js';
import { listQuery, pageOf } from '../page.js';

const MOST_CALLERS = 20;

/** Customers that a caller may see. A personal field is searched only for customers whose personal fields are visible. */
@Injectable()
export class CustomerSearch {
  private readonly list: ReturnType<typeof customerList>;
  private readonly phoneRegion: PhoneRegion;

  constructor(
    private readonly views: Views,
    configuration: Configuration,
  ) {
    this.phoneRegion = configuration.phoneRegion;
    this.list = customerList(configuration);
  }

  async by(query: CustomersQuery, { rights, fresh }: ReadContext) {
    const { sort = this.orderFor(rights) } = query;
    const words = conditionsOf(query, this.phoneRegion);
    const isPersonal = words.some(({ field }) => field === 'terms') || sort.endsWith('name');
    const where = [...words, ...inReaches([rights.reach('customers.read')]), ...(isPersonal ? personal(rights) : [])];
    const wanted = listQuery(where, sort, query, { name: 'sortName' });
    return pageOf(await this.views.find(this.list, wanted, fresh), (row) => this.rowFor(rights, row));
  }

  async byPhone(number: string, { rights, fresh }: ReadContext): Promise<Answer<{ items: readonly CustomerRow[] }>> {
    const scope = [...inReaches([rights.reach('customers.read')]), ...personal(rights)];
    const answers = await Promise.all(
      callersBy(number, this.phoneRegion).map((condition) =>
        this.views.find(
          this.list,
          { where: [condition, ...scope], sort: { field: 'sortName' }, limit: MOST_CALLERS },
          fresh,
        ),
      ),
    );
    const rows = answers.flatMap(({ value }) => value.items.map(({ document }) => this.rowFor(rights, document)));
    const items = [...new Map(rows.map((row) => [row.customerId, row])).values()];
    return { ...answers[0]!, value: { items } };
  }

  /** The order of names tells something about each of them. */
  private orderFor(rights: Rights) {
    return seesPersonal(rights, 'customers.read') ? 'name' : 'registeredAt';
  }

  private rowFor(rights: Rights, customer: ListedCustomer): CustomerRow {
    const { answer, personal } = this.list;
    const { masked } = decide(rights, 'customers.read', scopesOf(customer));
    return answer.of(masked ? maskedAt(customer, personal) : customer);
  }
}

/** Throws `HttpProblem` 403 `PersonalDataHidden`. */
const personal = (rights: Rights): readonly Condition[] => {
  const reach = rights.reach('personal.read');
  if (reach === undefined) throw accessProblems.problem('PersonalDataHidden', { permission: 'personal.read' });
  return inReaches([reach]);
};
