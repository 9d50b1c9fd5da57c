import { comparable } from './account.js';

const ALLOWED = 10;
const LOCKED_FOR = 5 * 60_000; // ms
const REMEMBERED = 10_000; // names

type Failures = { readonly count: number; readonly last: number };

/** Counts wrong passwords by name, of accounts that do not exist as well, or a lock would tell which ones do. */
export class Lockout {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly now: () => Date) {}

  /** Seconds until another password may be tried, 0 if one may be tried now. */
  secondsLeft(name: string): number {
    const { count, last } = this.recent(name);
    return count < ALLOWED ? 0 : Math.ceil((last + LOCKED_FOR - this.now().getTime()) / 1000);
  }

  failed(name: string): void {
    const { count } = this.recent(name);
    this.failures.delete(comparable(name)); // the names tried last are remembered longest
    this.failures.set(comparable(name), { count: count + 1, last: this.now().getTime() });
    if (this.failures.size > REMEMBERED) this.failures.delete(this.failures.keys().next().value!);
  }

  succeeded(name: string): void {
    this.failures.delete(comparable(name));
  }

  private recent(name: string): Failures {
    const known = this.failures.get(comparable(name));
    return known && known.last + LOCKED_FOR > this.now().getTime() ? known : { count: 0, last: 0 };
  }
}
