import { configurationOf } from '@annals/composition';
import { EventStoreDbEventStore } from '@annals/store-eventstoredb';
import { SqliteEventStore } from '@annals/store-sqlite';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { copyAfter } from '../../apps/annals/dist/copying.js';
import { startEventStoreDb } from '../native/eventstoredb.mjs';
import { share } from './budgets.mjs';
import { customers, fill, stories, writeKeys } from './events.mjs';
import { imported } from './measure.imports.mjs';
import { load, ROOT, Server } from './processes.mjs';
import { interleaved, median, ratioOf } from './statistics.mjs';

const UNDER_WAY = 64; // appends

/** Events per second of the client alone: one append for each event, in any order between streams. */
const bare = async (url, events, underWay = UNDER_WAY) => {
  const client = EventStoreDBClient.connectionString(url);
  await client.appendToStream('warm', jsonEvent({ type: 'Warm', data: {} }));
  const lanes = Array.from({ length: underWay }, (_, lane) => events.filter((_, index) => index % underWay === lane));
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

const CUSTOMERS = 1_000;
const IN_A_ROUND = 4_000; // bare appends

/** Contacts of customers over HTTP, with all views, beside the bare client with as many appends under way. */
const contactsOver = (connections) => ({
  name: `contacts-${connections}`,
  what: `contacts over HTTP on EventStoreDB, ${connections} connections, beside as many appends of the bare client`,
  budget: share(0.5),
  run: ({ folder, quick }) =>
    on(async (url) => {
      const log = new EventStoreDbEventStore({ url, patience: 15_000 });
      await fill(log, customers(CUSTOMERS), 64);
      const dataDir = folder();
      await writeKeys(dataDir);
      const server = await (await Server.start(dataDir, undefined, [], { EVENT_STORE_URL: url })).signIn();
      await server.settled();
      const send = () => load(server, { seconds: quick ? 2 : 4, connections, customers: CUSTOMERS, taker: 'contacts' });
      await send(); // warm
      const contacts = (await Array.fromAsync(log.readAll(0))).flat().filter(({ type }) => type === 'ContactMade');
      await log.close();
      const events = () => contacts.slice(0, IN_A_ROUND).map((event) => ({ ...event, id: randomUUID() }));
      const { ours, theirs } = await interleaved(quick ? 3 : 5, {
        ours: send,
        theirs: () => bare(url, events(), connections),
      });
      await server.stop();
      const [rate, cost] = ['perSecond', 'cost'].map((field) => Math.round(median(ours.map((each) => each[field]))));
      return {
        value: ratioOf(
          ours.map(({ perSecond }) => perSecond),
          theirs,
        ),
        notes: [
          `${rate} and ${Math.round(median(theirs))} per second`,
          `${cost} µs of processor time each, with the views`,
        ],
      };
    }),
});

export const contactsOnEventStoreDb = [contactsOver(16), contactsOver(64)];
