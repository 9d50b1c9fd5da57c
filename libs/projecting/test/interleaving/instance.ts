import type { EventStore, ViewStore } from '@annals/event-sourcing';
import type { World } from './world.js';

/** Methods that answer page by page. */
const READERS: ReadonlySet<PropertyKey> = new Set(['readAll', 'follow', 'gaps']);
/** They answer without the engine. */
const AT_HAND: ReadonlySet<PropertyKey> = new Set(['passedOver', 'passedBefore']);

const NEVER = new Promise<never>(() => undefined);

/** A process, whose calls of the stores are carried out when it is their turn, and which may be killed at any of them. */
export class Instance {
  readonly log: EventStore;
  readonly views: ViewStore;
  isDead = false;
  private left = Infinity;
  private appliesLast = false;

  constructor(private readonly world: World) {
    this.log = this.reached('log', () => world.log(this));
    this.views = this.reached('views', () => world.views(this));
  }

  /** Dies after a number of calls; with `applied`, the last one is still carried out. */
  dieAfter(calls: number, applied: boolean) {
    this.left = calls;
    this.appliesLast = applied;
  }

  die() {
    this.isDead = true;
  }

  private reached<Port extends EventStore | ViewStore>(engine: 'log' | 'views', port: () => Port): Port {
    return new Proxy(port(), {
      get: (target, name) => {
        if (typeof target[name as keyof Port] !== 'function') return target[name as keyof Port];
        const method = (): ((...given: unknown[]) => unknown) => {
          const now = port();
          return (now[name as keyof Port] as (...given: unknown[]) => unknown).bind(now);
        };
        const label = `${engine}.${String(name)}`;
        if (AT_HAND.has(name)) return method();
        if (READERS.has(name))
          return (...given: unknown[]) => this.pages(engine, label, () => method()(...given) as AsyncIterable<unknown>);
        return (...given: unknown[]) => this.call(engine, label, () => method()(...given));
      },
    });
  }

  private async call(engine: 'log' | 'views', label: string, effect: () => unknown): Promise<unknown> {
    await this.world.turns.wait(label);
    if (this.isDead) return NEVER;
    const isLast = this.left-- <= 0;
    if (isLast && !this.appliesLast) this.die();
    if (this.isDead) return NEVER;
    await this.whenBack(engine);
    this.world.calls += 1;
    const answer = await this.world.carryOut(effect);
    if (isLast) this.die();
    return this.isDead ? NEVER : answer;
  }

  private async whenBack(engine: 'log' | 'views') {
    const away = this.world.away.get(engine);
    if (!away) return;
    if (away.how === 'hangs') await away.over.promise;
    throw new Error(`The engine of ${engine} does not answer.`);
  }

  /** A reader gets each page when it is its turn. While it waits for events, nothing is under way. */
  private async *pages(engine: 'log' | 'views', label: string, opening: () => AsyncIterable<unknown>) {
    const source = (await this.call(engine, label, () => opening()[Symbol.asyncIterator]())) as AsyncIterator<
      unknown,
      unknown
    >;
    const { world } = this;
    const next = () => source.next();
    const { replaced } = world;
    try {
      for (;;) {
        const wait = label === 'log.follow' ? Promise.race([next(), replaced]) : world.carryOut(next);
        const { value, done }: IteratorResult<unknown, unknown> = await wait;
        await this.call(engine, `${label} page`, () => undefined);
        if (done) return;
        yield value;
      }
    } finally {
      void source.return?.();
    }
  }
}
