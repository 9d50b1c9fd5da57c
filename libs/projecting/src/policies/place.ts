import type { Collection, DocumentStore, Lease } from '@annals/event-sourcing';

/** The error of a policy, and since when it has occurred. */
export type Trouble = { readonly message: string; readonly since: string };

type Kept = { readonly startedAt: string; readonly trouble: Trouble | null };

const STATE = 'state';

const collectionOf = (policy: string): Collection => ({ name: `policy~${policy}`, fields: {}, indexes: [] });

/** The position of a policy and its error; `undefined` if it was never started. */
export const placeOf = async (store: DocumentStore, policy: string) => {
  const { name } = collectionOf(policy);
  const [found] = await store.get(name, [STATE]);
  if (!found) return undefined;
  return { ...(found.body as Kept), position: (await store.checkpoint(name)) ?? 0 };
};

/** The stored position of a policy. Only the holder of the lease moves it. */
export class Place {
  private readonly collection: Collection;

  constructor(
    private readonly store: DocumentStore,
    private readonly policy: string,
    private readonly lease: Lease,
  ) {
    this.collection = collectionOf(policy);
  }

  /** The first start of a policy sets the position to `first`; later starts keep it. */
  async begin(first: () => Promise<number>, startedAt: Date): Promise<number> {
    const known = await placeOf(this.store, this.policy);
    if (known) return known.position;
    const next = await first();
    await this.store.open(this.collection);
    await this.keep({ startedAt: startedAt.toISOString(), trouble: null }, 1, { expected: 0, next });
    return next;
  }

  /** Throws `Fenced` or `CheckpointConflict` if another process has moved it. */
  async move(expected: number, next: number) {
    const checkpoint = { expected, next };
    if (next !== expected) await this.store.commit([{ collection: this.name, writes: [], checkpoint }], this.lease);
  }

  /** Publishes the error of the policy to every process. Does nothing if the policy was never started. */
  async tell(trouble: Trouble | null) {
    const [found] = await this.store.get(this.name, [STATE]);
    if (!found) return;
    const { trouble: told, ...rest } = found.body as Kept;
    if (told?.message === trouble?.message) return;
    await this.keep({ ...rest, trouble }, found.position + 1);
  }

  private get name() {
    return this.collection.name;
  }

  private async keep(body: Kept, position: number, checkpoint?: { readonly expected: number; readonly next: number }) {
    const writes = [{ id: STATE, position, body, fields: {} }];
    await this.store.commit([{ collection: this.name, writes, ...(checkpoint && { checkpoint }) }], this.lease);
  }
}
