import type { Collection, DocumentStore, EventStore, Lease } from '@annals/event-sourcing';

/** The error of a policy, and since when it has occurred. */
export type Trouble = {
  /** @example The log does not answer. */
  readonly message: string;
  readonly since: string;
};

type Kept = {
  readonly startedAt: string;
  readonly trouble: Trouble | null;
  /** The identity of the log that the position belongs to; missing in stores of older versions. */
  readonly log?: string;
};

const STATE = 'state';

const collectionOf = (policy: string): Collection => ({ name: `policy~${policy}`, fields: {}, indexes: [] });

/** The position of a policy and its error; `undefined` if it was never started. */
export const placeOf = async (store: DocumentStore, policy: string) => {
  const { name } = collectionOf(policy);
  const [found] = await store.get(name, [STATE]);
  if (!found) return undefined;
  const { position: written } = found;
  return { ...(found.body as Kept), written, position: (await store.checkpoint(name)) ?? 0 };
};

type Known = NonNullable<Awaited<ReturnType<typeof placeOf>>>;

/** The stored position of a policy. Only the holder of the lease moves it. */
export class Place {
  private readonly collection: Collection;

  constructor(
    private readonly store: DocumentStore,
    private readonly policy: string,
    private readonly lease: Lease,
    private readonly log: Pick<EventStore, 'identity'>,
  ) {
    this.collection = collectionOf(policy);
  }

  /** The first start of a policy on a log sets the position to `first`; later starts keep it. */
  async begin(first: () => Promise<number>, startedAt: Date): Promise<number> {
    const [known, log] = await Promise.all([placeOf(this.store, this.policy), this.log.identity()]);
    if (known?.log === log) return known.position;
    await this.store.open(this.collection);
    if (known && known.log === undefined) return this.adopt(known, log);
    const next = await first();
    const { position: expected = 0, written = 0 } = known ?? {};
    await this.keep({ startedAt: startedAt.toISOString(), trouble: null, log }, written + 1, { expected, next });
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

  private async adopt({ startedAt, trouble, written, position }: Known, log: string): Promise<number> {
    await this.keep({ startedAt, trouble, log }, written + 1);
    return position;
  }

  private get name() {
    return this.collection.name;
  }

  private async keep(body: Kept, position: number, checkpoint?: { readonly expected: number; readonly next: number }) {
    const writes = [{ id: STATE, position, body, fields: {} }];
    await this.store.commit([{ collection: this.name, writes, ...(checkpoint && { checkpoint }) }], this.lease);
  }
}
