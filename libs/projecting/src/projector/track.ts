import type { Commit, DocumentStore, DocumentWrite } from '@annals/event-sourcing';
import { LRUCache } from 'lru-cache';
import type { AnyProjection } from '../views/any-projection.js';
import type { Failure } from '../parking/failure.js';
import type { Changed, Held } from './held.js';
import { NONE_PARKED, parkedIn, readParked, type Parked, type ParkedKeys } from '../parking/parked.js';
import { skipping, skipsByView, type IsSkipped, type Skip } from '../parking/skips.js';
import type { Actor, ViewEvent, ViewState } from '../machine/machine.js';
import { nextViewState } from '../machine/transitions.js';
import { isOf, ledgerOf, type Slot } from '../lanes/slot.js';

/** The separate work that a track was found to need. */
export type Errand = 'behind' | 'outdated';

type Placed = { readonly collection: string; readonly checkpoint: number };

/** What is stored beside the documents: the checkpoints of all collections, and what is skipped, by view. */
export type Beside = {
  readonly checkpoints: ReadonlyMap<string, number>;
  readonly skips: ReadonlyMap<string, readonly Skip[]>;
};

/** Read at the cost of one view. */
export const readBeside = async (store: DocumentStore): Promise<Beside> => {
  const [checkpoints, skips] = await Promise.all([store.checkpoints(), skipsByView(store)]);
  return { checkpoints, skips };
};

/** The progress of one projection in one collection, with its documents in memory. */
export class Track {
  checkpoint = 0;
  failure: Failure | undefined;
  /** Found out by the last look at the stores, until that work begins: it never begins twice because of one look. */
  errand: Errand | undefined;
  /** Documents that are not stored yet. */
  readonly waiting = new Map<string, Changed>();
  parked = NONE_PARKED;
  /** Keys that were parked and are not stored as such yet. */
  readonly parking = new Map<string, Parked>();
  isSkipped: IsSkipped | undefined;
  private readonly cache: LRUCache<string, Held>;
  private current: ViewState = 'placing';

  constructor(
    readonly projection: AnyProjection,
    public collection: string,
    cached = 10_000,
    readonly slot?: Slot,
  ) {
    // By size, because `max` reserves room for all of them in every track.
    this.cache = new LRUCache({ maxSize: cached, sizeCalculation: () => 1 });
  }

  get state(): ViewState {
    return this.current;
  }

  /** Throws `IllegalTransition`. */
  change(on: ViewEvent, by: Actor) {
    this.current = nextViewState(this.view, this.current, on, by);
    if (on !== 'look') this.errand = undefined;
  }

  get view(): string {
    return this.projection.name;
  }

  /** The collection that holds the checkpoint of the track. */
  get ledger(): string {
    return ledgerOf(this.collection, this.slot);
  }

  /** Adopts the stored checkpoint and forgets every document, because another process may have written them. */
  async place(store: DocumentStore, { collection, checkpoint }: Placed, { checkpoints, skips }: Beside) {
    const parked = await readParked(store, collection, checkpoints.get(parkedIn(collection)));
    if (collection !== this.collection) this.failure = undefined;
    this.collection = collection;
    this.checkpoint = checkpoint;
    this.parked = this.ofSlot(parked);
    this.isSkipped = this.skipping(skips.get(this.view) ?? []);
    this.waiting.clear();
    this.parking.clear();
    this.cache.clear();
  }

  /** The existing documents with these ids. */
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

  /** Makes `load` read a document from the store again. */
  forget(id: string) {
    this.cache.delete(id);
  }

  commits(writes: readonly DocumentWrite[], next: number): readonly Commit[] {
    const { collection, ledger } = this;
    const checkpoint = { expected: this.checkpoint, next };
    if (ledger === collection) return [{ collection, writes, checkpoint }];
    return [
      { collection, writes },
      { collection: ledger, writes: [], checkpoint },
    ];
  }

  /** Called after the commits are stored. */
  moved(next: number, documents: ReadonlyMap<string, Held>) {
    this.checkpoint = next;
    for (const [id, { position, body }] of documents) this.cache.set(id, { position, body });
  }

  private ofSlot(parked: ParkedKeys): ParkedKeys {
    const { slot } = this;
    return slot ? { ...parked, keys: new Map([...parked.keys].filter(([key]) => isOf(slot, key))) } : parked;
  }

  private skipping(skips: readonly Skip[]): IsSkipped | undefined {
    const { slot } = this;
    const isSkipped = skipping(skips);
    return slot ? (event, key) => !isOf(slot, key) || (isSkipped?.(event, key) ?? false) : isSkipped;
  }
}
