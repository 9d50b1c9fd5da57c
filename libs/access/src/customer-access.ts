import { authProblems } from '@annals/auth';
import { Configuration } from '@annals/configuration';
import { id } from '@annals/contracts-values';
import type { Condition } from '@annals/event-sourcing';
import type { Caller } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { customerList, scopesOf, type ListedCustomer } from '@annals/projections-customers';
import { Injectable } from '@nestjs/common';
import { accessProblems } from './access.problems.js';
import { LiveOrganisation } from './live-organisation.js';
import type { Reach } from './organisation.js';
import { decide, decideForAll, sightOf, type Decision, type Permission, type Sight } from './sight.js';

export type Marks = ReadonlyMap<string, readonly string[]>;

/** Which customers a caller may see, and which of their personal fields. */
@Injectable()
export class CustomerAccess {
  readonly list: ReturnType<typeof customerList>;

  constructor(
    private readonly views: Views,
    private readonly organisation: LiveOrganisation,
    { lifecycle }: Configuration,
  ) {
    this.list = customerList(lifecycle);
  }

  async sight(caller: Caller): Promise<Sight> {
    return sightOf(caller, await this.organisation.now());
  }

  /** The marks of customers by id; whom nobody knows is not in it. */
  async marks(ids: readonly string[], fresh?: Freshness): Promise<Answer<Marks>> {
    const { value, ...state } = await this.views.many<ListedCustomer>(this.list, [...new Set(ids)], fresh);
    return { ...state, value: new Map([...value].map(([id, customer]) => [id, scopesOf(customer)])) };
  }

  /**
   * Throws `HttpProblem` 403 `NotAllowed` without the permission, and 404 `CustomerNotFound` for a customer out of its
   * reach, as if there were none. A customer that nobody knows may pass.
   */
  async expectVisible(sight: Sight, permission: Permission, customerId: string, fresh?: Freshness): Promise<Decision> {
    if (!sight.may(permission)) throw authProblems.problem('NotAllowed');
    // What happened to others lies under names that no customer can have.
    if (!id.safeParse(customerId).success) return accessProblems.fail('CustomerNotFound', { id: customerId });
    const decision = await this.decide(sight, permission, customerId, fresh);
    return decision.visible ? decision : accessProblems.fail('CustomerNotFound', { id: customerId });
  }

  /** Whether the permission holds for a customer. */
  async allows(sight: Sight, permission: Permission, customerId: string, fresh?: Freshness): Promise<boolean> {
    return (await this.decide(sight, permission, customerId, fresh)).visible;
  }

  private async decide(sight: Sight, permission: Permission, customerId: string, fresh?: Freshness) {
    const always = decideForAll(sight, permission);
    if (always) return always;
    const { value } = await this.marks([customerId], fresh);
    return decide(sight, permission, value.get(customerId) ?? []);
  }
}

/** The condition on the list of customers that a reach stands for. */
export const within = (reach: Reach | undefined): readonly Condition[] =>
  reach === 'all' ? [] : [{ field: 'scopes', in: [...(reach ?? [])] }];
