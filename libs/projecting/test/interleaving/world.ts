import type { Event, EventStore, RecordedEvent, ViewStore } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import { setImmediate as turn } from 'node:timers/promises';
import { ManualTime } from '../manual-time.js';
import type { Turns } from './turns.js';

/** How an engine is away: it refuses each call, or does not answer until it is back, and then breaks off. */
export type Outage = 'refuses' | 'hangs';
type Away = { readonly how: Outage; readonly over: PromiseWithResolvers<void> };

/** The stores of an installation, its clock, and the order in which the calls of all its processes are carried out. */
export abstract class World {
  readonly time = new ManualTime();
  readonly away = new Map<'log' | 'views', Away>();
  /** The calls of stores so far. */
  calls = 0;
  private broken = Promise.withResolvers<never>();
  private underWay = 0;
  private events = 0;

  constructor(readonly turns: Turns) {
    this.replaced.catch(() => undefined);
  }

  /** Fails when the log is replaced, as the connections of readers do. */
  get replaced(): Promise<never> {
    return this.broken.promise;
  }

  /** The connection of one process to the log, which may have been replaced since the last call. */
  abstract log(owner: object): EventStore;
  abstract views(owner: object): ViewStore;
  /** Restores the log from a backup with `keep` events, under the same identity or another one. */
  protected abstract change(keep: number, isAnother: boolean): Promise<void>;
  abstract close(): Promise<void>;

  async append(log: EventStore, ...events: readonly Event[]) {
    const { length } = await log.read('test');
    await log.append(
      'test',
      length - 1,
      events.map((event) => ({ ...newEvent(`e${(this.events += 1)}`), ...event })),
    );
  }

  async replace(keep: number, isAnother: boolean) {
    await this.change(keep, isAnother);
    this.broken.reject(new Error('The connection is gone.'));
    this.broken = Promise.withResolvers<never>();
    this.replaced.catch(() => undefined);
  }

  /** The call is under way until it has an answer. */
  async carryOut<Answer>(effect: () => Answer): Promise<Awaited<Answer>> {
    this.underWay += 1;
    try {
      return await effect();
    } finally {
      this.underWay -= 1;
    }
  }

  async history(): Promise<readonly RecordedEvent[]> {
    return (await Array.fromAsync(this.log(this).readAll(0))).flat();
  }

  breakOff(engine: 'log' | 'views', how: Outage) {
    this.comeBack(engine);
    this.away.set(engine, { how, over: Promise.withResolvers<void>() });
  }

  comeBack(engine: 'log' | 'views') {
    this.away.get(engine)?.over.resolve();
    this.away.delete(engine);
  }

  /** Carries out calls in any order until all processes wait for the clock or for events. Throws if there are more than `most`. */
  async drain(most = 6_000) {
    for (let steps = 0; steps < most; steps += 1) {
      await this.quiet();
      if (this.turns.count === 0) return;
      this.turns.next();
    }
    throw new Error(`It spins: more than ${most} calls without rest, the last ones ${this.turns.past.join(', ')}.`);
  }

  /** Carries out some calls. */
  async step(count: number) {
    for (let steps = 0; steps < count; steps += 1) {
      await this.quiet();
      if (this.turns.count === 0) return;
      this.turns.next();
    }
  }

  private async quiet() {
    do {
      for (let turns = 0; turns < 4; turns += 1) await turn();
    } while (this.underWay > 0);
  }
}
