import { ViewStore } from '@annals/event-sourcing';
import type { Aggregation, Collection, Commit, Condition } from '@annals/event-sourcing';
import type { Lease, Query, SubjectReads, ViewRead } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import { aggregate, count } from './aggregating.js';
import { Bodies } from './bodies.js';
import { Catalogue } from './catalogue.js';
import { find, get, type Reading } from './finding.js';
import { LastWritten } from './last-written.js';
import { Leases } from './leases.js';
import { openViews } from './open-file.js';
import type { SqliteDocumentOptions } from './options.js';
import { Snapshot } from './snapshot.js';
import { Statements } from './statements.js';
import type { Tables } from './tables.js';
import { ViewReading } from './view-reading.js';
import { Writes } from './unlocked.js';
import { writeCommit } from './writing.js';

/** Read models in one SQLite file: a table for each collection, a column or a table of values for each field. */
export class SqliteDocumentStore extends ViewStore {
  private readonly database: Database;
  private readonly reads: Reading;
  private readonly catalogue: Catalogue;
  private readonly leased: Leases;
  private readonly snapshot: Snapshot;
  private readonly last: LastWritten;
  private readonly views: ViewReading;
  private readonly writes: Writes;

  constructor({ file, busyTimeout = 5_000, now = Date.now, kept, mapped }: SqliteDocumentOptions) {
    super();
    this.database = openViews(file, busyTimeout, mapped);
    const sql = new Statements(this.database);
    this.reads = { sql, bodies: new Bodies(this.database, sql) };
    this.catalogue = new Catalogue(this.database, sql);
    this.views = new ViewReading(this.reads, this.catalogue);
    this.leased = new Leases(this.database, sql, now);
    this.snapshot = new Snapshot(this.database);
    this.last = new LastWritten(this.database, kept);
    this.writes = new Writes(this.database, busyTimeout, () => this.snapshot.end());
  }

  async open(collection: Collection) {
    await this.writes.run(() => this.catalogue.add(collection));
  }

  async drop(name: string) {
    this.last.forget();
    await this.writes.run(() => this.catalogue.remove(name));
  }

  async checkpoint(name: string) {
    return this.snapshot.of(() => this.catalogue.checkpoint(name));
  }

  async checkpoints() {
    return this.snapshot.of(() => this.catalogue.checkpoints());
  }

  async commit(commits: readonly Commit[], lease?: Lease) {
    await this.writes
      .run(() => this.store(commits, lease))
      .catch((error: unknown) => {
        this.last.forget();
        this.reads.bodies.forget();
        throw error;
      });
  }

  private store(commits: readonly Commit[], lease: Lease | undefined) {
    this.last.look();
    if (lease) this.leased.check(lease);
    for (const commit of commits) writeCommit(this.reads, this.catalogue, commit, this.last);
  }

  async get(name: string, ids: readonly string[]) {
    return this.reading(name, [], (tables) => get(this.reads, tables, ids));
  }

  async find(name: string, query: Query) {
    return this.reading(name, { documents: [], next: null }, (tables) => find(this.reads, tables, query));
  }

  async count(name: string, where: readonly Condition[] = [], most?: number) {
    return this.reading(name, 0, (tables) => count(this.reads.sql, tables, where, most));
  }

  async aggregate(name: string, aggregation: Aggregation) {
    return this.reading(name, [], (tables) => aggregate(this.reads.sql, tables, aggregation));
  }

  async readViews(reads: readonly ViewRead[]) {
    return this.snapshot.of(() => this.views.read(reads));
  }

  override async readSubject(reads: SubjectReads, subject: string) {
    return this.snapshot.of(() => this.views.about(reads, subject));
  }

  async serve(view: string, collection: string) {
    for (const index of this.catalogue.indexing(collection)) {
      await this.writes.run(index);
      await turn(); // lets other work run
    }
    await this.writes.run(() => this.catalogue.serve(view, collection));
  }

  async served(view: string) {
    return this.snapshot.of(() => this.catalogue.served(view));
  }

  async servedByView() {
    return this.snapshot.of(() => this.catalogue.servedByView());
  }

  async lease(name: string, owner: string, ttl: number) {
    return this.writes.run(() => this.leased.take(name, owner, ttl));
  }

  async renew(lease: Lease, ttl: number) {
    return this.writes.run(() => this.leased.renew(lease, ttl));
  }

  async release(lease: Lease) {
    await this.writes.run(() => this.leased.release(lease));
  }

  async leases(prefix: string) {
    return this.snapshot.of(() => this.leased.held(prefix));
  }

  async close() {
    this.snapshot.end();
    this.database.close();
  }

  private reading<Answer>(name: string, none: Answer, work: (tables: Tables) => Answer): Answer {
    const workOn = (tables: Tables | undefined) => (tables ? work(tables) : none);
    return this.snapshot.of(() => workOn(this.catalogue.tables(name)));
  }
}
