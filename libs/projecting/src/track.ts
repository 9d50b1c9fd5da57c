import type { Collection, DocumentStore, Projection, RecordedEvent } from '@annals/event-sourcing';
import { LRUCache } from 'lru-cache';

/** Any projection at all: what runs it looks into neither events nor documents. */
export type AnyProjection = Projection<never, never>;

/** The event on which a projection threw. It stays there, alone, until the projector is started again. */
export type Failure = {
  readonly eventId: string;
  readonly position: number;
  readonly message: string;
  /** As `toISOString()` writes it. */
  readonly since: string;
};

/** A document as it is after `position`, `null` if there is none. */
export type Held = { readonly position: number; readonly body: object | null };

/** A document as `by` has left it. */
export type Changed = Held & { readonly by: RecordedEvent };

export const UNBORN: Held = { position: 0, body: null };

/** What a track has to do before it can go on together with the others; `newer-program` is not in its hands. */
export type Need = 'nothing' | 'catch-up' | 'build' | 'newer-program';

/** How far one projection is in one collection, and what it needs at hand to go on. */
export class Track {
  checkpoint = 0;
  failure: Failure | undefined;
  need: Need = 'nothing';
  /** Documents that are not in the store yet. */
  readonly waiting = new Map<string, Changed>();
  private readonly cache: LRUCache<string, Held>;

  constructor(
    readonly projection: AnyProjection,
    public collection: string,
    cached = 10_000,
  ) {
    this.cache = new LRUCache({ max: cached });
  }

  get view(): string {
    return this.projection.name;
  }

  /** Takes the stored place for true and forgets every document: somebody else may have written them. */
  place(collection: string, checkpoint: number) {
    if (collection !== this.collection) this.failure = undefined;
    this.collection = collection;
    this.checkpoint = checkpoint;
    this.waiting.clear();
    this.cache.clear();
  }

  /** The documents with these ids that there are. */
  async load(store: DocumentStore, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
    const held = new Map<string, Held>();
    for (const id of ids) {
      const known = this.waiting.get(id) ?? this.cache.get(id);
      if (known) held.set(id, known);
    }
    const missing = ids.filter((id) => !held.has(id));
    const stored = missing.length > 0 ? await store.get(this.collection, missing) : [];
    for (const { id, position, body } of stored) held.set(id, { position, body });
    return held;
  }

  /** The commit is in the store. */
  moved(next: number, documents: ReadonlyMap<string, Held>) {
    this.checkpoint = next;
    for (const [id, { position, body }] of documents) this.cache.set(id, { position, body });
  }
}

/** What the store has to know of a projection's documents. */
export const shapeOf = ({ fields = {}, indexes = [] }: AnyProjection, name: string): Collection => ({
  name,
  fields: Object.fromEntries(Object.entries(fields).map(([field, by]) => [field, 'of' in by ? 'one' : 'many'])),
  indexes,
});
