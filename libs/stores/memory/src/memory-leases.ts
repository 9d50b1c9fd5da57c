import { compareScalars, Fenced, type Lease } from '@annals/event-sourcing';

type Kept = Lease & { readonly until: number };

export class MemoryLeases {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly now: () => number) {}

  take(name: string, owner: string, ttl: number): Lease | undefined {
    const last = this.kept.get(name);
    if (last && last.until > this.now() && last.owner !== owner) return undefined;
    const lease = { name, owner, token: (last?.token ?? 0) + 1 };
    this.kept.set(name, { ...lease, until: this.now() + ttl });
    return lease;
  }

  renew(lease: Lease, ttl: number): boolean {
    if (!this.isLast(lease)) return false;
    this.kept.set(lease.name, { ...lease, until: this.now() + ttl });
    return true;
  }

  release(lease: Lease) {
    if (this.isLast(lease)) this.kept.set(lease.name, { ...lease, until: 0 });
  }

  /** Throws `Fenced`. */
  check(lease: Lease) {
    if (!this.isLast(lease)) throw new Fenced(lease);
  }

  held(prefix: string): readonly Lease[] {
    return [...this.kept.values()]
      .filter(({ name, until }) => name.startsWith(prefix) && until > this.now())
      .map(({ name, owner, token }) => ({ name, owner, token }))
      .toSorted((one, other) => compareScalars(one.name, other.name));
  }

  private isLast({ name, token }: Lease) {
    return this.kept.get(name)?.token === token;
  }
}
