import { fieldOf, type Cursor, type Query, type Scalar } from '@annals/event-sourcing';
import { Views, type Answer, type Readable } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { CustomerPlaces, inReaches } from './customer-places.js';
import type { Reach } from './organisation.js';
import type { ReadContext } from './read-context.js';
import { keepsScopes, scopesOf, subjectOf } from './record.js';
import { decide, decideForAll, type Decision, type Permission } from './rights.js';

/** What was found, as far as the caller may see it. */
export type Seen<D> = {
  readonly items: readonly { readonly id: string; readonly document: D; readonly masked: boolean }[];
  readonly next: Cursor | null;
};

/** Who reads, and by which permission. */
export type Reading = {
  readonly context: ReadContext;
  readonly permission: Permission;
  /** The customer of a record has to be in each of these, too. */
  readonly within?: readonly Reach[];
};

const BATCH = 200; // documents
const ROUNDS = 20;

/** Records about customers: visible to users who see the customer, or a customer of one of the record's parties. */
@Injectable()
export class RecordAccess {
  constructor(
    private readonly views: Views,
    private readonly places: CustomerPlaces,
  ) {}

  /** Of the record with an id; `null`, if there is none, takes the same reads as one that is out of reach. */
  async decide<D extends object>(
    view: Readable<D>,
    id: string,
    record: D | null,
    { context, permission }: Omit<Reading, 'within'>,
  ): Promise<Decision> {
    return context.decideOnRecord(permission, id, record === null ? undefined : subjectOf(view, record));
  }

  /**
   * A page of what is visible. It may hold less than the limit though `next` goes on, when very much in between is not.
   */
  async find<D extends object>(view: Readable<D>, query: Query, reading: Reading): Promise<Answer<Seen<D>>> {
    const {
      context: { rights, fresh },
      permission,
      within = [],
    } = reading;
    if (keepsScopes(view)) return this.findByScopes(view, query, reading);
    const always = within.length === 0 ? decideForAll(rights, permission) : undefined;
    if (!always) {
      const candidates = await this.places.candidates(view, { reach: rights.reach(permission), within }, fresh);
      return this.fill(view, { ...query, where: [...(query.where ?? []), ...candidates] }, reading);
    }
    const { value, ...state } = await this.views.find(view, query, fresh);
    if (!always.visible) return { ...state, value: { items: [], next: null } };
    return { ...state, value: { ...value, items: value.items.map((item) => ({ ...item, masked: always.masked })) } };
  }

  /** The store itself leaves out what is not visible, where documents have the scope keys of their customers. */
  private async findByScopes<D extends object>(view: Readable<D>, query: Query, reading: Reading) {
    const {
      context: { rights, fresh },
      permission,
      within = [],
    } = reading;
    const where = [...(query.where ?? []), ...inReaches([rights.reach(permission), ...within])];
    const { value, ...state } = await this.views.find(view, { ...query, where }, fresh);
    const items = value.items.map((item) => {
      const { masked } = decide(rights, permission, scopesOf(view, item.document));
      return { ...item, masked };
    });
    return { ...state, value: { ...value, items } };
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

  private decideAll<D extends object>(view: Readable<D>, records: readonly D[], reading: Reading) {
    const { context, permission, within } = reading;
    return context.decide(
      permission,
      records.map((record) => subjectOf(view, record)),
      within,
    );
  }
}

const placeOf = <D extends object>(
  view: Readable<D>,
  { sort }: Query,
  { id, document }: { readonly id: string; readonly document: D },
): Cursor => ({ id, value: sort ? (fieldOf(view, sort.field, document) as Scalar) : null });
