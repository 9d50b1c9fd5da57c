import { MemoryEventStore } from '@annals/store-memory';
import { logHazardsContract } from '@annals/testing';
import { EventStoreDbServer, VERSIONS, type Version } from '@annals/eventstoredb-server';
import { EventStoreDBClient } from '@eventstore/db-client';
import { credentials, HURRY, tls, trusted } from '../test/desk.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

describe.each(Object.keys(VERSIONS) as readonly Version[])('A log on EventStoreDB %s', (version) => {
  let server: EventStoreDbServer;
  let client: EventStoreDBClient;
  afterEach(async () => {
    server.faults.release();
    await client.dispose();
    await server.stop();
  });

  const acts = {
    foreign: (stream: string) => server.put(stream, 'OrderPlaced', '{"order":1}', 'no JSON'),
    ownRecord: () => server.collectStats(),
    link: (stream: string) => server.link(`$ce-${stream}`, { stream, revision: 0 }),
    truncate: (stream: string, truncateBefore: number) =>
      client.setStreamMetadata(stream, { truncateBefore }, { credentials }),
    limit: (stream: string, maxCount: number) => client.setStreamMetadata(stream, { maxCount }, { credentials }),
    remove: (stream: string) => client.deleteStream(stream),
    tombstone: (stream: string) => client.tombstoneStream(stream),
    scavenge: () => server.scavenge(),
    shrink: async (bytes: number) => {
      const size = version === '23.10.6' ? { largestAppend: bytes } : { largestEvent: bytes };
      server.traits = { ...server.traits, ...size };
    },
  };

  logHazardsContract(Object.keys(acts) as (keyof typeof acts)[], async () => {
    server = await EventStoreDbServer.start({ log: new MemoryEventStore(), version });
    client = EventStoreDBClient.connectionString(server.url);
    return { store: new EventStoreDbEventStore({ url: server.url, ...HURRY }), acts };
  });
});

describe('A log on a server that freezes', () => {
  let server: EventStoreDbServer;
  afterEach(() => server.stop());

  logHazardsContract(['freeze', 'thaw'], async () => {
    server = await EventStoreDbServer.start({ log: new MemoryEventStore() });
    return {
      store: new EventStoreDbEventStore({ url: server.url, ...HURRY, patience: 2_000 }),
      acts: { freeze: async () => server.faults.freeze(), thaw: async () => server.faults.thaw() },
    };
  });
});

describe('A log of which one stream is forbidden', () => {
  let server: EventStoreDbServer;
  let client: EventStoreDBClient;
  afterEach(async () => {
    await client.dispose();
    await server.stop();
  });

  logHazardsContract(['deny'], async () => {
    const annals = { name: 'annals', password: 'secret' };
    const admin = { name: 'admin', password: 'changeit', isAdmin: true };
    server = await EventStoreDbServer.start({ log: new MemoryEventStore(), tls, users: [annals, admin] });
    const url = `${server.url}?${trusted}`;
    client = EventStoreDBClient.connectionString(url);
    const allow = (stream: string, readRoles: string[], writeRoles: string[] = []) =>
      client.setStreamMetadata(stream, { acl: { readRoles, writeRoles } }, { credentials });
    await allow('$all', ['annals']);
    return {
      store: new EventStoreDbEventStore({ url, ...HURRY }),
      acts: { deny: (stream) => allow(stream, ['$admins'], ['$admins']) },
    };
  });
});
