import { LRUCache } from 'lru-cache';
import { comparable } from './account.js';

/** An attempt to sign in. */
export type Attempt = {
  readonly name: string;
  /** Key of the caller's address. */
  readonly address: string;
  /** Of the account's password; absent for unknown names. A new password ends the locks of the old one. */
  readonly generation?: number | undefined;
};

const BY_ADDRESS = 10; // wrong passwords for one name from one address
const BY_NAME = 100; // and from all addresses that have not signed in with the name
const LOCKED_FOR = 5 * 60_000; // ms
const KNOWN_FOR = 30 * 24 * 60 * 60_000; // ms
const REMEMBERED = 10_000;

/**
 * Counts wrong passwords by name and address, and by name with a higher limit, so that a stranger cannot lock out a user: an
 * address that has signed in with the name has a count of its own only. Unknown names are counted, too, so that a lock does not
 * reveal which accounts exist.
 */
export class Lockout {
  private readonly byAddress: LRUCache<string, number>;
  private readonly byName: LRUCache<string, number>;
  private readonly known: LRUCache<string, true>;

  constructor(now: () => Date) {
    const clock = { perf: { now: () => now().getTime() }, ttlResolution: 0, max: REMEMBERED };
    this.byAddress = new LRUCache({ ...clock, ttl: LOCKED_FOR });
    this.byName = new LRUCache({ ...clock, ttl: LOCKED_FOR });
    this.known = new LRUCache({ ...clock, ttl: KNOWN_FOR });
  }

  /** Seconds until the next attempt is allowed; 0 if it is allowed now. */
  secondsLeft(attempt: Attempt): number {
    const own = left(this.byAddress, addressKey(attempt), BY_ADDRESS);
    return this.known.has(placeKey(attempt)) ? own : Math.max(own, left(this.byName, nameKey(attempt), BY_NAME));
  }

  failed(attempt: Attempt): void {
    count(this.byAddress, addressKey(attempt));
    count(this.byName, nameKey(attempt));
  }

  succeeded(attempt: Attempt): void {
    this.byAddress.delete(addressKey(attempt));
    this.known.set(placeKey(attempt), true);
  }
}

const left = (failures: LRUCache<string, number>, key: string, allowed: number) =>
  (failures.get(key) ?? 0) < allowed ? 0 : Math.ceil(failures.getRemainingTTL(key) / 1_000);

const count = (failures: LRUCache<string, number>, key: string) => failures.set(key, (failures.get(key) ?? 0) + 1);

const nameKey = ({ name, generation = 0 }: Attempt) => `${comparable(name)} ${generation}`;
const addressKey = (attempt: Attempt) => `${nameKey(attempt)} ${attempt.address}`;
const placeKey = ({ name, address }: Attempt) => `${comparable(name)} ${address}`;
