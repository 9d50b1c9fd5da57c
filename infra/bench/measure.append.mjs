import { SqliteEventStore } from '@annals/store-sqlite';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareInserts } from './bare.mjs';
import { share } from './budgets.mjs';
import { stories } from './events.mjs';
import { interleaved, median, ratioOf } from './statistics.mjs';

const batches = (all, size) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

/** The same events, each batch of them as one append to a new stream. */
const inOne = (groups) =>
  groups.map((group, number) => [
    { stream: `batch-${number}`, expected: -1, events: group.flatMap(({ events }) => events) },
  ]);

const eventsIn = (groups) => groups.flat().reduce((count, { events }) => count + events.length, 0);

/** What work returns, events per second, and the microseconds of processor time of each, of which waiting for the disk is no part. */
const rated = async (groups, work) => {
  const before = process.cpuUsage();
  const perSecond = await work();
  const { user, system } = process.cpuUsage(before);
  return { perSecond, cost: (user + system) / eventsIn(groups) };
};

const ours = (file, groups) =>
  rated(groups, async () => {
    const log = new SqliteEventStore({ file });
    const started = performance.now();
    for (const group of groups)
      await Promise.all(group.map(({ stream, expected, events }) => log.append(stream, expected, events)));
    const seconds = (performance.now() - started) / 1000;
    await log.close();
    return eventsIn(groups) / seconds;
  });

const rowsOf = ({ stream, expected, events }) =>
  events.map(({ id, type, ...body }, index) => [
    ...[id, stream, expected + 1 + index, type, new Date().toISOString()],
    JSON.stringify(body),
  ]);

/** The rows are made before the time is taken. */
const raw = (file, groups) => {
  const rows = groups.map((group) => group.flatMap(rowsOf));
  return rated(groups, () => bareInserts(file, rows));
};

/** An empty log, so that both sides write into the same tables with the same triggers. */
const emptyLog = async (folder) => {
  const file = join(folder, 'empty.db');
  await new SqliteEventStore({ file }).close();
  return (name) => {
    const copy = join(folder, `${name}.db`);
    copyFileSync(file, copy);
    return copy;
  };
};

const compared = async (bench, groups) => {
  const fresh = await emptyLog(bench.folder());
  const { annals, sqlite } = await interleaved(bench.quick ? 3 : 5, {
    annals: (round) => ours(fresh(`ours-${round}`), groups),
    sqlite: (round) => raw(fresh(`raw-${round}`), groups),
  });
  const [[rate, theirs], [cost, cheapest]] = ['perSecond', 'cost'].map((figure) =>
    [annals, sqlite].map((rounds) => rounds.map((round) => round[figure])),
  );
  const rates = [rate, theirs].map((all) => Math.round(median(all)).toLocaleString('en')).join(' of ');
  const costs = [cost, cheapest].map((all) => median(all).toFixed(1)).join(' µs of processor time against ');
  return { value: ratioOf(rate, theirs), rates: `${rates} events/s, ${costs} µs` };
};

const noteOf = (name, { value, rates }) => `${name} ${(100 * value).toFixed(0)} % (${rates})`;

export const append = {
  name: 'append',
  what: 'embedded append against raw SQLite inserts of the same rows in the same batches of 64',
  budget: share(0.8),
  async run(bench) {
    const measure = (size, count) => compared(bench, batches([...stories(count)], size));
    const sized = await measure(64, bench.quick ? 6_400 : 20_000);
    const single = await measure(1, bench.quick ? 500 : 2_000);
    return { value: sized.value, notes: [sized.rates, noteOf('one by one', single)] };
  },
};

export const appendMany = {
  name: 'append-many',
  what: 'appends of 100 events each against raw SQLite inserts of the same rows in the same transactions',
  budget: share(0.8),
  async run(bench) {
    const measure = (size, count) => compared(bench, inOne(batches([...stories(count)], size)));
    const hundred = await measure(100, bench.quick ? 10_000 : 40_000);
    const thousand = await measure(1_000, bench.quick ? 10_000 : 40_000);
    return { value: hundred.value, notes: [hundred.rates, noteOf('of 1,000', thousand)] };
  },
};
