import { ViewStore } from '@annals/event-sourcing';
import type { Aggregation, Collection, Commit, Condition, Lease, Query, ViewRead } from '@annals/event-sourcing';
import type { MongoClient } from 'mongodb';
import { aggregate } from './aggregating.js';
import { Catalogue, type Open } from './catalogue.js';
import { Committing } from './committing.js';
import { filterOf } from './conditions.js';
import { databaseOf } from './connecting.js';
import { find, get } from './finding.js';
import { Journal } from './journal.js';
import { Leases } from './leases.js';
import { checkpointOf, ledgerIn } from './state.js';
import { SharedState } from './shared-state.js';
import { ViewReading } from './view-reading.js';

export type MongoDocumentOptions = {
  /** May contain the name of the database; default `annals`. */
  readonly url: string;
  /** The clock of leases, in milliseconds; the same for all processes that share the database. */
  readonly now?: () => number;
};

/**
 * Read models in MongoDB or a server with its protocol; neither transactions nor change streams are required. Without a
 * connection every call rejects with the error of the driver; the next call reconnects.
 */
export class MongoDocumentStore extends ViewStore {
  private readonly client: MongoClient;
  private readonly state: SharedState;
  private readonly catalogue: Catalogue;
  private readonly leased: Leases;
  private readonly journal: Journal;
  private readonly committing: Committing;
  private readonly together: ViewReading;

  constructor({ url, now = Date.now }: MongoDocumentOptions) {
    super();
    const { client, database } = databaseOf(url);
    this.client = client;
    this.state = new SharedState(database.collection('annals.state'));
    this.catalogue = new Catalogue(database, this.state);
    this.leased = new Leases(database.collection('annals.leases'), this.state, now);
    this.journal = new Journal(database, this.state);
    this.together = new ViewReading(database, this.catalogue);
    this.committing = new Committing(this.state, this.catalogue, this.journal);
  }

  async open(collection: Collection) {
    await this.catalogue.add(collection);
  }

  async drop(name: string) {
    await this.catalogue.remove(name);
    await this.journal.sweep(await this.state.read());
  }

  async checkpoint(name: string) {
    const ledger = ledgerIn(await this.state.read(), name);
    return ledger && checkpointOf(ledger);
  }

  async checkpoints() {
    const { ledgers } = await this.state.read();
    return new Map(Object.values(ledgers).map((ledger) => [ledger.name, checkpointOf(ledger)]));
  }

  async commit(commits: readonly Commit[], lease?: Lease) {
    if (lease) await this.leased.fence(lease);
    await this.committing.commit(commits, lease);
  }

  async get(name: string, ids: readonly string[]) {
    return this.asking(name, [], ({ home }) => get(home, ids));
  }

  async find(name: string, query: Query) {
    return this.asking(name, { documents: [], next: null }, ({ home, shape }) => find(home, shape, query));
  }

  async count(name: string, where: readonly Condition[] = [], most?: number) {
    const bound = most === undefined ? {} : { limit: most };
    return this.asking(name, 0, ({ home, shape }) => home.countDocuments(filterOf(shape, where), bound));
  }

  async aggregate(name: string, aggregation: Aggregation) {
    return this.asking(name, [], ({ home, shape }) => aggregate(home, shape, aggregation));
  }

  async readViews(reads: readonly ViewRead[]) {
    return this.together.read(reads);
  }

  async serve(view: string, collection: string) {
    await this.catalogue.serve(view, collection);
  }

  async served(view: string) {
    return this.catalogue.served(view);
  }

  async servedByView() {
    return this.catalogue.servedByView();
  }

  async lease(name: string, owner: string, ttl: number) {
    return this.leased.take(name, owner, ttl);
  }

  async renew(lease: Lease, ttl: number) {
    return this.leased.renew(lease, ttl);
  }

  async release(lease: Lease) {
    await this.leased.release(lease);
  }

  async leases(prefix: string) {
    return this.leased.held(prefix);
  }

  async close() {
    await this.client.close();
  }

  private async asking<Answer>(name: string, none: Answer, ask: (open: Open) => Promise<Answer>): Promise<Answer> {
    const open = await this.catalogue.find(name);
    return open ? ask(open) : none;
  }
}
