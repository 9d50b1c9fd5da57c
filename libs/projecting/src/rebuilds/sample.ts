import { step, type DocumentStore, type Event, type Projection } from '@annals/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { EventsByKey } from '../projector/fold.js';
import { hash } from './hash.js';
import type { AnyProjection } from '../views/any-projection.js';

const MOST = 64; // documents

type Document = object | null | undefined;

/** A sample of documents, selected by their ids, that is folded again in memory and compared with the stored documents. */
export class Sample {
  documents = 0;
  private readonly folded = new Map<string, object | null>();
  private readonly projection: Projection<Event, object>;
  private oneIn = 1;

  constructor(projection: AnyProjection) {
    this.projection = projection as unknown as Projection<Event, object>;
  }

  take(byKey: EventsByKey, born: number) {
    this.documents += born;
    for (const [key, events] of byKey) {
      if (!this.has(key)) continue;
      const next = (document: object | null, event: (typeof events)[number]) =>
        step(this.projection, document, event, key);
      this.folded.set(key, events.reduce(next, this.folded.get(key) ?? null));
    }
    while (this.folded.size > MOST) this.thin();
  }

  /** The difference to the stored documents in words; `undefined` if there is none. */
  async difference(store: DocumentStore, collection: string): Promise<string | undefined> {
    const count = await store.count(collection);
    if (count !== this.documents) return `it holds ${count} documents instead of ${this.documents}.`;

    const stored = new Map((await store.get(collection, [...this.folded.keys()])).map(({ id, body }) => [id, body]));
    const wrong = [...this.folded.keys()].find((id) => !same(stored.get(id), this.folded.get(id)));
    return wrong === undefined ? undefined : `document ${wrong} differs from what its events say.`;
  }

  private has(key: string) {
    return hash(key) % this.oneIn === 0;
  }

  // A larger divisor keeps a subset of what a smaller one kept, so every kept document has been in the sample since its first event.
  private thin() {
    this.oneIn *= 2;
    for (const key of this.folded.keys()) if (!this.has(key)) this.folded.delete(key);
  }
}

const same = (one: Document, other: Document) => isDeepStrictEqual(asStored(one), asStored(other));

const asStored = (document: Document): unknown => JSON.parse(JSON.stringify(document ?? null));
