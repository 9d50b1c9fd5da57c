import { fieldsOf, type Aggregation, type Cursor, type Group, type Query, type Scalar } from '@annals/event-sourcing';
import { Views, type Answer, type Readable } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { accessProblems } from './access.problems.js';
import { CustomerPlaces } from './customer-places.js';
import type { ReadContext } from './read-context.js';
import { merged, OWNER, partiesOf, subjectOf } from './record.js';
import { decideForAll, takesIn, type Decision, type Permission } from './rights.js';

/** What was found, as far as the caller may see it. */
export type Seen<D> = {
  readonly items: readonly { readonly id: string; readonly document: D; readonly masked: boolean }[];
  readonly next: Cursor | null;
};

/** Who reads, and by which permission. */
export type Reading = { readonly context: ReadContext; readonly permission: Permission };

const BATCH = 200; // documents
const ROUNDS = 20;
const MOST_GROUPS = 200_000;

/** Records about customers: visible to users who see the customer, or a customer of one of the record's parties. */
@Injectable()
export class RecordAccess {
  constructor(
    private readonly views: Views,
    private readonly places: CustomerPlaces,
  ) {}

  async decide<D extends object>(view: Readable<D>, record: D, reading: Reading): Promise<Decision> {
    return (await this.decideAll(view, [record], reading))[0]!;
  }

  /**
   * A page of what is visible. It may hold less than the limit though `next` goes on, when very much in between is not.
   */
  async find<D extends object>(view: Readable<D>, query: Query, reading: Reading): Promise<Answer<Seen<D>>> {
    const {
      context: { rights, fresh },
      permission,
    } = reading;
    const always = decideForAll(rights, permission);
    if (!always) {
      const candidates = await this.places.candidates(view, rights.reach(permission), fresh);
      return this.fill(view, { ...query, where: [...(query.where ?? []), ...candidates] }, reading);
    }
    const { value, ...state } = await this.views.find(view, query, fresh);
    if (!always.visible) return { ...state, value: { items: [], next: null } };
    return { ...state, value: { ...value, items: value.items.map((item) => ({ ...item, masked: always.masked })) } };
  }

  /** Aggregates only visible records. Throws `HttpProblem` 422 `ScopeTooWide` if there are too many groups. */
  async aggregate(
    view: Readable<never>,
    aggregation: Aggregation,
    reading: Reading,
  ): Promise<Answer<readonly Group[]>> {
    const {
      context: { rights, fresh },
      permission,
    } = reading;
    const reach = rights.reach(permission);
    if (reach === 'all') return this.views.aggregate(view, aggregation, fresh);

    const visible = new Set(await this.places.within(reach, fresh));
    const where = [...(aggregation.where ?? []), ...(await this.places.candidates(view, reach, fresh))];
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

  private async fill<D extends object>(view: Readable<D>, query: Query, reading: Reading): Promise<Answer<Seen<D>>> {
    const items: Seen<D>['items'][number][] = [];
    const limit = Math.max(query.limit, BATCH);
    let page = await this.views.find(view, { ...query, limit }, reading.context.fresh);
    const { position, stale } = page;
    for (let round = 1; ; round += 1) {
      const { items: found, next } = page.value;
      const decisions = await this.decideAll(
        view,
        found.map(({ document }) => document),
        reading,
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
      page = await this.views.find(view, { ...query, limit, after: next }, reading.context.fresh);
    }
  }

  private decideAll<D extends object>(view: Readable<D>, records: readonly D[], { context, permission }: Reading) {
    return context.decide(
      permission,
      records.map((record) => subjectOf(view, record)),
    );
  }
}

const placeOf = <D extends object>(
  view: Readable<D>,
  { sort }: Query,
  { id, document }: { readonly id: string; readonly document: D },
): Cursor => ({ id, value: sort ? (fieldsOf(view, document)[sort.field] as Scalar) : null });
