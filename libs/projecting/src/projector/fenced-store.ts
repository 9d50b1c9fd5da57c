import { ViewStore } from '@annals/event-sourcing';
import type {
  Aggregation,
  Collection,
  Commit,
  Condition,
  Lease,
  Query,
  SubjectReads,
  ViewRead,
} from '@annals/event-sourcing';

/** A store that refuses every write once another process holds the lease. */
export class FencedStore extends ViewStore {
  constructor(
    private readonly store: ViewStore,
    private readonly mine: Lease,
  ) {
    super();
  }

  commit(commits: readonly Commit[]) {
    return this.store.commit(commits, this.mine);
  }

  open(collection: Collection) {
    return this.store.open(collection);
  }

  drop(name: string) {
    return this.store.drop(name);
  }

  checkpoint(name: string) {
    return this.store.checkpoint(name);
  }

  checkpoints() {
    return this.store.checkpoints();
  }

  get(name: string, ids: readonly string[]) {
    return this.store.get(name, ids);
  }

  find(name: string, query: Query) {
    return this.store.find(name, query);
  }

  count(name: string, where?: readonly Condition[], most?: number) {
    return this.store.count(name, where, most);
  }

  aggregate(name: string, aggregation: Aggregation) {
    return this.store.aggregate(name, aggregation);
  }

  readViews(reads: readonly ViewRead[]) {
    return this.store.readViews(reads);
  }

  override readSubject(reads: SubjectReads, subject: string) {
    return this.store.readSubject(reads, subject);
  }

  serve(view: string, collection: string) {
    return this.store.serve(view, collection);
  }

  served(view: string) {
    return this.store.served(view);
  }

  servedByView() {
    return this.store.servedByView();
  }

  lease(name: string, owner: string, ttl: number) {
    return this.store.lease(name, owner, ttl);
  }

  renew(lease: Lease, ttl: number) {
    return this.store.renew(lease, ttl);
  }

  release(lease: Lease) {
    return this.store.release(lease);
  }

  leases(prefix: string) {
    return this.store.leases(prefix);
  }

  /** Does nothing: the store is closed by its owner. */
  async close() {}
}
