import { collectionOf, type Lease, type LeaseStore } from '@annals/event-sourcing';
import type { AnyProjection } from '../views/any-projection.js';
import { hash } from '../rebuilds/hash.js';

const MEMBERS = 'projector ';

/** Names a program by the versions and settings of its views. */
export const programOf = (projections: readonly AnyProjection[]): string =>
  hash(projections.map(collectionOf).toSorted().join(' ')).toString(16);

/** The lease by which a process counts among those that share the lanes. */
export class Membership {
  private lease: Lease | undefined;

  constructor(
    private readonly store: LeaseStore,
    private readonly program: string,
    private readonly owner: string,
    private readonly ttl: number,
  ) {}

  async keep() {
    const isKept = this.lease && (await this.store.renew(this.lease, this.ttl));
    if (!isKept) this.lease = await this.store.lease(`${this.prefix}${this.owner}`, this.owner, this.ttl);
  }

  /** A lease that cannot be released expires by itself. */
  async leave() {
    if (this.lease) await this.store.release(this.lease).catch(() => undefined);
    this.lease = undefined;
  }

  /** The number of processes that share the lanes. */
  async members(): Promise<number> {
    return (await this.store.leases(this.prefix)).length;
  }

  private get prefix(): string {
    return `${MEMBERS}${this.program} `;
  }
}
