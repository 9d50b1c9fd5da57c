import { fieldsOf, type Aggregation, type Cursor, type Group, type Query, type Scalar } from '@annals/event-sourcing';
import { Views, type Answer, type Freshness, type Readable } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { accessProblems } from './access.problems.js';
import { CustomerAccess } from './customer-access.js';
import { CustomersInReach } from './customers-in-reach.js';
import { merged, OWNER, partiesOf, subjectOf } from './record.js';
import { decide, decideForAll, takesIn, type Decision, type Permission, type Sight } from './sight.js';

/** What was found, as far as the caller may see it. */
export type Seen<D> = {
  readonly items: readonly { readonly id: string; readonly document: D; readonly masked: boolean }[];
  readonly next: Cursor | null;
};

/** Who reads, by which permission, and how fresh. */
export type Eyes = { readonly sight: Sight; readonly permission: Permission; readonly fresh?: Freshness | undefined };

const BATCH = 200; // documents
const ROUNDS = 20;
const MOST_GROUPS = 200_000;

/** Deals, complaints, facts: who sees the customer, or looks after the record, sees it. */
@Injectable()
export class RecordAccess {
  constructor(
    private readonly views: Views,
    private readonly customers: CustomerAccess,
    private readonly inReach: CustomersInReach,
  ) {}

  async decide<D extends object>(view: Readable<D>, record: D, eyes: Eyes): Promise<Decision> {
    return (await this.decideAll(view, [record], eyes))[0]!;
  }

  /**
   * A page of what is visible. It may hold less than the limit though `next` goes on, when very much in between is not.
   */
  async find<D extends object>(view: Readable<D>, query: Query, eyes: Eyes): Promise<Answer<Seen<D>>> {
    const { sight, permission, fresh } = eyes;
    const always = decideForAll(sight, permission);
    if (!always) {
      const candidates = await this.inReach.candidates(view, sight.reach(permission), fresh);
      return this.fill(view, { ...query, where: [...(query.where ?? []), ...candidates] }, eyes);
    }
    const { value, ...state } = await this.views.find(view, query, fresh);
    if (!always.visible) return { ...state, value: { items: [], next: null } };
    return { ...state, value: { ...value, items: value.items.map((item) => ({ ...item, masked: always.masked })) } };
  }

  /** As if there were only what is visible. Throws `HttpProblem` 422 `ScopeTooWide` if it is too much to be told apart. */
  async aggregate(view: Readable<never>, aggregation: Aggregation, eyes: Eyes): Promise<Answer<readonly Group[]>> {
    const { sight, permission, fresh } = eyes;
    const reach = sight.reach(permission);
    if (reach === 'all') return this.views.aggregate(view, aggregation, fresh);

    const visible = new Set(await this.inReach.ids(reach, fresh));
    const where = [...(aggregation.where ?? []), ...(await this.inReach.candidates(view, reach, fresh))];
    const groupBy = [...aggregation.groupBy, 'customer', ...partiesOf(view)];
    const { value, ...state } = await this.views.aggregate(view, { ...aggregation, where, groupBy }, fresh);
    if (value.length > MOST_GROUPS) throw accessProblems.problem('ScopeTooWide', { groups: value.length });

    const width = aggregation.groupBy.length;
    const isVisible = ({ key }: Group) => {
      const [customer, ...parties] = key.slice(width);
      return (
        visible.has(customer!) ||
        takesIn(
          reach,
          parties.map((party) => `${OWNER}${party}`),
        )
      );
    };
    return { ...state, value: merged(value.filter(isVisible), width) };
  }

  private async fill<D extends object>(view: Readable<D>, query: Query, eyes: Eyes): Promise<Answer<Seen<D>>> {
    const items: Seen<D>['items'][number][] = [];
    const limit = Math.max(query.limit, BATCH);
    let page = await this.views.find(view, { ...query, limit }, eyes.fresh);
    const { position, stale } = page;
    for (let round = 1; ; round += 1) {
      const { items: found, next } = page.value;
      const decisions = await this.decideAll(
        view,
        found.map(({ document }) => document),
        eyes,
      );
      const visible = found.flatMap((item, index) =>
        decisions[index]!.visible ? [{ ...item, masked: decisions[index]!.masked }] : [],
      );
      items.push(...visible);
      if (items.length > query.limit) {
        const kept = items.slice(0, query.limit);
        return { position, stale, value: { items: kept, next: placeOf(view, query, kept.at(-1)!) } };
      }
      if (!next || round === ROUNDS) return { position, stale, value: { items, next } };
      page = await this.views.find(view, { ...query, limit, after: next }, eyes.fresh);
    }
  }

  private async decideAll<D extends object>(
    view: Readable<D>,
    records: readonly D[],
    { sight, permission, fresh }: Eyes,
  ) {
    const always = decideForAll(sight, permission);
    if (always) return records.map(() => always);
    const subjects = records.map((record) => subjectOf(view, record));
    const { value: known } = await this.customers.marks(
      subjects.map(({ customerId }) => customerId),
      fresh,
    );
    return subjects.map(({ customerId, marks }) =>
      decide(sight, permission, [...(known.get(customerId) ?? []), ...marks]),
    );
  }
}

const placeOf = <D extends object>(
  view: Readable<D>,
  { sort }: Query,
  { id, document }: { readonly id: string; readonly document: D },
): Cursor => ({ id, value: sort ? (fieldsOf(view, document)[sort.field] as Scalar) : null });
