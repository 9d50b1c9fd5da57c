import {
  CheckpointConflict,
  fieldsRead,
  groupsOfRows,
  NO_PART,
  requireField,
  sameFields,
} from '@annals/event-sourcing';
import { pageOfRows, rowsWhere, ViewStore } from '@annals/event-sourcing';
import type { Aggregation, Collection, Commit, Condition, FieldKind, Group, Lease } from '@annals/event-sourcing';
import type { Page, Query, StoredDocument, ViewPart, ViewRead } from '@annals/event-sourcing';
import { MemoryLeases } from './memory-leases.js';
import { document, put, readView, type Row, type Shelf } from './shelf.js';

export type MemoryDocumentOptions = {
  /** The clock of leases, in milliseconds. */
  readonly now?: () => number;
};

/** Read models in memory. Every query examines every document. */
export class MemoryDocumentStore extends ViewStore {
  private readonly shelves = new Map<string, Shelf>();
  private readonly views = new Map<string, string>();
  private readonly leased: MemoryLeases;

  constructor({ now = Date.now }: MemoryDocumentOptions = {}) {
    super();
    this.leased = new MemoryLeases(now);
  }

  async open(declared: Collection) {
    const { fields } = this.shelves.get(declared.name)?.declared ?? declared;
    if (!sameFields(fields, declared.fields))
      throw new Error(`${declared.name} exists with other fields: give the changed collection another name.`);
    if (!this.shelves.has(declared.name)) this.shelves.set(declared.name, { declared, rows: new Map(), checkpoint: 0 });
  }

  async drop(name: string) {
    this.shelves.delete(name);
  }

  async checkpoint(name: string) {
    return this.shelves.get(name)?.checkpoint;
  }

  async checkpoints() {
    return new Map([...this.shelves].map(([name, { checkpoint }]) => [name, checkpoint]));
  }

  async commit(commits: readonly Commit[], lease?: Lease) {
    if (lease) this.leased.check(lease);
    const at = await this.checkpoints();
    for (const { collection, checkpoint } of commits) {
      const { expected, next } = checkpoint ?? { expected: at.get(collection), next: at.get(collection) };
      if (next === undefined || at.get(collection) !== expected) throw new CheckpointConflict(collection);
      at.set(collection, next);
    }
    for (const { collection, writes } of commits) {
      const shelf = this.shelves.get(collection)!;
      writes.forEach((write) => put(shelf, write));
      shelf.checkpoint = at.get(collection)!;
    }
  }

  async get(name: string, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    const wanted = new Set(ids);
    return this.rows(name)
      .filter(({ id }) => wanted.has(id))
      .map(document);
  }

  async find(name: string, query: Query): Promise<Page> {
    const { where = [], sort } = query;
    where.forEach(({ field }) => this.field(name, field));
    if (sort) this.field(name, sort.field, 'one');
    const { rows, next } = pageOfRows(this.rows(name), query);
    return { documents: rows.map(document), next };
  }

  async count(name: string, where: readonly Condition[] = [], most = Infinity) {
    where.forEach(({ field }) => this.field(name, field));
    return Math.min(rowsWhere(this.rows(name), where).length, most);
  }

  async aggregate(name: string, aggregation: Aggregation): Promise<readonly Group[]> {
    const { where = [], groupBy, sum = [], amounts = [] } = aggregation;
    [...where.map(({ field }) => field), ...groupBy].forEach((field) => this.field(name, field));
    sum.forEach((field) => this.field(name, field, 'one'));
    amounts.forEach((field) => this.field(name, field, 'amount'));
    return groupsOfRows(this.rows(name), aggregation);
  }

  async readViews(reads: readonly ViewRead[]): Promise<readonly ViewPart[]> {
    const parts = reads.map((read) => {
      const shelf = this.shelves.get(this.views.get(read.view) ?? '');
      const isKnown = shelf && fieldsRead(read).every((field) => shelf.declared.fields[field]);
      return isKnown ? readView(this, shelf, read) : Promise.resolve(NO_PART);
    });
    return Promise.all(parts);
  }

  async serve(view: string, collection: string) {
    this.views.set(view, collection);
  }

  async served(view: string) {
    return this.views.get(view);
  }

  async servedByView() {
    return new Map(this.views);
  }

  async lease(name: string, owner: string, ttl: number) {
    return this.leased.take(name, owner, ttl);
  }

  async renew(lease: Lease, ttl: number) {
    return this.leased.renew(lease, ttl);
  }

  async release(lease: Lease) {
    this.leased.release(lease);
  }

  async leases(prefix: string) {
    return this.leased.held(prefix);
  }

  async close() {}

  private rows(name: string): readonly Row[] {
    return [...(this.shelves.get(name)?.rows.values() ?? [])].filter(({ body }) => body !== null);
  }

  private field(name: string, field: string, ...wanted: readonly FieldKind[]) {
    const declared = this.shelves.get(name)?.declared;
    if (declared) requireField(declared, field, wanted);
  }
}
