import { NO_STREAM } from '@annals/event-sourcing';
import type { EventStoreDbServer } from '@annals/eventstoredb-server';
import { named } from '@annals/testing';
import type { Patience } from '../src/patience.js';
import type { desk } from './desk.js';

/** A server with the streams a, b and c, and two stores that have read them before. */
export const knownStreams = async (
  { serve, open }: Pick<ReturnType<typeof desk>, 'serve' | 'open'>,
  patience: Partial<Patience> = {},
) => {
  const server = await serve();
  const [store, other] = [open(server.url, patience), open(server.url, patience)];
  for (const stream of ['a', 'b', 'c']) await store.append(stream, NO_STREAM, [named(`${stream}0`)]);
  for (const reader of [store, other]) for (const stream of ['a', 'b', 'c']) await reader.read(stream);
  return { server, store, other };
};

/** How often the server is asked during some work. */
export const readsOf = async (server: EventStoreDbServer, work: () => Promise<unknown>): Promise<number> => {
  const before = server.faults.count('read');
  await work();
  return server.faults.count('read') - before;
};
