import { bytesPerEvent } from './measure.bytes.mjs';
import { looks } from './measure.freshness.mjs';
import { firstAnswer, listening } from './measure.start.mjs';
import { load, run, Server } from './processes.mjs';
import { median, percentile } from './statistics.mjs';
import { customerId } from './story.mjs';

const CUSTOMERS = 1_000;
const RATE = 300; // commands per second; low enough for a busy machine

// With two servers on a busy machine, slow requests must be measured instead of refused.
const PATIENT = { OVERLOAD_WAIT: '60000' };

const opened = async (tree, { folder }, appends, program = tree.product) => {
  const dataDir = folder();
  await tree.write(dataDir, appends);
  const server = await (await Server.start(dataDir, program, [], PATIENT)).signIn();
  await server.settled();
  return server;
};

/** What one checkout measures in a round; each figure is `[figure, unit, whether more is better]`. */
export const COMPARED = [
  {
    name: 'commands',
    figures: { commands: ['/s', true], door: ['/s', true], share: ['% of the door', true], cost: ['µs', false] },
    async open(tree, bench) {
      const annals = await opened(tree, bench, `customers(${CUSTOMERS})`);
      const door = await opened(tree, bench, 'customers(1)', tree.door);
      const seconds = bench.quick ? 2 : 4;
      const send = (server) => load(server, { seconds, customers: CUSTOMERS });
      await send(annals); // warm
      await send(door);
      return {
        async round() {
          const { perSecond: commands, cost } = await send(annals);
          await annals.settled();
          const { perSecond } = await send(door);
          return { commands, door: perSecond, share: (100 * commands) / perSecond, cost };
        },
        close: () => Promise.all([annals.stop(), door.stop()]),
      };
    },
  },
  {
    name: 'page',
    figures: { page: ['/s', true], 'page cost': ['µs', false] },
    async open(tree, bench) {
      const server = await opened(tree, bench, `stories(${CUSTOMERS * 10})`);
      const paths = Array.from({ length: CUSTOMERS }, (_, number) => `/v1/customers/${customerId(number)}`);
      const get = () => load(server, { seconds: bench.quick ? 2 : 4, paths });
      await get(); // warm
      return {
        async round() {
          const { perSecond, cost } = await get();
          return { page: perSecond, 'page cost': cost };
        },
        close: () => server.stop(),
      };
    },
  },
  {
    name: 'freshness',
    figures: { freshness: ['ms, median', false], 'freshness p99': ['ms', false] },
    async open(tree, bench) {
      const server = await opened(tree, bench, `customers(${CUSTOMERS})`);
      return {
        async round() {
          const { times } = await looks(server, bench.quick ? 4 : 8, RATE);
          await server.settled();
          return { freshness: median(times), 'freshness p99': percentile(times, 0.99) };
        },
        close: () => server.stop(),
      };
    },
  },
  {
    name: 'rebuild',
    figures: { rebuild: ['events/s through all views', true] },
    async open(tree, { folder, quick }) {
      const dataDir = folder();
      await tree.write(dataDir, `stories(${quick ? 10_000 : 40_000})`);
      return {
        async round() {
          const { events, views } = await run(tree.rebuild, dataDir);
          return { rebuild: (1_000 * events) / views.reduce((sum, { building }) => sum + building, 0) };
        },
        async close() {},
      };
    },
  },
  {
    name: 'start',
    figures: { start: ['s', false], 'start cost': ['s of processor time', false] },
    async open(tree, { folder, freePort }) {
      return {
        round: async () => ({
          start: await firstAnswer(tree.folder, folder(), await freePort()),
          'start cost': await listening(folder(), tree.product),
        }),
        async close() {},
      };
    },
  },
  {
    name: 'bytes',
    once: true,
    figures: { 'log per event': ['bytes', false], 'views per event': ['bytes', false] },
    async open(tree, { folder, quick }) {
      return {
        async round() {
          const { log, views } = await bytesPerEvent(tree, folder(), quick ? 4_000 : 20_000);
          return { 'log per event': log, 'views per event': views };
        },
        async close() {},
      };
    },
  },
];
