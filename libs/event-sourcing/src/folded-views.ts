import type { StoredDocument } from './document-store.js';
import type { Event, RecordedEvent } from './message.js';
import { fieldsOf, keysOf, step, type Projection } from './projection.js';
import { groupsOfRows } from './row-groups.js';
import { pageOfRows, rowValues, type Row } from './rows.js';
import { fieldsRead, NO_PART, type ViewPart, type ViewRead } from './view-reads.js';

type AnyView = Projection<never, never>;
type Folded = { readonly view: Projection<Event, object>; readonly documents: Map<string, StoredDocument> };

/** Views of some events, such as the history of one customer, read as the stored views are. */
export class FoldedViews {
  private readonly views: ReadonlyMap<string, Folded>;
  private position = 0;

  constructor(views: readonly AnyView[]) {
    this.views = new Map(
      views.map((view) => [view.name, { view: view as unknown as Projection<Event, object>, documents: new Map() }]),
    );
  }

  /** Takes further events, in their order. */
  add(events: Iterable<RecordedEvent>): void {
    for (const event of events) {
      this.position = event.position;
      for (const folded of this.views.values()) take(folded, event);
    }
  }

  /** The parts in the order of the reads. */
  read(reads: readonly ViewRead[]): readonly ViewPart[] {
    return reads.map((read) => {
      const folded = this.views.get(read.view);
      return folded ? { ...partOf(folded, read), checkpoint: this.position } : NO_PART;
    });
  }
}

const take = ({ view, documents }: Folded, event: RecordedEvent) => {
  for (const id of keysOf(view, event)) {
    const body = step(view, documents.get(id)?.body ?? null, event, id);
    if (body === null) documents.delete(id);
    else documents.set(id, { id, position: event.position, body });
  }
};

const partOf = (folded: Folded, read: ViewRead): ViewPart => {
  if ('ids' in read)
    return { ...NO_PART, documents: [...new Set(read.ids)].flatMap((id) => folded.documents.get(id) ?? []) };
  const rows = rowsOf(folded, fieldsRead(read));
  if ('aggregation' in read) return { ...NO_PART, groups: groupsOfRows(rows, read.aggregation) };
  return { ...NO_PART, documents: pageOfRows(rows, read.query).rows.map(({ document }) => document) };
};

/** With the values of these fields only: to cut the terms of a search, say, costs more than the rest. */
const rowsOf = (
  { view: { fields = {} }, documents }: Folded,
  wanted: readonly string[],
): readonly (Row & { readonly document: StoredDocument })[] => {
  const read = { fields: Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.includes(name))) };
  return [...documents.values()].map((document) => ({
    id: document.id,
    values: rowValues(fieldsOf(read, document.body)),
    document,
  }));
};
