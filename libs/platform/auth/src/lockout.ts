import { comparable } from './account.js';

const ALLOWED = 10;
const LOCKED_FOR = 5 * 60_000; // ms
const REMEMBERED = 10_000; // names

type Failures = { readonly count: number; readonly last: number };

/** Counts wrong passwords by name, also of unknown accounts, so that a lock does not reveal which accounts exist. */
export class Lockout {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly now: () => Date) {}

  /** Seconds until the next attempt is allowed; 0 if it is allowed now. */
  secondsLeft(name: string): number {
    const { count, last } = this.recent(name);
    return count < ALLOWED ? 0 : Math.ceil((last + LOCKED_FOR - this.now().getTime()) / 1000);
  }

  failed(name: string): void {
    const { count } = this.recent(name);
    this.failures.delete(comparable(name)); // the most recent names are kept longest
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
