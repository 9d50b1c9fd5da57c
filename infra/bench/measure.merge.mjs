import { below } from './budgets.mjs';
import { customers, write } from './events.mjs';
import { Server } from './processes.mjs';
import { median, timed } from './statistics.mjs';
import { customerId, STORY } from './story.mjs';

const AGE = 5_000; // events of a customer

/** From sending the command until the page of the survivor shows the other customer. */
const mergeInto = async (server, survivor, merged) => {
  const path = `/v1/customers/${customerId(survivor)}`;
  const { consistencyToken } = await server.post(`${path}/merge`, {
    mergedId: customerId(merged),
    reason: 'Registered twice.',
  });
  const page = await server.ask(`${path}?consistencyToken=${consistencyToken}`);
  if (page.merged?.length !== 1) throw new Error('The page does not show the merged customer.');
};

export const merge = {
  name: 'merge',
  what: 'merge of two customers with 5,000 events each, until the page shows one',
  budget: below(1_000, 'ms'),
  async run({ folder, quick }) {
    const pairs = quick ? 2 : 5;
    const ages = Array.from({ length: 2 * pairs }, () => AGE - STORY.length);
    const dataDir = folder();
    await write(dataDir, customers(ages.length, { storied: ages.length, contacts: ages }));
    const server = await (await Server.start(dataDir)).signIn();
    try {
      await server.settled();
      await server.signIn();
      const before = server.processorTime();
      const times = [];
      for (let pair = 0; pair < pairs; pair += 1)
        times.push(await timed(() => mergeInto(server, 2 * pair, 2 * pair + 1)));
      const cost = (server.processorTime() - before) / pairs;
      const all = times.map((time) => time.toFixed(0)).join(', ');
      return { value: median(times), notes: [`each: ${all} ms; ${cost.toFixed(0)} ms of processor time`] };
    } finally {
      await server.stop();
    }
  },
};
