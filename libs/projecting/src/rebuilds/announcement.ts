import type { Collection, Lease, LeaseStore, ViewStore } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';

/** The progress of a rebuild: positions of the log, and the number of documents so far. */
export type Progress = { readonly position: number; readonly head: number; readonly documents: number };

/** The last rebuild of a view, visible to every process. Times are in the format of `toISOString()`. */
export type RebuildReport = Progress & {
  readonly collection: string;
  /** `broken-off`: its process died. */
  readonly state: 'running' | 'done' | 'failed' | 'broken-off';
  readonly startedBy: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly error?: string;
};

/** Another process is rebuilding the view or rolling it back. */
export class RebuildRunning extends Error {
  constructor(readonly view: string) {
    super(`Another rebuild of ${view} is running.`);
  }
}

const REBUILDS: Collection = { name: 'view-rebuilds', fields: {}, indexes: [] };
const TTL = 15_000; // ms
const EVERY = 1_000; // ms
const TELLINGS = 1_000_000; // reports under one lease

const leaseOf = (view: string) => `rebuild ${view}`;

/** Runs `work` under the exclusive lease of a view. Throws `RebuildRunning`. */
export const alone = async <T>(store: LeaseStore, view: string, work: (lease: Lease) => Promise<T>): Promise<T> => {
  const lease = await store.lease(leaseOf(view), randomUUID(), TTL);
  if (!lease) throw new RebuildRunning(view);
  try {
    return await work(lease);
  } finally {
    await store.release(lease);
  }
};

type StoredReport = Omit<RebuildReport, 'state'>;

/** Publishes the progress of a rebuild to every process and renews its lease. */
export class Announcement {
  private count = 0;
  private due = 0;
  private told: StoredReport;

  constructor(
    private readonly store: ViewStore,
    private readonly view: string,
    private readonly lease: Lease,
    about: Pick<StoredReport, 'collection' | 'startedBy'>,
  ) {
    this.told = { ...about, startedAt: new Date().toISOString(), position: 0, head: 0, documents: 0 };
  }

  /** Throws `RebuildRunning` if the lease was lost, because another process may have started a rebuild. */
  async progressed(progress: Progress) {
    this.told = { ...this.told, ...progress };
    if (performance.now() < this.due) return;
    this.due = performance.now() + EVERY;
    if (!(await this.store.renew(this.lease, TTL))) throw new RebuildRunning(this.view);
    await this.write();
  }

  async ended(error?: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    this.told = { ...this.told, endedAt: new Date().toISOString(), ...(error === undefined ? {} : { error: message }) };
    await this.write();
  }

  private async write() {
    await this.store.open(REBUILDS);
    this.count += 1;
    const write = { id: this.view, position: this.lease.token * TELLINGS + this.count, body: this.told, fields: {} };
    await this.store.commit([{ collection: REBUILDS.name, writes: [write] }]);
  }
}

/** The last rebuild of each view that was rebuilt on request. */
export const rebuildsOf = async (
  store: ViewStore,
  views: readonly string[],
): Promise<ReadonlyMap<string, RebuildReport>> => {
  const running = new Set((await store.leases(leaseOf(''))).map(({ name }) => name));
  const told = await store.get(REBUILDS.name, views);
  return new Map(told.map(({ id, body }) => [id, reportOf(body as StoredReport, running.has(leaseOf(id)))]));
};

const reportOf = (told: StoredReport, isRunning: boolean): RebuildReport => {
  if (told.error !== undefined) return { ...told, state: 'failed' };
  if (told.endedAt !== undefined) return { ...told, state: 'done' };
  return { ...told, state: isRunning ? 'running' : 'broken-off' };
};
