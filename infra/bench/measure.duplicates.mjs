import { below } from './budgets.mjs';
import { largeServer } from './measure.views.mjs';
import { askAll } from './processes.mjs';
import { chance, median, percentile } from './statistics.mjs';
import { customerId, phoneOf } from './story.mjs';

const TWINS = 100;

/** Customers that are registered a second time, with the same telephone number and a name that is written otherwise. */
const twinsOf = async (server, count) => {
  const random = chance(6);
  const numbers = Array.from({ length: TWINS }, () => Math.floor(random() * count));
  const commands = await Promise.all(
    numbers.map(async (number) => {
      const { profile } = await server.ask(`/v1/customers/${customerId(number)}`);
      const name = `${profile.name.toUpperCase()} GmbH`;
      return {
        ...{ type: 'RegisterCustomer', customerId: `twin-${number}`, kind: 'organisation', name },
        ...{ roles: ['prospect'], phone: phoneOf(number) },
      };
    }),
  );
  const { outcomes } = await server.post('/v1/commands', { commands });
  const refused = outcomes.find(({ problem }) => problem);
  if (refused) throw new Error(JSON.stringify(refused));
  await server.settled();
  return numbers;
};

export const duplicates = {
  name: 'duplicates',
  what: 'duplicates of one customer, p99, 100,000 customers (20,000 if quick)',
  budget: below(20, 'ms'),
  async run(bench) {
    const { server, count } = await largeServer(bench);
    const twins = await twinsOf(server, count);
    await server.signIn();
    const random = chance(7);
    const any = Array.from({ length: bench.quick ? 100 : 400 }, () => Math.floor(random() * count));
    const measured = [];
    for (const [kind, numbers] of Object.entries({ 'with a twin': twins, any })) {
      const paths = numbers.map((number) => `/v1/customers/${customerId(number)}/duplicates`);
      await askAll(server, paths.slice(0, 20)); // warm
      const before = server.processorTime();
      const times = await askAll(server, paths);
      const cost = (server.processorTime() - before) / paths.length;
      measured.push({ kind, p50: median(times), p99: percentile(times, 0.99), cost });
    }
    const { items } = await server.ask(`/v1/customers/${customerId(twins[0])}/duplicates`);
    if (!items.some(({ customer }) => customer.customerId.startsWith('twin-'))) throw new Error('No twin was found.');
    return {
      value: Math.max(...measured.map(({ p99 }) => p99)),
      notes: measured.map(
        ({ kind, p50, p99, cost }) =>
          `${kind}: median ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms, ${cost.toFixed(1)} ms of processor time`,
      ),
    };
  },
};
