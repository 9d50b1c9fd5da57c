import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { World } from './world.js';

const OWN_SEQUENCE =
  "UPDATE sqlite_sequence SET seq = (SELECT ifnull(max(position), 0) FROM events) WHERE name = 'events'";

/** Each process has separate connections to the same files. */
export class SqliteWorld extends World {
  private readonly folder = mkdtempSync(`${tmpdir()}/world-`);
  private generation = 0;
  private readonly opened = new Map<string, EventStore | ViewStore>();
  private readonly owners = new Map<object, number>();

  log(owner: object) {
    return this.open(
      `log ${this.generation} ${this.numberOf(owner)}`,
      () => new SqliteEventStore({ file: this.file() }),
    );
  }

  views(owner: object) {
    const options = { file: `${this.folder}/views.db`, now: () => this.time.now().getTime() };
    return this.open(`views ${this.numberOf(owner)}`, () => new SqliteDocumentStore(options));
  }

  protected async change(keep: number, isAnother: boolean) {
    this.log(this); // creates the file
    const old = new Database(this.file());
    this.generation += 1;
    old.exec(`VACUUM INTO '${this.file()}'`);
    old.close();
    const restored = new Database(this.file());
    restored.exec('DROP TRIGGER events_never_leave; DROP TRIGGER log_never_changes');
    restored.prepare('DELETE FROM events WHERE position > ?').run(keep);
    restored.exec(OWN_SEQUENCE);
    if (isAnother) restored.prepare('UPDATE log SET identity = ?').run(`log-${this.generation}`);
    restored.close();
  }

  async close() {
    for (const store of this.opened.values()) await store.close();
    rmSync(this.folder, { recursive: true });
  }

  private file() {
    return `${this.folder}/log-${this.generation}.db`;
  }

  private numberOf(owner: object) {
    const number = this.owners.get(owner) ?? this.owners.size;
    this.owners.set(owner, number);
    return number;
  }

  private open<Store extends EventStore | ViewStore>(name: string, opening: () => Store): Store {
    const store = (this.opened.get(name) as Store | undefined) ?? opening();
    this.opened.set(name, store);
    return store;
  }
}
