import { MemoryEventStore } from '@annals/store-memory';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { EventStoreDbServerOptions } from '../src/options.js';
import { EventStoreDbServer } from '../src/server.js';
import { trusted } from './tls.js';

export const admin = { name: 'admin', password: 'changeit', isAdmin: true };

/** With these, the driver makes a call for each append. */
export const credentials = { username: admin.name, password: admin.password };

type Found = AsyncIterable<{ readonly event?: { readonly type: string; readonly data: unknown } }>;

/** A server and a client of it, of which a test may start several, one after the other. */
export const stage = () => {
  let server: EventStoreDbServer | undefined;
  let client: EventStoreDBClient | undefined;

  const end = async () => {
    await client?.dispose();
    await server?.stop();
  };
  afterEach(end);

  return {
    start: async (options: Partial<EventStoreDbServerOptions> = {}) => {
      await end();
      server = await EventStoreDbServer.start({ log: new MemoryEventStore(), ...options });
      client = EventStoreDBClient.connectionString(`${server.url}${options.tls ? `?${trusted}` : ''}`);
      return { server, client };
    },
    append: (stream: string, ...notes: readonly string[]) =>
      client!.appendToStream(
        stream,
        notes.map((note) => jsonEvent({ type: 'Noted', data: { note } })),
        { credentials },
      ),
  };
};

/** Where a read of the whole log begins. */
export const at = (commit: bigint) => ({ fromPosition: { commit, prepare: commit } });

/** The first position behind the records of a server on an empty disk. */
export const BEGIN = at(300n);

export const typesOf = async (found: Found) => (await Array.fromAsync(found)).map(({ event }) => event?.type);

export const notesOf = async (found: Found) =>
  (await Array.fromAsync(found)).map(({ event }) => (event!.data as { readonly note?: string }).note);
