import { share, below } from './budgets.mjs';
import { customers, write } from './events.mjs';
import { askAll, compared, load, ratioOfLoads, Server } from './processes.mjs';
import { chance, interleaved, median, percentile } from './statistics.mjs';
import { customerId, FIRST, phoneOf, REGIONS } from './story.mjs';

const STORIED = 1_000;

/** One server with many customers, shared by the measures. */
export const largeServer = async ({ folder, quick, shared }) =>
  (shared.large ??= (async () => {
    const dataDir = folder();
    const count = quick ? 20_000 : 100_000;
    await write(dataDir, customers(count, { storied: STORIED }));
    const events = count + STORIED * 9;
    const started = performance.now();
    const server = await (await Server.start(dataDir)).signIn();
    await server.caughtUp(events);
    const seconds = (performance.now() - started) / 1000;
    await server.quiet();
    await server.signIn();
    return { server, dataDir, count, events, seconds };
  })());

export const closeLargeServer = async ({ shared }) => (await shared.large)?.server.stop();

export const page = {
  name: 'page',
  what: '360 view by id against a raw get of the same store with the same authorisation, at 64 connections',
  budget: share(0.6),
  async run(bench) {
    const { server, dataDir } = await largeServer(bench);
    const bare = await Server.start(dataDir, `${import.meta.dirname}/peer.get.mjs`);
    const door = await (await Server.start(dataDir, `${import.meta.dirname}/peer.door.mjs`)).signIn();
    const paths = Array.from({ length: STORIED - 1 }, (_, number) => `/v1/customers/${customerId(number + 1)}`);
    const seconds = bench.quick ? 2 : 4;
    const get = (from) => load(from, { seconds, paths });
    await Promise.all([get(server), get(bare), get(door)]); // warm
    const contenders = { annals: () => get(server), bare: () => get(bare), door: () => get(door) };
    const { annals, ...results } = await interleaved(bench.quick ? 3 : 5, contenders);
    await Promise.all([bare.stop(), door.stop()]);
    const share = (100 * ratioOfLoads(annals, results.bare)).toFixed(0);
    return {
      value: ratioOfLoads(annals, results.door),
      notes: [
        ...compared(annals, results.door, 'requests'),
        `against the same get in NestJS without authentication: ${share} %`,
        ...compared(annals, results.bare, 'requests'),
      ],
    };
  },
};

/** Kinds of searches, from the rarest to the most common. */
const searches = (count, random) => {
  const any = (list) => list[Math.floor(random() * list.length)];
  const number = () => Math.floor(random() * count);
  return {
    'first page': () => 'sort=name',
    'word of a name': () => `q=${any(FIRST)}`,
    'one letter': () => `q=${any(['a', 'b', 'c', 'e', 'm'])}`,
    'Chinese word': () => `q=${encodeURIComponent('电力')}`,
    'two words': () => `q=${encodeURIComponent(`${any(FIRST)} foods`)}`,
    'words of different customers': () => `q=${encodeURIComponent('alfreds maria 电力')}`,
    'telephone number': () => `q=${encodeURIComponent(phoneOf(number()))}`,
    'whole name': () => `q=${encodeURIComponent(`${any(FIRST)} ${number()}`)}`,
    region: () => `region=${encodeURIComponent(any(REGIONS))}&sort=-lastContactAt&limit=200`,
    'region and word': () => `region=${encodeURIComponent(any(REGIONS))}&q=maria&sort=-registeredAt`,
    'role and state': () => 'role=distributor&state=initial&sort=-registeredAt',
    'role without customers': () => 'role=supplier',
  };
};

/** The p99 of the slowest kind of requests for a list, each kind a function that returns a query. */
export const slowest = async ({ quick }, server, path, kinds) => {
  const measured = [];
  for (const [name, query] of Object.entries(kinds)) {
    const ask = (times) => Array.from({ length: times }, () => `/v1/${path}?${query()}`);
    await askAll(server, ask(5)); // warm
    const times = await askAll(server, ask(quick ? 30 : 100));
    measured.push({ name, p50: median(times), p99: percentile(times, 0.99) });
  }
  return {
    value: Math.max(...measured.map(({ p99 }) => p99)),
    notes: measured.map(({ name, p50, p99 }) => `${name}: median ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`),
  };
};

export const list = {
  name: 'list',
  what: 'customer list, p99 of the slowest of a dozen kinds of searches, 100,000 customers (20,000 if quick)',
  budget: below(50, 'ms'),
  async run(bench) {
    const { server, count, seconds, events } = await largeServer(bench);
    const { value, notes } = await slowest(bench, server, 'customers', searches(count, chance(5)));
    const rate = Math.round(events / seconds).toLocaleString('en');
    return {
      value,
      notes: [
        ...notes,
        `${count.toLocaleString('en')} customers; all views read their ${events.toLocaleString('en')} events at ${rate}/s`,
      ],
    };
  },
};
