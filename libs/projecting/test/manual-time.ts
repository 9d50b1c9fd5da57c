import type { Time } from '@annals/projecting';

type Sleeper = { readonly until: number; readonly wake: () => void };

/** A clock that only a test moves; its timers fire accordingly. */
export class ManualTime implements Time {
  private readonly sleepers = new Set<Sleeper>();

  constructor(private at = Date.UTC(2026, 0, 1)) {}

  readonly now = () => new Date(this.at);

  readonly sleep = async (ms: number, signal: AbortSignal) => {
    if (ms <= 0 || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const sleeper = { until: this.at + ms, wake: () => resolve() };
    this.sleepers.add(sleeper);
    const wake = () => resolve();
    signal.addEventListener('abort', wake, { once: true });
    await promise;
    signal.removeEventListener('abort', wake);
    this.sleepers.delete(sleeper);
  };

  /** The remaining delays of the current waiters, in milliseconds. */
  get sleeping(): readonly number[] {
    return [...this.sleepers].map(({ until }) => until - this.at).toSorted((one, other) => one - other);
  }

  advance(ms: number) {
    this.at += ms;
    for (const { until, wake } of this.sleepers) if (until <= this.at) wake();
  }
}
