import type { DocumentStore, ServedViews } from '@annals/event-sourcing';
import { setTimeout as delay } from 'node:timers/promises';

/** The positions that views have reached. */
export abstract class Positions {
  /** Waits until the view has passed the position; `false` if it has not after `timeoutMs`. */
  abstract passed(view: string, position: number, timeoutMs: number): Promise<boolean>;
}

type Waiter = { readonly position: number; readonly tell: () => void };

/** Positions in the projecting process, which is notified of every commit. */
export class HeardPositions extends Positions {
  private readonly positions = new Map<string, number>();
  private readonly waiters = new Map<string, Set<Waiter>>();

  /** `told` is also called at every move, and `awaited` when a reader begins to wait. */
  constructor(
    private readonly told?: (view: string, position: number) => void,
    private readonly awaited?: () => void,
  ) {
    super();
  }

  /** A view may also go back after its store was restored. */
  moved(view: string, position: number) {
    this.positions.set(view, position);
    this.told?.(view, position);
    for (const waiter of this.waiters.get(view) ?? []) if (waiter.position <= position) waiter.tell();
  }

  async passed(view: string, position: number, timeoutMs: number) {
    if ((this.positions.get(view) ?? 0) >= position) return true;
    const waiters = this.waiters.get(view) ?? new Set();
    this.waiters.set(view, waiters);

    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiter = { position, tell: () => resolve(true) };
    const timer = setTimeout(() => resolve(false), timeoutMs);
    waiters.add(waiter);
    this.awaited?.();
    return promise.finally(() => {
      clearTimeout(timer);
      waiters.delete(waiter);
    });
  }
}

const POLL = 25; // ms

/** Positions in a process that only reads: it polls the store. */
export class AskedPositions extends Positions {
  /** `awaited` is called when a reader begins to wait. */
  constructor(
    private readonly store: DocumentStore & ServedViews,
    private readonly awaited?: () => void,
  ) {
    super();
  }

  async passed(view: string, position: number, timeoutMs: number) {
    const deadline = performance.now() + timeoutMs;
    for (let isFirst = true; (await this.position(view)) < position; isFirst = false) {
      if (isFirst) this.awaited?.();
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await delay(Math.min(POLL, left));
    }
    return true;
  }

  private async position(view: string) {
    const collection = await this.store.served(view);
    return (collection === undefined ? undefined : await this.store.checkpoint(collection)) ?? 0;
  }
}
