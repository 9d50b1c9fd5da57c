import { accessProblems, decide, inReaches, maskedAt, type ReadContext, type Rights } from '@annals/access';
import { Configuration } from '@annals/configuration';
import type { Condition } from '@annals/event-sourcing';
import { Views, type Answer } from '@annals/projecting';
import { customerList, scopesOf, type CustomerRow, type ListedCustomer } from '@annals/projections-customers';
import type { PhoneRegion } from '@annals/text';
import { Injectable } from '@nestjs/common';
import { callersBy } from './customers.query.js';

const MOST_CALLERS = 20;

/** Who is calling, among the customers whose personal fields the reader may see. */
@Injectable()
export class CallerSearch {
  private readonly list: ReturnType<typeof customerList>;
  private readonly phoneRegion: PhoneRegion;

  constructor(
    private readonly views: Views,
    configuration: Configuration,
  ) {
    this.phoneRegion = configuration.phoneRegion;
    this.list = customerList(configuration);
  }

  async byPhone(number: string, { rights, fresh }: ReadContext): Promise<Answer<{ items: readonly CustomerRow[] }>> {
    const scope = [...inReaches([rights.reach('customers.read')]), ...personal(rights)];
    const answers = await Promise.all(
      callersBy(number, this.phoneRegion).map((condition) =>
        this.views.find(
          this.list,
          { where: [condition, ...scope], sort: { field: 'name' }, limit: MOST_CALLERS },
          fresh,
        ),
      ),
    );
    const rows = answers.flatMap(({ value }) => value.items.map(({ document }) => this.rowFor(rights, document)));
    const items = [...new Map(rows.map((row) => [row.customerId, row])).values()];
    return { ...answers[0]!, value: { items } };
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
