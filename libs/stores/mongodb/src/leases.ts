import { Fenced, type Lease } from '@annals/event-sourcing';
import type { Collection } from 'mongodb';
import { isDuplicate } from './documents.js';
import { compare } from './scalars.js';
import { fenceIn, withFence, type Change, type State } from './state.js';
import type { SharedState } from './shared-state.js';

export type KeptLease = {
  readonly _id: string;
  readonly owner: string;
  readonly token: number;
  /** Milliseconds since 1970. */
  readonly until: number;
};

/** Compares and sets in one server operation. `now` is in milliseconds. */
export class Leases {
  constructor(
    private readonly kept: Collection<KeptLease>,
    private readonly state: SharedState,
    private readonly now: () => number,
  ) {}

  async take(name: string, owner: string, ttl: number): Promise<Lease | undefined> {
    const now = this.now();
    const free = { _id: name, $or: [{ until: { $lte: now } }, { owner }] };
    const taken = { $set: { owner, until: now + ttl }, $inc: { token: 1 } };
    try {
      const kept = await this.kept.findOneAndUpdate(free, taken, { upsert: true, returnDocument: 'after' });
      const lease = leaseOf(kept!);
      await this.state.change((state) => (fenceIn(state, name) === undefined ? undefined : fenced(state, lease)));
      return lease;
    } catch (error) {
      if (isDuplicate(error)) return undefined; // it exists and is held
      throw error;
    }
  }

  renew(lease: Lease, ttl: number): Promise<boolean> {
    return this.extend(lease, this.now() + ttl);
  }

  async release(lease: Lease) {
    await this.extend(lease, 0);
  }

  async held(prefix: string): Promise<readonly Lease[]> {
    const kept = await this.kept.find({ until: { $gt: this.now() } }).toArray();
    const wanted = kept.filter(({ _id }) => _id.startsWith(prefix)).map(leaseOf);
    return wanted.toSorted((one, other) => compare(one.name, other.name));
  }

  /** Enters the lease into the state, so that only it or a later one may commit. Throws `Fenced` if there is a later one. */
  async fence(lease: Lease) {
    if (fenceIn(await this.state.read(), lease.name) === lease.token) return;
    // The fence comes first: a process that takes the lease afterwards finds and raises it.
    const isKnown = await this.isLast(lease);
    if (isKnown) await this.state.change((state) => fenced(state, lease));
    if (!isKnown || !(await this.isLast(lease))) throw new Fenced(lease);
  }

  // Compared by owner as well: a server restored from a backup may issue a token again.
  private async isLast({ name, owner, token }: Lease) {
    return (await this.kept.findOne({ _id: name, owner, token })) !== null;
  }

  private async extend({ name, owner, token }: Lease, until: number): Promise<boolean> {
    const { matchedCount } = await this.kept.updateOne({ _id: name, owner, token }, { $set: { until } });
    return matchedCount === 1;
  }
}

const fenced = (state: State, lease: Lease): Change => ({ next: withFence(state, lease), names: [], lease });

const leaseOf = ({ _id, owner, token }: KeptLease): Lease => ({ name: _id, owner, token });
