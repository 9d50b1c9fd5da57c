import { NO_STREAM, type EventStore, type ReadOptions } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { named, namesOf, until } from '@annals/testing';
import { EventStoreDbServer, type EventStoreDbServerOptions } from '@annals/eventstoredb-server';
import { randomUUID } from 'node:crypto';
import { LOG_STREAM } from '../src/envelope.js';
import { EventStoreDbEventStore, type EventStoreDbOptions } from '../src/eventstoredb-event-store.js';

export { AgedLog } from '../../../eventstoredb-server/test/aged-log.js';
export { tls, trusted } from '../../../eventstoredb-server/test/tls.js';

/** With these, the driver makes a call for each append. */
export const credentials = { username: 'admin', password: 'changeit' };

/** Waits for every answer as long as a busy machine needs: for tests that count calls. */
export const PATIENT = { answerWithin: 60_000, patience: 60_000, firstWait: 5, longestWait: 50 }; // ms

/** For calls that are not answered: they are retried soon, and on a busy machine others are, too. */
export const HURRY = { ...PATIENT, answerWithin: 400 }; // ms

/** Servers and stores that are closed after the test. */
export const desk = () => {
  const servers: EventStoreDbServer[] = [];
  const stores: EventStore[] = [];
  const stops: AbortController[] = [];

  const clear = async () => {
    for (const stop of stops.splice(0)) stop.abort();
    for (const { faults } of servers) faults.release();
    for (const store of stores.splice(0)) await store.close();
    for (const server of servers.splice(0)) await server.stop();
  };
  afterEach(clear);

  return {
    /** Runs after each test. */
    clear,

    /** A server that already has an identity, so that it only receives the calls of the test. */
    serve: async (options: Partial<EventStoreDbServerOptions> = {}): Promise<EventStoreDbServer> => {
      const server = await EventStoreDbServer.start({ log: new MemoryEventStore(), ...options });
      servers.push(server);
      const isNew = (await server.records.read(LOG_STREAM)).length === 0;
      if (isNew) await server.put(LOG_STREAM, 'LogBegun', JSON.stringify({ identity: randomUUID() }));
      return server;
    },

    /** An empty server. */
    serveNothing: async (): Promise<EventStoreDbServer> => {
      const server = await EventStoreDbServer.start({ log: new MemoryEventStore() });
      servers.push(server);
      return server;
    },

    open: (url: string, options: Partial<EventStoreDbOptions> = {}): EventStoreDbEventStore => {
      const store = new EventStoreDbEventStore({ url, ...HURRY, ...options });
      stores.push(store);
      return store;
    },

    /** Follows from now on; received events are in `names`. */
    follow: (store: EventStore, after = 0, options?: ReadOptions) => {
      const stop = new AbortController();
      stops.push(stop);
      const names: string[] = [];
      const following = (async () => {
        for await (const batch of store.follow(after, stop.signal, options)) names.push(...namesOf(batch));
      })();
      following.catch(() => undefined); // awaited by tests that expect it to fail
      const heard = async (wanted: number) => {
        const failed = following.then(() => Promise.reject(new Error('The log has ended.')));
        await Promise.race([failed, until(() => stop.signal.aborted || names.length >= wanted)]);
        return names;
      };
      return { names, following, heard };
    },
  };
};

/** Appends events of these names, each to its own stream. */
export const appendEach = async (store: EventStore, ...names: readonly string[]) => {
  for (const name of names) await store.append(`stream-${name}`, NO_STREAM, [named(name)]);
};
