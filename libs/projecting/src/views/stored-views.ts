import { collectionOf, lowestOf } from '@annals/event-sourcing';
import type {
  Aggregation,
  Condition,
  DocumentStore,
  Query,
  ServedViews,
  SubjectReads,
  ViewRead,
  ViewReads,
} from '@annals/event-sourcing';
import { AskedPositions, type Positions } from './positions.js';
import { type Answer, type Freshness, type Readable, Views } from './views.js';

const PATIENCE = 2_000; // ms

/** Reads the served collection of a view, also while another one is being built. */
export class StoredViews extends Views {
  private readonly stored: Positions;
  private readonly lastServed = new Map<string, string | undefined>();
  private readonly deadlines = new WeakMap<Freshness, number>();

  /** `positions` comes from a projector in this process; without it the store is polled. */
  constructor(
    private readonly store: DocumentStore & ServedViews & ViewReads,
    private readonly positions?: Positions,
    /** Whether the log is away, so that nobody knows what the views lack. */
    private readonly isCutOff: () => boolean = () => false,
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

  async together(reads: readonly ViewRead[], freshness?: Freshness) {
    const read = async () => {
      const parts = await this.store.readViews(reads);
      return { parts, checkpoint: lowestOf(parts) };
    };
    return this.asFresh(read, () => reads, freshness);
  }

  async about(reads: SubjectReads, subject: string, freshness?: Freshness) {
    const read = () => this.store.readSubject(reads, subject);
    return this.asFresh(read, () => reads.of(subject), freshness);
  }

  count(view: Readable<never>, where: readonly Condition[], freshness?: Freshness, most?: number) {
    return this.answer(view, freshness, (collection) => this.store.count(collection, where, most));
  }

  aggregate(view: Readable<never>, aggregation: Aggregation, freshness?: Freshness) {
    return this.answer(view, freshness, (collection) => this.store.aggregate(collection, aggregation));
  }

  private async asFresh<Part>(
    read: () => Promise<{ readonly parts: readonly Part[]; readonly checkpoint: number }>,
    reads: () => readonly ViewRead[],
    freshness: Freshness | undefined,
  ): Promise<Answer<readonly Part[]>> {
    let found = await read();
    if (freshness && found.checkpoint < freshness.position) {
      const names = [...new Set(reads().map(({ view }) => view))];
      await Promise.all(names.map((name) => this.wait(name, freshness)));
      found = await read();
    }
    const { parts, checkpoint } = found;
    return { value: parts, position: checkpoint, stale: this.isStale(checkpoint, freshness) };
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
      // Taken before the read, so that the answer is never older than its position.
      const position = (await this.store.checkpoint(collection)) ?? 0;
      const value = await read(collection);
      // A collection is dropped only after another one is served: if this one is still served, it was complete.
      const servedNow = await this.store.served(name);
      this.lastServed.set(name, servedNow);
      if (servedNow === served) return { value, position, stale: this.isStale(position, freshness) };
      served = servedNow;
    }
  }

  private isStale(position: number, freshness: Freshness | undefined) {
    return position < (freshness?.position ?? 0) || this.isCutOff();
  }

  /** The collection served last is most likely still served; the check after a read detects a switch. */
  private async probablyServed(view: string) {
    return this.lastServed.has(view) ? this.lastServed.get(view) : this.store.served(view);
  }

  private async wait(view: string, freshness: Freshness) {
    const { position, timeoutMs = PATIENCE } = freshness;
    const deadline = this.deadlines.get(freshness) ?? performance.now() + timeoutMs;
    this.deadlines.set(freshness, deadline);
    const left = () => Math.max(0, deadline - performance.now());
    const heard = (await this.positions?.passed(view, position, left())) ?? true;
    // Right after a switch the served collection can still be behind the position of the previous one.
    if (heard) await this.stored.passed(view, position, left());
  }
}
