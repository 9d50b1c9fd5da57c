/** A temporary exclusive right. `token` increases with each lease of the name. */
export type Lease = { readonly name: string; readonly owner: string; readonly token: number };

/** Another owner has taken the lease over. Nothing was stored. */
export class Fenced extends Error {
  constructor(readonly lease: Lease) {
    super(`${lease.name} belongs to somebody else by now.`);
  }
}
