import { Links, type Link, type Merging, type StoredDocument } from '@annals/event-sourcing';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { CATALOGUE, type Catalogue, type Joining } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';

const MOST = 1_000; // files that are merged into one customer

/** The documents of customers, and the survivors of those who are merged, by id. */
type Led = {
  readonly documents: ReadonlyMap<string, object>;
  readonly survivors: ReadonlyMap<string, string>;
};

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
      open = found.flatMap(({ id, body }) => [id, ...this.joining.survivorsIn(body)]);
    }
    return new Links([...links.values()].flat());
  }

  /** The survivors of those who are merged, by id. */
  async survivorsOf(customerIds: readonly string[], fresh?: Freshness): Promise<ReadonlyMap<string, string>> {
    if (customerIds.length === 0) return new Map();
    return (await this.withSurvivors(this.joining.view.name, customerIds, fresh)).value.survivors;
  }

  /**
   * The documents in a view of customers and of those into whom they may be merged, and by id the survivors of those who are. It always
   * takes two reads of the same kind, so that their number reveals nothing.
   */
  async withSurvivors(view: string, customerIds: readonly string[], fresh?: Freshness): Promise<Answer<Led>> {
    const first = await this.linksAnd(view, customerIds, fresh);
    const candidates = [...new Set(first.value.links.flatMap(({ body }) => this.joining.survivorsIn(body)))];
    const second = await this.linksAnd(view, candidates.length > 0 ? candidates : customerIds.slice(0, 1), fresh);
    const answers = [first, second].map(({ value }) => value);
    const links = new Links(answers.flatMap((each) => each.links.flatMap(({ body }) => this.joining.linksIn(body))));
    const survivors = customerIds.map((id) => [id, links.customerOf(id)] as const);
    const documents = answers.flatMap((each) => each.documents.map(({ id, body }) => [id, body] as const));
    return {
      ...first,
      value: { documents: new Map(documents), survivors: new Map(survivors.filter(([id, led]) => led !== id)) },
    };
  }

  /** The customers that these ids lead to, each once: the survivors of those who are merged, the others themselves. */
  async ledTo(customerIds: readonly string[], fresh?: Freshness): Promise<readonly string[]> {
    const survivors = await this.survivorsOf(customerIds, fresh);
    return [...new Set(customerIds.map((id) => survivors.get(id) ?? id))];
  }

  private async linksAnd(view: string, ids: readonly string[], fresh?: Freshness) {
    const reads = [{ view: this.joining.view.name, ids }, ...(view === this.joining.view.name ? [] : [{ view, ids }])];
    const { value, ...state } = await this.views.together(reads, fresh);
    const [links, documents = links] = value.map((part) => part.documents);
    return { ...state, value: { links: links!, documents: documents! } };
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
