import { SqliteEventStore } from '@annals/store-sqlite';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareInserts } from './bare.mjs';
import { share } from './budgets.mjs';
import { stories } from './events.mjs';
import { interleaved, median, ratioOf } from './statistics.mjs';

const batches = (all, size) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

const ours = async (file, groups) => {
  const log = new SqliteEventStore({ file });
  const started = performance.now();
  for (const group of groups)
    await Promise.all(group.map(({ stream, expected, events }) => log.append(stream, expected, events)));
  const seconds = (performance.now() - started) / 1000;
  await log.close();
  return groups.flat().length / seconds;
};

const rowOf = ({ stream, expected, events: [{ id, type, ...body }] }) => [
  ...[id, stream, expected + 1, type, new Date().toISOString()],
  JSON.stringify(body),
];

/** The rows are made before the time is taken. */
const raw = (file, groups) =>
  bareInserts(
    file,
    groups.map((group) => group.map(rowOf)),
  );

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

export const append = {
  name: 'append',
  what: 'embedded append against raw SQLite inserts of the same rows in the same batches of 64',
  budget: share(0.8),
  async run({ folder, quick }) {
    const fresh = await emptyLog(folder());
    const measure = async (size, count) => {
      const groups = batches([...stories(count)], size);
      const { annals, sqlite } = await interleaved(quick ? 3 : 5, {
        annals: (round) => ours(fresh(`ours-${size}-${round}`), groups),
        sqlite: (round) => raw(fresh(`raw-${size}-${round}`), groups),
      });
      const rates = `${Math.round(median(annals)).toLocaleString('en')} of ${Math.round(median(sqlite)).toLocaleString('en')} events/s`;
      return { value: ratioOf(annals, sqlite), rates };
    };
    const sized = await measure(64, quick ? 6_400 : 20_000);
    const single = await measure(1, quick ? 500 : 2_000);
    const large = await measure(1_000, quick ? 10_000 : 40_000);
    const show = ({ value, rates }) => `${(100 * value).toFixed(0)} % (${rates})`;
    return { value: sized.value, notes: [sized.rates, `one by one ${show(single)}`, `by 1,000 ${show(large)}`] };
  },
};
