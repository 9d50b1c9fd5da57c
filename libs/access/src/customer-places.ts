import type { Condition, Scalar } from '@annals/event-sourcing';
import { Views, type Answer, type Freshness, type Readable } from '@annals/projecting';
import { CATALOGUE, type Catalogue, type Places } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { CustomerFiles } from './customer-files.js';
import type { Reach } from './organisation.js';
import { OWNER, partiesOf } from './record.js';
import { NO_CUSTOMER, takesIn } from './rights.js';

/** The scope keys of customers by id, such as `owner:u-4`; a customer that is not registered is left out. */
export type ScopeKeys = ReadonlyMap<string, readonly string[]>;

/** What something has to be within, each of them; `undefined` is within nothing. */
export type Reaches = readonly (Reach | undefined)[];

const FEW = 500; // customers

/** Who is responsible for which customers, as stored for reads. */
@Injectable()
export class CustomerPlaces {
  private readonly places: Places;

  constructor(
    private readonly views: Views,
    private readonly files: CustomerFiles,
    @Inject(CATALOGUE) catalogue: Pick<Catalogue, 'places'>,
  ) {
    this.places = catalogue.places();
  }

  /** Of a merged customer, those of the survivor. The number of reads is always the same: see `CustomerFiles.withSurvivors`. */
  async keysOf(customerIds: readonly string[], fresh?: Freshness): Promise<Answer<ScopeKeys>> {
    const wanted = [...new Set(customerIds)];
    const { value, ...state } = await this.files.withSurvivors(this.places.view.name, wanted, fresh);
    const { documents, survivors } = value;
    const keys = wanted.flatMap((id) => {
      const place = documents.get(id) ?? documents.get(survivors.get(id) ?? id);
      return place ? [[id, this.places.keysOf(place)] as const] : [];
    });
    return { ...state, value: new Map(keys) };
  }

  /** As `CustomerFiles` does. */
  ledTo(customerIds: readonly string[], fresh?: Freshness): Promise<readonly string[]> {
    return this.files.ledTo(customerIds, fresh);
  }

  /** The ids of the customers that are within each of the reaches; `null` stands for records whose customer is not known yet. */
  async within(reaches: Reaches, fresh?: Freshness): Promise<readonly Scalar[]> {
    const aggregation = { where: inReaches(reaches), groupBy: ['customer'] };
    const { value } = await this.views.aggregate(this.places.view, aggregation, fresh);
    const isUnknownWithin = reaches.every((reach) => takesIn(reach, [NO_CUSTOMER]));
    return [...(isUnknownWithin ? [null] : []), ...value.map(({ key }) => key[0]!)];
  }

  /**
   * Conditions that leave out most of the records that are out of reach, or whose customer is not in each of `within`; none
   * where the customers that remain are many.
   */
  async candidates(
    view: Readable<never>,
    { reach, within = [] }: { readonly reach: Reach | undefined; readonly within?: readonly Reach[] },
    fresh?: Freshness,
  ): Promise<readonly Condition[]> {
    const conditions = await Promise.all([
      this.few([reach], fresh, () => this.byParty(view, reach, fresh)),
      this.few(within, fresh),
    ]);
    return conditions.flat();
  }

  private async few(reaches: Reaches, fresh?: Freshness, more: () => Promise<readonly Scalar[]> = async () => []) {
    if (reaches.every((reach) => reach === 'all')) return [];
    const { value } = await this.views.count(this.places.view, inReaches(reaches), fresh, FEW + 1);
    if (value > FEW) return [];
    const ids = new Set([...(await this.within(reaches, fresh)), ...(await more())]);
    return ids.size > FEW ? [] : [{ field: 'customer', in: [...ids] }];
  }

  /** The customers of records that a user within the reach is a party of. */
  private async byParty(view: Readable<never>, reach: Reach | undefined, fresh?: Freshness) {
    const owners = [...(reach ?? [])].filter((key) => key.startsWith(OWNER));
    const staff = owners.map((key) => key.slice(OWNER.length));
    const found = partiesOf(view).map((field) =>
      this.views.aggregate(view, { where: [{ field, in: staff }], groupBy: ['customer'] }, fresh),
    );
    return (await Promise.all(found)).flatMap(({ value }) => value.map(({ key }) => key[0]!));
  }
}

/** The conditions for what is within each of the reaches, on a view with the field `scopes`. */
export const inReaches = (reaches: Reaches): readonly Condition[] =>
  reaches.flatMap((reach) => (reach === 'all' ? [] : [{ field: 'scopes', in: [...(reach ?? [])] }]));
