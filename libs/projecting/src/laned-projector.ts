import type { DocumentStore, EventStore, Lease } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { FencedStore } from './fenced-store.js';
import { AskedPositions } from './positions.js';
import { ProjectionRunner } from './projection-runner.js';
import type { ProjectorOptions } from './projector-options.js';
import { Projector } from './projector.js';
import { rebuild, type RebuildOptions } from './rebuild.js';
import { status, type ViewStatus } from './status.js';
import type { AnyProjection } from './any-projection.js';

export type LanedOptions = Omit<ProjectorOptions, 'slot'> & {
  /** Over how many lanes the keys are spread: the same number in all processes of an installation. */
  readonly lanes: number;
  /** Names this process, and no other one; made up unless told. */
  readonly owner?: string;
  /** How long a process that gives no sign of life keeps its lanes, in milliseconds; 10,000 unless told. */
  readonly ttl?: number;
};

/** `lane` is such as `2 of 4`. */
export type HeldLane = { readonly lane: string; readonly owner: string };

type Running = { readonly lease: Lease; readonly projector: Projector };

// A lease that cannot be given back runs out by itself.
const ignored = () => undefined;

const MEMBERS = 'projector ';
const LANES = 'lane ';

/** The lanes that somebody runs now, and who. */
export const lanesHeld = async (store: DocumentStore): Promise<readonly HeldLane[]> =>
  (await store.leases(LANES)).map(({ name, owner }) => ({ lane: name.slice(LANES.length), owner }));

/**
 * Shares the work with other processes: each runs some of the lanes, under a lease for each. Whoever dies is replaced
 * within the lease's time; whoever only slept finds that nothing of its own gets into the store any more.
 */
export class LanedProjector extends ProjectionRunner {
  /** Those of the views: a view has passed what all of its lanes have passed. */
  readonly positions: AskedPositions;
  private readonly owner: string;
  private readonly ttl: number;
  private readonly running = new Map<number, Running>();
  private member: Lease | undefined;
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: EventStore,
    private readonly store: DocumentStore,
    readonly projections: readonly AnyProjection[],
    private readonly options: LanedOptions,
  ) {
    super();
    this.owner = options.owner ?? randomUUID();
    this.ttl = options.ttl ?? 10_000;
    this.positions = new AskedPositions(store);
  }

  /** The lanes that this process runs now. */
  get lanes(): readonly number[] {
    return [...this.running.keys()].toSorted((one, other) => one - other);
  }

  async start() {
    await this.beat();
    // What fails now is tried again at the next beat; until then a lease may run out, and another process has the lane.
    const beat = () => void (this.beating = this.beating.then(() => this.beat()).catch(() => undefined));
    this.timer ??= setInterval(beat, this.ttl / 3);
  }

  /** Returns when what was under way is finished, and others may have the lanes. */
  async stop() {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.beating;
    await Promise.all(this.lanes.map((lane) => this.giveUp(lane)));
    if (this.member) await this.store.release(this.member).catch(ignored);
    this.member = undefined;
  }

  status(): Promise<readonly ViewStatus[]> {
    return status(this.log, this.store, this.projections);
  }

  rebuild(projection: AnyProjection, options?: RebuildOptions) {
    return rebuild(this.log, this.store, projection, options);
  }

  /** A sign of life: keeps what it has, lets go of what others should have, takes what nobody has. */
  async beat() {
    await this.keepMembership();
    await this.keepLanes();
    const share = Math.ceil(this.options.lanes / Math.max(1, (await this.store.leases(MEMBERS)).length));
    for (const lane of this.lanes.slice(share)) await this.giveUp(lane);
    for (let lane = 0; lane < this.options.lanes && this.running.size < share; lane += 1) {
      if (!this.running.has(lane)) await this.take(lane);
    }
  }

  private async keepMembership() {
    const isKept = this.member && (await this.store.renew(this.member, this.ttl));
    if (!isKept) this.member = await this.store.lease(`${MEMBERS}${this.owner}`, this.owner, this.ttl);
  }

  private async keepLanes() {
    for (const [lane, { lease, projector }] of this.running) {
      if (await this.store.renew(lease, this.ttl)) continue;
      this.running.delete(lane);
      await projector.stop();
    }
  }

  private async take(lane: number) {
    const of = this.options.lanes;
    const lease = await this.store.lease(`${LANES}${lane} of ${of}`, this.owner, this.ttl);
    if (!lease) return;
    const store = new FencedStore(this.store, lease);
    const projector = new Projector(this.log, store, this.projections, { ...this.options, slot: { lane, of } });
    try {
      await projector.start();
      this.running.set(lane, { lease, projector });
    } catch (error) {
      await this.store.release(lease);
      throw error;
    }
  }

  private async giveUp(lane: number) {
    const { lease, projector } = this.running.get(lane)!;
    this.running.delete(lane);
    await projector.stop();
    await this.store.release(lease).catch(ignored);
  }
}
