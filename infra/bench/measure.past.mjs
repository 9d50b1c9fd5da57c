import { below } from './budgets.mjs';
import { customers, START, write } from './events.mjs';
import { askAll, Server } from './processes.mjs';
import { chance, median, percentile, timed } from './statistics.mjs';
import { customerId, STORY } from './story.mjs';

const AGES = [1_000, 5_000, 100_000]; // events of a customer

/** One server with a customer of each age. */
const agedServer = async ({ folder, shared }) =>
  (shared.aged ??= (async () => {
    const dataDir = folder();
    await write(
      dataDir,
      customers(AGES.length, { storied: AGES.length, contacts: AGES.map((age) => age - STORY.length) }),
    );
    const server = await (await Server.start(dataDir)).signIn();
    await server.settled();
    return server.signIn();
  })());

export const closeAgedServer = async ({ shared }) => (await shared.aged)?.stop();

/** Positions of the events of a customer: the long series come one after the other. */
const positionsOf = (age) => {
  const before = AGES.slice(0, AGES.indexOf(age)).reduce((sum, other) => sum + other, 0);
  return { from: before + AGES.length * STORY.length, count: age - STORY.length };
};

const asOf = (age, name, most) => ({
  name,
  what: `360 view as of a moment, customer with ${age.toLocaleString('en')} events, p99`,
  budget: below(most, 'ms'),
  async run(bench) {
    const server = await agedServer(bench);
    const { from, count } = positionsOf(age);
    const random = chance(4);
    const position = () => from + Math.floor(random() * count);
    const moments = {
      position: () => `asOf=${position()}`,
      known: () => `asOf=${new Date().toISOString()}`,
      true: () => `asOf=${new Date(START + position() * 1_000).toISOString()}&axis=occurred`,
    };
    const page = `/v1/customers/${customerId(AGES.indexOf(age))}`;
    const slowest = [];
    const notes = [];
    for (const [axis, moment] of Object.entries(moments)) {
      const first = await timed(() => server.ask(`${page}?${moment()}`));
      const paths = Array.from({ length: bench.quick ? 100 : 300 }, () => `${page}?${moment()}`);
      const before = server.processorTime();
      const times = await askAll(server, paths);
      const cost = (server.processorTime() - before) / paths.length;
      slowest.push(percentile(times, 0.99));
      const [p50, p99, cold] = [median(times), slowest.at(-1), first].map((time) => time.toFixed(1));
      notes.push(
        `${axis}: median ${p50}, p99 ${p99} ms, ${cost.toFixed(1)} ms of processor time; the first ${cold} ms`,
      );
    }
    return { value: Math.max(...slowest), notes };
  },
});

export const pasts = [asOf(1_000, 'as-of', 30), asOf(5_000, 'as-of-5k', 60), asOf(100_000, 'as-of-100k', 60)];
