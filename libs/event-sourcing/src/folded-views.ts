import type { Page, Query, StoredDocument } from './document-store.js';
import { ImmutableMap } from './immutable-map.js';
import type { Event, RecordedEvent } from './message.js';
import { keysOf, step, valueOfField, type Projection } from './projection.js';
import { groupsOfRows } from './row-groups.js';
import { pageOfRows, type Row } from './rows.js';
import { fieldsOfQuery, fieldsRead, NO_PART, type ViewPart, type ViewRead } from './view-reads.js';
import { UPDATED_AT } from './view.js';

type AnyView = Projection<never, never>;
type Folding = Projection<Event, object>;
/** What was removed is `null`. */
type Folded = ImmutableMap<Kept | null>;
/** `recordedAt` is when its last event was recorded. */
type Kept = StoredDocument & { readonly recordedAt: string };

/** Views of some events, such as the history of one customer, read as the stored views are. */
export class FoldedViews {
  private readonly views: ReadonlyMap<string, Folding>;
  private readonly documents: Map<string, Folded>;
  private readonly touched = new Map<string, StoredDocument>();
  private position = 0;

  constructor(views: readonly AnyView[], since?: FoldedViews) {
    this.views = since?.views ?? new Map(views.map((view) => [view.name, view as unknown as Folding]));
    this.documents = new Map(since?.documents);
    this.position = since?.position ?? 0;
  }

  /** The same views, which go on from here apart; they share the documents that neither changes. */
  copy(): FoldedViews {
    return new FoldedViews([], this);
  }

  /** Takes further events, in their order. */
  add(events: Iterable<RecordedEvent>): void {
    for (const event of events) {
      this.position = event.position;
      for (const view of this.views.values()) this.take(view, event);
    }
  }

  /** The parts in the order of the reads. */
  read(reads: readonly ViewRead[]): readonly ViewPart[] {
    return reads.map((read) => {
      const view = this.views.get(read.view);
      return view ? { ...partOf(view, this.documentsOf(view), read), checkpoint: this.position } : NO_PART;
    });
  }

  /** A page of a view as a store finds it. */
  find(name: string, query: Query): Page {
    const view = this.views.get(name);
    if (!view) return { documents: [], next: null };
    const { rows, next } = pageOfRows(rowsOf(view, this.documentsOf(view), fieldsOfQuery(query)), query);
    return { documents: rows.map(({ document }) => document), next };
  }

  /** How many characters the documents have that were changed since this was made or copied. */
  grown(): number {
    return [...this.touched.values()].reduce((sum, document) => sum + JSON.stringify(document).length, 0);
  }

  private documentsOf({ name }: Folding): Folded {
    return this.documents.get(name) ?? ImmutableMap.empty();
  }

  private take(view: Folding, event: RecordedEvent) {
    for (const id of keysOf(view, event)) {
      const documents = this.documentsOf(view);
      const body = step(view, documents.get(id)?.body ?? null, event, id);
      const document = body && { id, position: event.position, recordedAt: event.recordedAt, body };
      this.documents.set(view.name, documents.with(id, document));
      if (document) this.touched.set(`${view.name}/${id}`, document);
      else this.touched.delete(`${view.name}/${id}`);
    }
  }
}

const partOf = (view: Folding, documents: Folded, read: ViewRead): ViewPart => {
  if ('ids' in read) return { ...NO_PART, documents: [...new Set(read.ids)].flatMap((id) => documents.get(id) ?? []) };
  const rows = rowsOf(view, documents, fieldsRead(read));
  if ('aggregation' in read) return { ...NO_PART, groups: groupsOfRows(rows, read.aggregation) };
  return { ...NO_PART, documents: pageOfRows(rows, read.query).rows.map(({ document }) => document) };
};

const rowsOf = (view: Folding, documents: Folded, wanted: readonly string[]) =>
  documents.values().flatMap((document) => (document ? rowOf(view, document, wanted) : []));

type Values = Map<string, Row['values'] extends ReadonlyMap<string, infer V> ? V : never>;

const known = new WeakMap<Kept, Row & { readonly values: Values; readonly document: StoredDocument }>();

/** With the values of these fields and of those that were read before: to cut the terms of a search, say, costs more than the rest. */
const rowOf = ({ fields = {} }: Folding, document: Kept, wanted: readonly string[]) => {
  const row = known.get(document) ?? {
    id: document.id,
    values: new Map([[UPDATED_AT, [document.recordedAt]]]),
    document,
  };
  if (row.values.size === 1) known.set(document, row);
  for (const name of wanted)
    if (name in fields && !row.values.has(name))
      row.values.set(name, [valueOfField(fields[name]!, document.body)].flat());
  return row;
};
