import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { World } from './world.js';

/** All processes share the stores. */
export class MemoryWorld extends World {
  private readonly stored = new MemoryDocumentStore({ now: () => this.time.now().getTime() });
  private current = new MemoryEventStore();

  log() {
    return this.current;
  }

  views() {
    return this.stored;
  }

  protected async change(keep: number, isAnother: boolean) {
    const old = await this.history();
    this.current = new MemoryEventStore(0, isAnother ? undefined : await this.current.identity());
    const kept = old.slice(0, keep);
    if (kept.length > 0) await this.current.append('test', -1, kept);
  }

  async close() {}
}
