import { Fenced, type Lease } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import type { Statements } from './statements.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "annals leases" (
    name  TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    token INTEGER NOT NULL,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Compares and sets in one statement, because other processes write to the file. `now` is in milliseconds. */
export class Leases {
  constructor(
    database: Database,
    private readonly sql: Statements,
    private readonly now: () => number,
  ) {
    database.exec(SCHEMA);
  }

  take(name: string, owner: string, ttl: number): Lease | undefined {
    const now = this.now();
    return this.sql
      .of<Lease>(
        `INSERT INTO "annals leases" VALUES (?, ?, 1, ?)
        ON CONFLICT DO UPDATE SET owner = excluded.owner, token = token + 1, until = excluded.until
        WHERE until <= ? OR owner = excluded.owner
        RETURNING name, owner, token`,
      )
      .get(name, owner, now + ttl, now);
  }

  renew({ name, token }: Lease, ttl: number): boolean {
    return this.extend(name, token, this.now() + ttl);
  }

  release({ name, token }: Lease) {
    this.extend(name, token, 0);
  }

  /** Throws `Fenced`. */
  check(lease: Lease) {
    const token = this.sql.of<number>('SELECT token FROM "annals leases" WHERE name = ?').pluck().get(lease.name);
    if (token !== lease.token) throw new Fenced(lease);
  }

  held(prefix: string): readonly Lease[] {
    const all = this.sql.of<Lease>('SELECT name, owner, token FROM "annals leases" WHERE until > ? ORDER BY name');
    return all.all(this.now()).filter(({ name }) => name.startsWith(prefix));
  }

  private extend(name: string, token: number, until: number): boolean {
    const update = this.sql.of('UPDATE "annals leases" SET until = ? WHERE name = ? AND token = ?');
    return update.run(until, name, token).changes > 0;
  }
}
