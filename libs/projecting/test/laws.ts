import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { Projector, type AnyProjection, type ProjectorOptions } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import { PATIENCE, tallies } from '@annals/testing';
import fc from 'fast-check';

const file = ':memory:';

type Given = {
  readonly log: EventStore;
  readonly store: ViewStore;
  /** Brings the view `tallies` to the end of the log and stops. */
  readonly run: (options?: ProjectorOptions, projection?: AnyProjection) => Promise<void>;
};

type Law = <T>(drawn: fc.Arbitrary<T>, law: (drawn: T, given: Given) => Promise<void>) => Promise<void>;

const over =
  (newLog: () => EventStore, newStore: () => ViewStore): Law =>
  (drawn, law) =>
    fc.assert(
      fc.asyncProperty(drawn, async (values) => {
        const [log, store] = [newLog(), newStore()];
        const run: Given['run'] = async (options = {}, projection = tallies) => {
          const projector = new Projector(log, store, [projection], options);
          await projector.start();
          await projector.positions.passed('tallies', await log.head(), PATIENCE);
          await projector.stop();
        };
        await law(values, { log, store, run });
        await log.close();
        await store.close();
      }),
    );

/** A property over generated values, with fresh stores each time. */
export const LAWS: readonly (readonly [name: string, holds: Law])[] = [
  [
    'memory',
    over(
      () => new MemoryEventStore(),
      () => new MemoryDocumentStore(),
    ),
  ],
  [
    'SQLite',
    over(
      () => new SqliteEventStore({ file }),
      () => new SqliteDocumentStore({ file }),
    ),
  ],
];

/** All served tallies. */
export const shown = async (store: ViewStore) => {
  const { documents } = await store.find((await store.served('tallies'))!, { limit: 100 });
  return new Map(documents.map(({ id, body }) => [id, body]));
};
