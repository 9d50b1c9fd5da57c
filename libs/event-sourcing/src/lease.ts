/** A temporary exclusive right. `token` increases with each lease of the name. */
export type Lease = { readonly name: string; readonly owner: string; readonly token: number };

/** Another owner has taken the lease over. Nothing was stored. */
export class Fenced extends Error {
  constructor(readonly lease: Lease) {
    super(`${lease.name} belongs to somebody else by now.`);
  }
}

/** Temporary exclusive rights of processes. Every adapter passes `leasesContract` of @annals/testing. */
export abstract class LeaseStore {
  /** A lease for `ttl` milliseconds; `undefined` while another owner holds it. A new lease of an owner ends its previous one. */
  abstract lease(name: string, owner: string, ttl: number): Promise<Lease | undefined>;

  /** Extends a lease to `ttl` milliseconds from now; `false` if another owner has taken it over. */
  abstract renew(lease: Lease, ttl: number): Promise<boolean>;

  /** Releases a lease; does nothing if another owner has taken it over. */
  abstract release(lease: Lease): Promise<void>;

  /** The unexpired leases whose names have a prefix, sorted by name. */
  abstract leases(prefix: string): Promise<readonly Lease[]>;
}
