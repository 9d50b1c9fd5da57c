import { DocumentStore } from './document-store.js';
import type { Lease, LeaseStore } from './lease.js';
import type { ServedViews } from './served-views.js';
import {
  lowestOf,
  type SubjectParts,
  type SubjectReads,
  type ViewPart,
  type ViewRead,
  type ViewReads,
} from './view-reads.js';

/** Everything that keeps views up to date: the ports in one engine, because a commit checks its lease. */
export abstract class ViewStore extends DocumentStore implements ServedViews, LeaseStore, ViewReads {
  abstract readViews(reads: readonly ViewRead[]): Promise<readonly ViewPart[]>;

  async readSubject(reads: SubjectReads, subject: string): Promise<SubjectParts> {
    const parts = await this.readViews(reads.of(subject));
    return { parts, checkpoint: lowestOf(parts) };
  }

  abstract serve(view: string, collection: string): Promise<void>;
  abstract served(view: string): Promise<string | undefined>;
  abstract servedByView(): Promise<ReadonlyMap<string, string>>;
  abstract lease(name: string, owner: string, ttl: number): Promise<Lease | undefined>;
  abstract renew(lease: Lease, ttl: number): Promise<boolean>;
  abstract release(lease: Lease): Promise<void>;
  abstract leases(prefix: string): Promise<readonly Lease[]>;
}
