import { configurationOf } from '@annals/composition';
import { EventStoreDbEventStore } from '@annals/store-eventstoredb';
import { SqliteEventStore } from '@annals/store-sqlite';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { join } from 'node:path';
import { copyAfter } from '../../apps/annals/dist/copying.js';
import { startEventStoreDb } from '../native/eventstoredb.mjs';
import { share } from './budgets.mjs';
import { fill, stories } from './events.mjs';
import { imported } from './measure.imports.mjs';
import { ROOT } from './processes.mjs';
import { median } from './statistics.mjs';

const UNDER_WAY = 64; // appends

/** Events per second of the client alone: one append for each event, in any order between streams. */
const bare = async (url, events) => {
  const client = EventStoreDBClient.connectionString(url);
  await client.appendToStream('warm', jsonEvent({ type: 'Warm', data: {} }));
  const lanes = Array.from({ length: UNDER_WAY }, (_, lane) => events.filter((_, index) => index % UNDER_WAY === lane));
  const begun = performance.now();
  await Promise.all(
    lanes.map(async (lane, number) => {
      for (const { id, type, data, ...metadata } of lane)
        await client.appendToStream(`bare-${number}`, jsonEvent({ id, type, data, metadata }));
    }),
  );
  const perSecond = (events.length / (performance.now() - begun)) * 1_000;
  await client.dispose();
  return perSecond;
};

/** Events per second of a copy. */
const copied = async (url, from) => {
  const to = new EventStoreDbEventStore({ url, patience: 15_000 });
  await to.adoptIdentity(await from.identity());
  const head = await from.head();
  const begun = performance.now();
  await copyAfter(0, { from, to }, () => undefined);
  const perSecond = (head / (performance.now() - begun)) * 1_000;
  await to.close();
  return perSecond;
};

const on = async (work) => {
  const server = await startEventStoreDb();
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
};

export const copy = {
  name: 'copy',
  what: `copy-log into EventStoreDB, beside the bare client with ${UNDER_WAY} appends under way`,
  budget: share(0.5),
  async run({ folder, quick }) {
    const from = new SqliteEventStore({ file: join(configurationOf({ DATA_DIR: folder() }).dataDir, 'events.db') });
    await fill(from, stories(quick ? 4_000 : 20_000), 100);
    const events = (await Array.fromAsync(from.readAll(0))).flat();
    const rounds = [];
    for (let round = 0; round < 3; round += 1)
      rounds.push([await on((url) => copied(url, from)), await on((url) => bare(url, events))]);
    await from.close();
    const [ours, theirs] = [0, 1].map((column) => median(rounds.map((each) => each[column])));
    return { value: ours / theirs, notes: [`${Math.round(ours)} and ${Math.round(theirs)} events/s`] };
  },
};

const MAPPING = `${ROOT}/infra/samples/northwind/mapping.json`;

/** Events per second of an import, and the events that it has stored. */
const importedInto = async (url, dataDir) => {
  const { rows, rate } = await imported(dataDir, { EVENT_STORE_URL: url }, MAPPING);
  const log = new EventStoreDbEventStore({ url, patience: 15_000 });
  const all = (await Array.fromAsync(log.readAll(0))).flat();
  await log.close();
  const events = all.filter(({ actor }) => actor === 'system:import');
  return { events, perSecond: (rate * events.length) / rows };
};

export const importsIntoEventStoreDb = {
  name: 'imports-eventstoredb',
  what: `import of Northwind into EventStoreDB, beside the bare client with ${UNDER_WAY} appends under way`,
  budget: share(0.5),
  async run({ folder, quick }) {
    const rounds = [];
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const { events, perSecond } = await on((url) => importedInto(url, folder()));
      rounds.push([perSecond, await on((url) => bare(url, events))]);
    }
    const [ours, theirs] = [0, 1].map((column) => median(rounds.map((each) => each[column])));
    return { value: ours / theirs, notes: [`${Math.round(ours)} and ${Math.round(theirs)} events/s`] };
  },
};
