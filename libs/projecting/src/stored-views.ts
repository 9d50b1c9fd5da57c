import { collectionOf, type Aggregation, type Condition, type DocumentStore, type Query } from '@annals/event-sourcing';
import { AskedPositions, type Positions } from './positions.js';
import { type Answer, type Freshness, type Readable, Views } from './views.js';

const PATIENCE = 2_000; // ms

/** Reads the collection that is served under the view's name; while another is being built, still that one. */
export class StoredViews extends Views {
  private readonly stored: Positions;
  private readonly lastServed = new Map<string, string | undefined>();

  /** Without `positions`, which a projector in this process has, the store is asked. */
  constructor(
    private readonly store: DocumentStore,
    private readonly positions?: Positions,
  ) {
    super();
    this.stored = new AskedPositions(store);
  }

  one<D extends object>(view: Readable<D>, id: string, freshness?: Freshness) {
    return this.answer(view, freshness, async (collection) => {
      const [found] = await this.store.get(collection, [id]);
      return (found?.body ?? null) as D | null;
    });
  }

  many<D extends object>(view: Readable<D>, ids: readonly string[], freshness?: Freshness) {
    return this.answer(view, freshness, async (collection) => {
      const found = await this.store.get(collection, ids);
      return new Map(found.map(({ id, body }) => [id, body as D]));
    });
  }

  find<D extends object>(view: Readable<D>, query: Query, freshness?: Freshness) {
    return this.answer(view, freshness, async (collection) => {
      const { documents, next } = await this.store.find(collection, query);
      return { items: documents.map(({ id, body }) => ({ id, document: body as D })), next };
    });
  }

  count(view: Readable<never>, where: readonly Condition[], freshness?: Freshness) {
    return this.answer(view, freshness, (collection) => this.store.count(collection, where));
  }

  aggregate(view: Readable<never>, aggregation: Aggregation, freshness?: Freshness) {
    return this.answer(view, freshness, (collection) => this.store.aggregate(collection, aggregation));
  }

  private async answer<T>(
    view: Readable<never>,
    freshness: Freshness | undefined,
    read: (collection: string) => Promise<T>,
  ): Promise<Answer<T>> {
    if (freshness) await this.wait(view.name, freshness);
    const { name } = view;
    let served = await this.probablyServed(name);
    for (;;) {
      const collection = served ?? collectionOf(view);
      // Before the read, so that the answer is never older than it says.
      const position = (await this.store.checkpoint(collection)) ?? 0;
      const value = await read(collection);
      // A collection is dropped only after another is served: if this one still is, it was whole.
      const servedNow = await this.store.served(name);
      this.lastServed.set(name, servedNow);
      if (servedNow === served) return { value, position, stale: position < (freshness?.position ?? 0) };
      served = servedNow;
    }
  }

  /** Whatever was served last is most likely still served; if not, the question after a read tells. */
  private async probablyServed(view: string) {
    return this.lastServed.has(view) ? this.lastServed.get(view) : this.store.served(view);
  }

  private async wait(view: string, { position, timeoutMs = PATIENCE }: Freshness) {
    const deadline = performance.now() + timeoutMs;
    const heard = (await this.positions?.passed(view, position, timeoutMs)) ?? true;
    // Right after a switch the served collection can still be behind what was heard of the last one.
    if (heard) await this.stored.passed(view, position, deadline - performance.now());
  }
}
