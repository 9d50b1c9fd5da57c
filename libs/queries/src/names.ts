import { decide, MASK, type Sight } from '@annals/access';
import { Configuration } from '@annals/configuration';
import { Views } from '@annals/projecting';
import { customerList, scopesOf, type ListedCustomer } from '@annals/projections-customers';
import { salesReport } from '@annals/projections-deals';
import { Injectable } from '@nestjs/common';

/** Name by id, without those that nobody knows. */
export type KnownNames = ReadonlyMap<string, string>;

/** The names behind ids, for lists and reports that people read. */
@Injectable()
export class Names {
  private readonly customerList: ReturnType<typeof customerList>;

  constructor(
    private readonly views: Views,
    { lifecycle }: Configuration,
  ) {
    this.customerList = customerList(lifecycle);
  }

  async customers(ids: readonly string[]): Promise<KnownNames> {
    return known([...(await this.rows(ids))].map(([id, { profile }]) => [id, profile.name]));
  }

  /** Those that somebody may not see are masked. */
  async customersFor(sight: Sight, ids: readonly string[]): Promise<KnownNames> {
    const isHidden = (marks: readonly string[]) => decide(sight, 'customers.read', marks).masked;
    const shown = [...(await this.rows(ids))].map(
      ([id, row]) => [id, isHidden(scopesOf(row)) ? MASK : row.profile.name] as const,
    );
    return known(shown);
  }

  /** As the owners of deals were called at their last close. */
  async owners(ids: readonly string[]): Promise<KnownNames> {
    const sort = { field: 'closedAt', descending: true };
    const named = [...new Set(ids)].map(async (id) => {
      const where = [{ field: 'owner', is: id }];
      const { value } = await this.views.find(salesReport, { where, sort, limit: 1 });
      return [id, value.items[0]?.document.owner?.name] as const;
    });
    return known(await Promise.all(named));
  }

  private async rows(ids: readonly string[]) {
    const { value } = await this.views.many<ListedCustomer>(this.customerList, [...new Set(ids)]);
    return value;
  }
}

const known = (pairs: readonly (readonly [string, string | undefined])[]): KnownNames =>
  new Map(pairs.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
