import { freshnessHeaders } from '@annals/http';
import { accessProblems, grantsThatReach, Organisation } from '@annals/access';
import { ORGANISATION } from '@annals/contracts-organisation';
import { id, type Role } from '@annals/contracts-values';
import { foldAsOf, until, type Moment } from '@annals/event-sourcing';
import type { Answer, Freshness } from '@annals/projecting';
import { directory, workforceOf } from '@annals/projections-organisation';
import { CATALOGUE, type Catalogue, type Employee, type Scope } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { History } from '../history/history.js';
import { upTo } from '../history/history.query.js';

/** Who sees a customer, and why; by id. The roles are those of the moment, what they allow is what they allow today. */
export type CustomerAccessView = {
  readonly customerId: string;
  readonly users: readonly {
    readonly userId: string;
    readonly name: string;
    /** Whether personal fields are shown. */
    readonly personal: boolean;
    /** `by` is the scope key of the customer that the grant covers, such as `owner:u-4`, or `all`. */
    readonly grants: readonly {
      readonly role: Role;
      readonly scope: Scope;
      /** @example owner:li.na */
      readonly by: string;
    }[];
  }[];
};

const NOW: Moment = { position: Number.MAX_SAFE_INTEGER - 1 };

/** "Who could see this then?": the organisation and the customer, both as of the moment. */
@Injectable()
export class AccessThen {
  constructor(
    private readonly past: History,
    @Inject(CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /** Throws `HttpProblem` 404 `CustomerNotFound` if nobody knew the customer then. */
  async seen(customerId: string, at: Moment | null, fresh?: Freshness): Promise<Answer<CustomerAccessView>> {
    const moment = at ?? NOW;
    const { value: history, ...state } = await this.past.whole(customerId, [upTo(moment)], fresh);
    const changes = await this.past.whole(ORGANISATION, [upTo(moment)], fresh);
    const past = until(history, moment);
    if (past.length === 0 || !id.safeParse(customerId).success)
      accessProblems.fail('CustomerNotFound', { id: customerId }, freshnessHeaders(state));
    const keys = this.catalogue.places().keysAfter(customerId, past) ?? [];
    const organisation = new Organisation(
      workforceOf(foldAsOf(directory, changes.value, moment).values()),
      this.catalogue.grants,
    );
    const users = [...organisation.users.values()].map((user) => seenBy(user, organisation, keys));
    const seeing = users.filter(({ grants }) => grants.length > 0);
    return { ...state, value: { customerId, users: seeing.sort((a, b) => (a.userId < b.userId ? -1 : 1)) } };
  }
}

const seenBy = ({ userId, name, roles }: Employee, organisation: Organisation, keys: readonly string[]) => {
  const user = { id: userId, roles };
  const by = (permission: 'customers.read' | 'personal.read') => grantsThatReach(user, organisation, permission, keys);
  const grants = by('customers.read').map(({ role, scope, by }) => ({ role, scope, by }));
  return { userId, name, personal: by('personal.read').length > 0, grants };
};
