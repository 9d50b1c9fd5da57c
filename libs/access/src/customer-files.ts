import { Links, type Link, type Merging, type StoredDocument } from '@annals/event-sourcing';
import { Views, type Freshness } from '@annals/projecting';
import { CATALOGUE, type Catalogue, type Joining } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';

const MOST = 1_000; // files that are merged into one customer

/** Which files belong to which customers, as stored for reads. */
@Injectable()
export class CustomerFiles {
  readonly merging: Merging;
  private readonly joining: Joining;

  constructor(
    private readonly views: Views,
    @Inject(CATALOGUE) catalogue: Pick<Catalogue, 'merging'>,
  ) {
    this.joining = catalogue.merging();
    this.merging = this.joining;
  }

  /** Those of all customers that were ever one customer with one of these. */
  async linksOf(customerIds: readonly string[], fresh?: Freshness): Promise<Links> {
    const links = new Map<string, readonly Link[]>();
    const known = new Set(customerIds);
    for (let open = [...known]; open.length > 0; open = open.filter((id) => !known.has(id) && known.add(id))) {
      const found = await this.documentsOf(open, fresh);
      for (const { id, body } of found) links.set(id, this.joining.linksIn(body));
      open = found.flatMap(({ id, body }) => [id, ...survivorsIn(this.joining.linksIn(body))]);
    }
    return new Links([...links.values()].flat());
  }

  /** The survivors of those who are merged, by id. */
  async survivorsOf(customerIds: readonly string[], fresh?: Freshness): Promise<ReadonlyMap<string, string>> {
    if (customerIds.length === 0) return new Map();
    const links = await this.linksOf(customerIds, fresh);
    const survivors = customerIds.map((id) => [id, links.customerOf(id)] as const);
    return new Map(survivors.filter(([id, survivor]) => survivor !== id));
  }

  /** The customers that these ids lead to, each once: the survivors of those who are merged, the others themselves. */
  async ledTo(customerIds: readonly string[], fresh?: Freshness): Promise<readonly string[]> {
    const survivors = await this.survivorsOf(customerIds, fresh);
    return [...new Set(customerIds.map((id) => survivors.get(id) ?? id))];
  }

  /** Those who are merged, and those into whom others were. */
  private async documentsOf(ids: readonly string[], fresh?: Freshness): Promise<readonly StoredDocument[]> {
    const view = this.joining.view.name;
    const query = { where: [{ field: 'survivors', in: ids }], limit: MOST };
    const { value } = await this.views.together(
      [
        { view, ids },
        { view, query },
      ],
      fresh,
    );
    return value.flatMap(({ documents }) => documents);
  }
}

const survivorsIn = (links: readonly Link[]) => links.flatMap(({ survivor }) => survivor ?? []);
