import { EventEmitter, once } from 'node:events';
import { busy, busyUnknown } from './refusals.js';

export type Operation = 'append' | 'batchAppend' | 'read' | 'subscribe' | 'features';

/**
 * The fault of a call. `swallow`: it is never answered. `cut`: its connection breaks. `hold`: it is answered after
 * `release`. Each occurs before the call is carried out, or `after commit`. `busy` and `busy, unknown` are refusals with
 * different status codes. `twice`: an append, or each event of a subscription, is repeated in transit.
 */
export type Fault =
  | 'swallow'
  | 'swallow after commit'
  | 'cut'
  | 'cut after commit'
  | 'hold'
  | 'hold after commit'
  | 'busy'
  | 'busy, unknown'
  | 'twice';

/** Planned faults and received calls. */
export class Faults {
  private readonly planned: { readonly operation: Operation; readonly fault: Fault; left: number }[] = [];
  private readonly calls = new Map<string, number>();
  private readonly bell = new EventEmitter().setMaxListeners(0);
  private asked = 0;
  private ice: PromiseWithResolvers<void> | undefined;

  /** Makes the next calls of a kind fail; all of them with `Infinity`. */
  next(operation: Operation, fault: Fault, times = 1) {
    this.planned.push({ operation, fault, left: times });
  }

  /** Ends all faults and answers held calls. */
  release() {
    this.planned.length = 0;
    this.bell.emit('release');
    this.thaw();
  }

  /** Connections stay open and take calls, but nothing is answered, subscriptions included. */
  freeze() {
    this.ice ??= Promise.withResolvers();
  }

  /** Answers what was asked meanwhile, unless its caller has given up. */
  thaw() {
    this.ice?.resolve();
    this.ice = undefined;
  }

  /** Whether a call waits for the thaw. */
  get isAsked(): boolean {
    return this.asked > 0;
  }

  /** For the server: waits while it is frozen. */
  async thawed() {
    if (!this.ice) return;
    this.asked += 1;
    await this.ice.promise;
    this.asked -= 1;
  }

  /** The number of received calls of a kind. */
  count(operation: string): number {
    return this.calls.get(operation) ?? 0;
  }

  /** Waits until `times` calls of a kind were received. */
  async called(operation: Operation, times: number) {
    while (this.count(operation) < times) await once(this.bell, 'call');
  }

  /** For the server: the fault of a received call. */
  meet(operation: string): Fault | undefined {
    this.calls.set(operation, this.count(operation) + 1);
    this.bell.emit('call');
    const plan = this.planned.find((one) => one.operation === operation && one.left > 0);
    if (plan) plan.left -= 1;
    return plan?.fault;
  }

  /** For the server: carries out a call with its fault. */
  async around<T>(operation: string, connections: Connections, work: () => Promise<T>): Promise<T> {
    const fault = await this.before(operation, connections);
    if (fault === 'twice') await work();
    const result = await work();
    if (fault === 'hold after commit') await once(this.bell, 'release');
    if (fault === 'cut after commit') connections.drop();
    if (fault === 'cut after commit' || fault === 'swallow after commit') await never();
    return result;
  }

  /** For the server: applies a fault before the call is carried out. Throws refusals, and may never return. */
  async before(operation: string, connections: Connections): Promise<Fault | undefined> {
    const fault = this.meet(operation);
    if (fault === 'busy') throw busy();
    if (fault === 'busy, unknown') throw busyUnknown();
    if (fault === 'hold') await once(this.bell, 'release');
    if (fault === 'cut') connections.drop();
    if (fault === 'cut' || fault === 'swallow') await never();
    return fault;
  }
}

type Connections = { drop(): void };

const never = () => new Promise<never>(() => undefined);
