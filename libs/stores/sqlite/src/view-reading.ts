import { fieldsRead, lowestOf, NO_PART } from '@annals/event-sourcing';
import type { Query, SubjectParts, SubjectReads, ViewPart, ViewRead } from '@annals/event-sourcing';
import { aggregate } from './aggregating.js';
import type { Catalogue, Serving } from './catalogue.js';
import { find, firstPlaces, get, isFirst, stored, type FirstPlace, type Reading } from './finding.js';
import { SubjectReading } from './subject-reading.js';
import type { Tables } from './tables.js';

/** A read and what serves it. */
type Served = { readonly serving: Serving; readonly read: ViewRead };

/** Reads of the collections that serve views; each transaction makes one. */
export class ViewReading {
  private readonly subjects: SubjectReading;

  constructor(
    private readonly reads: Reading,
    private readonly catalogue: Catalogue,
  ) {
    this.subjects = new SubjectReading(reads, catalogue, (tables, place) => this.document(tables, place));
  }

  /** The caller holds a transaction. */
  about(reads: SubjectReads, subject: string): SubjectParts {
    const prepared = this.subjects.read(reads, subject);
    if (prepared) return prepared;
    const parts = this.read(reads.of(subject));
    return { parts, checkpoint: lowestOf(parts) };
  }

  /** The caller holds a transaction. */
  read(reads: readonly ViewRead[]): readonly ViewPart[] {
    const servings = this.catalogue.serving();
    const served = reads.map((read): Served | undefined => {
      const serving = servings.get(read.view);
      return serving?.tables.has(fieldsRead(read)) ? { serving, read } : undefined;
    });
    const positions = this.positions(served);
    const parts: ViewPart[] = [];
    for (const [index, each] of served.entries()) {
      if (!each) parts.push(NO_PART);
      else if (isSkipped(each, parts)) parts.push({ ...NO_PART, checkpoint: each.serving.checkpoint });
      else parts.push(this.part(each, positions.get(index)));
    }
    return parts;
  }

  /** Of the documents that are read one by one, in one statement; `null` for those that are not there. */
  private positions(served: readonly (Served | undefined)[]): ReadonlyMap<number, number | null> {
    const single = [...served.entries()].flatMap(([index, each]) => {
      const id = each && onlyId(each.read);
      return id === undefined ? [] : [{ index, id, table: each!.serving.tables.documents }];
    });
    if (single.length === 0) return new Map();
    const columns = single.map(({ table }) => `(SELECT position FROM ${table} WHERE id = ?)`);
    const found = this.reads.sql
      .of<(number | null)[]>(`SELECT ${columns.join()}`)
      .raw()
      .get(...single.map(({ id }) => id))!;
    return new Map(single.map(({ index }, at) => [index, found[at]!]));
  }

  private part({ serving: { tables, checkpoint }, read }: Served, position: number | null | undefined): ViewPart {
    const part = { ...NO_PART, checkpoint };
    if ('aggregation' in read) return { ...part, groups: aggregate(this.reads.sql, tables, read.aggregation) };
    if ('query' in read) return { ...part, documents: this.found(tables, read.query) };
    if (position === undefined) return { ...part, documents: get(this.reads, tables, read.ids) };
    return position === null ? part : { ...part, documents: [this.document(tables, [read.ids[0]!, position])] };
  }

  private found(tables: Tables, query: Query) {
    if (!isFirst(tables, query)) return find(this.reads, tables, query).documents;
    const { text, values } = firstPlaces(tables, query);
    const places = this.reads.sql.of<FirstPlace>(text).raw();
    return places.all(...values).map((place) => this.document(tables, place));
  }

  private document(tables: Tables, [id, position]: FirstPlace) {
    return this.catalogue.documents.at(tables.documents, id, position, () => stored(this.reads, tables, id));
  }
}

const onlyId = (read: ViewRead) => ('ids' in read && read.ids.length === 1 ? read.ids[0] : undefined);

const isSkipped = ({ read: { unless } }: Served, parts: readonly ViewPart[]) =>
  unless !== undefined && parts[unless]?.documents.length === 0;
