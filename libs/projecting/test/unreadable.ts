import { Contract, NO_STREAM, UpcastingEventStore, type Event } from '@annals/event-sourcing';
import { parkedKeys, Projector } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { newEvent, PATIENCE, tallies } from '@annals/testing';
import { z } from 'zod';

const CONTRACTS = [
  Contract.of('Counted').v1(z.object({ tally: z.string(), by: z.number() })),
  Contract.of('Moved').v1(z.object({ from: z.string(), to: z.string(), by: z.number() })),
];

/** `Counted` whose first version, which nobody has written yet, had no `by`: a program that reads what the other cannot. */
export const NEWER = Contract.of('Counted')
  .v1(z.object({ tally: z.string() }))
  .next(z.object({ tally: z.string(), by: z.number() }), ({ tally, ...older }) => ({ tally, by: 7, ...older }));

/** It can be read by `NEWER` only. */
export const broken = (tally: string): Event => ({ type: 'Counted', schemaVersion: 1, data: { tally } });
/** It names no document. */
export const voidOf = (type: string): Event => ({ type, schemaVersion: 1, data: {} });

/** A view `tallies` over a log with contracts. */
export const stage = () => {
  const [raw, store] = [new MemoryEventStore(), new MemoryDocumentStore()];
  const log = new UpcastingEventStore(raw, CONTRACTS, { unknownTypes: 'unreadable' });
  const told = async (stream: string, ...events: readonly Event[]) => {
    const { length } = await raw.read(stream);
    const numbered = events.map((event, index) => ({ ...newEvent(`${stream}-${length + index}`), ...event }));
    await raw.append(stream, length - 1 || NO_STREAM, numbered);
  };
  /** Brings the view to the end of the log. */
  const run = async (batch = 100) => {
    const projector = new Projector(log, store, [tallies], { batch });
    await projector.start();
    expect(await projector.positions.passed('tallies', await log.head(), PATIENCE)).toBe(true);
    await projector.stop();
  };
  const shown = async () => {
    const { documents } = await store.find((await store.served('tallies'))!, { limit: 100 });
    return new Map(documents.map(({ id, body }) => [id, body]));
  };
  return { raw, log, store, told, run, shown, parked: () => parkedKeys(store, 'tallies') };
};
