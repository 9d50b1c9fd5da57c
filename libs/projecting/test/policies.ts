import { handle } from '@annals/event-sourcing';
import type { Draft, Event, Naming, Origin, Policy, RecordedEvent } from '@annals/event-sourcing';
import { PolicyRunner, Projector, StoredViews, type PolicyOptions, type Report } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, stoppedAfterEach } from '@annals/testing';
import { ManualTime } from './manual-time.js';
import { heldOrders, shipment, shipOrders, type Ship, type Shipped } from './shipping.js';

export const TTL = 9_000; // ms

const naming: Naming = { eventId: (name) => name, blind: (value) => value };

/** A process that runs policies on shared stores. After it is killed it no longer reaches the stores. */
class Process {
  readonly runner: PolicyRunner;
  readonly reports: Report[] = [];
  isKilled = false;

  constructor(desk: Desk, policies: readonly Policy[], options: Partial<PolicyOptions>) {
    const reached = <Port extends object>(port: Port): Port =>
      new Proxy(port, {
        get: (target, name) => {
          const member = target[name as keyof Port];
          if (typeof member !== 'function') return member;
          return (...given: never[]) => {
            if (this.isKilled && (name === 'readAll' || name === 'follow')) throw new Error('killed');
            if (this.isKilled) return Promise.reject(new Error('killed'));
            return (member as (...given: never[]) => unknown).apply(target, given);
          };
        },
      });
    const [log, store] = [reached(desk.log), reached(desk.store)];
    const views = new StoredViews(store, undefined, () => desk.isCutOff);
    this.runner = new PolicyRunner(log, store, views, policies, {
      ...{ ttl: TTL, time: desk.time, random: () => 1, report: (report) => void this.reports.push(report) },
      ...options,
      send: (draft, origin) => desk.send(draft, origin, () => this.isKilled),
    });
  }
}

/** The fault of a command: none, before it is carried out, or afterwards, so that the answer is lost. */
export type Fault = 'none' | 'before' | 'after';

export class Desk {
  readonly time = new ManualTime();
  readonly log = new MemoryEventStore();
  readonly store = new MemoryDocumentStore({ now: () => this.time.now().getTime() });
  readonly projector = new Projector(this.log, this.store, [heldOrders]);
  readonly sent: Origin[] = [];
  /** Whether views are stale, although they have all events that they can have. */
  isCutOff = false;
  /** The faults of the next commands. */
  faults: Fault[] = [];

  constructor(private readonly stopped: ReturnType<typeof stoppedAfterEach>) {}

  async process(policies: readonly Policy[] = [shipOrders], options: Partial<PolicyOptions> = {}) {
    const process = new Process(this, policies, options);
    await this.stopped(process.runner);
    return process;
  }

  told(...events: readonly Event[]) {
    return appendTo(this.log, ...events);
  }

  async send({ fields }: Draft, origin: Origin, isKilled: () => boolean) {
    const fault = this.faults.shift() ?? 'none';
    this.sent.push(origin);
    if (isKilled() || fault === 'before') throw new Error('out of order');
    await handle(this.log, shipment, { type: 'Ship', ...fields } as Ship, origin, { naming });
    if (fault === 'after') throw new Error('no answer');
  }

  async shipped(): Promise<readonly RecordedEvent<Shipped>[]> {
    const all = (await Array.fromAsync(this.log.readAll(0, { types: ['Shipped'] }))).flat();
    return all as readonly RecordedEvent<Shipped>[];
  }

  async shippedOrders(): Promise<readonly string[]> {
    return (await this.shipped()).map(({ data: { order } }) => order);
  }

  /** Returns when the view has applied every event. */
  async projected() {
    await this.stopped(this.projector);
    await this.projector.positions.passed(heldOrders.name, await this.log.head(), 5_000);
  }
}

/** A desk for each test. */
export const policyDesk = (): (() => Desk) => {
  const stopped = stoppedAfterEach();
  let desk: Desk;
  beforeEach(() => (desk = new Desk(stopped)));
  return () => desk;
};
