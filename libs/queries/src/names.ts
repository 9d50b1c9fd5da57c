import { Configuration } from '@annals/configuration';
import { Views } from '@annals/projecting';
import { customerList } from '@annals/projection-customer-list';
import { salesReport } from '@annals/projection-sales-report';
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
    const { value } = await this.views.many(this.customerList, [...new Set(ids)]);
    return known([...value].map(([id, { profile }]) => [id, profile.name]));
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
}

const known = (pairs: readonly (readonly [string, string | undefined])[]): KnownNames =>
  new Map(pairs.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
