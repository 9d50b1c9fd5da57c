/** The right to do something alone for a while. `token` is higher with each lease of the name. */
export type Lease = { readonly name: string; readonly owner: string; readonly token: number };

/** Somebody has taken the lease over since. Nothing was stored. */
export class Fenced extends Error {
  constructor(readonly lease: Lease) {
    super(`${lease.name} belongs to somebody else by now.`);
  }
}
