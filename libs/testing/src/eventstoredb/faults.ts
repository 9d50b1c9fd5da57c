import { EventEmitter, once } from 'node:events';
import { busy, busyUnknown } from './refusals.js';

export type Operation = 'append' | 'read' | 'subscribe' | 'features';

/**
 * What goes wrong with a call. `swallow`: it is never answered. `cut`: its connection breaks. `hold`: it is answered
 * after `release`. Each before the call is carried out, or `after commit`. `busy` and `busy, unknown` are refusals with
 * one status or the other. `twice`: something on the way repeats an append, or each event of a subscription.
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

/** What is to go wrong, and what was called. */
export class Faults {
  private readonly planned: { readonly operation: Operation; readonly fault: Fault; left: number }[] = [];
  private readonly calls = new Map<string, number>();
  private readonly bell = new EventEmitter().setMaxListeners(0);

  /** Lets the next calls of a kind go wrong, all of them with `Infinity`. */
  next(operation: Operation, fault: Fault, times = 1) {
    this.planned.push({ operation, fault, left: times });
  }

  /** Lets nothing more go wrong, and answers what is held. */
  release() {
    this.planned.length = 0;
    this.bell.emit('release');
  }

  /** How many calls of a kind have come. */
  count(operation: string): number {
    return this.calls.get(operation) ?? 0;
  }

  /** Until so many calls of a kind have come. */
  async called(operation: Operation, times: number) {
    while (this.count(operation) < times) await once(this.bell, 'call');
  }

  /** For the server: what goes wrong with a call that has come. */
  meet(operation: string): Fault | undefined {
    this.calls.set(operation, this.count(operation) + 1);
    this.bell.emit('call');
    const plan = this.planned.find((one) => one.operation === operation && one.left > 0);
    if (plan) plan.left -= 1;
    return plan?.fault;
  }

  /** For the server: carries a call out, with what goes wrong with it. */
  async around<T>(operation: string, connections: Connections, work: () => Promise<T>): Promise<T> {
    const fault = await this.before(operation, connections);
    if (fault === 'twice') await work();
    const result = await work();
    if (fault === 'hold after commit') await once(this.bell, 'release');
    if (fault === 'cut after commit') connections.drop();
    if (fault === 'cut after commit' || fault === 'swallow after commit') await never();
    return result;
  }

  /** For the server: what goes wrong before a call is carried out. Throws refusals, and may never return. */
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
