import { Configuration } from '@annals/configuration';
import { Views } from '@annals/projecting';
import { customerList, type ListedCustomer } from '@annals/projections-customers';
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

  private async rows(ids: readonly string[]) {
    const { value } = await this.views.many<ListedCustomer>(this.customerList, [...new Set(ids)]);
    return value;
  }
}

const known = (pairs: readonly (readonly [string, string | undefined])[]): KnownNames =>
  new Map(pairs.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
