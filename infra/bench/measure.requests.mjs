import { randomUUID } from 'node:crypto';
import { below } from './budgets.mjs';
import { customers, write } from './events.mjs';
import { CONTACT, look } from './measure.freshness.mjs';
import { Server } from './processes.mjs';
import { median, percentile, timed } from './statistics.mjs';
import { customerId } from './story.mjs';

const CUSTOMERS = 1_000;
const WARM = 100; // requests

/** A server with some customers, which gets one request after the other. */
const atRest = async ({ folder }, work) => {
  const dataDir = folder();
  await write(dataDir, customers(CUSTOMERS));
  const server = await (await Server.start(dataDir)).signIn();
  await server.settled();
  const result = await work(server);
  await server.stop();
  return result;
};

export const token = {
  name: 'token',
  what: 'command and then the page that waits for it by its consistency token, median, at rest',
  budget: below(8, 'ms'),
  run: (bench) =>
    atRest(bench, async (server) => {
      const times = [];
      for (let number = 0; number < (bench.quick ? 300 : 1_000); number += 1)
        times.push(await look(number % CUSTOMERS, server));
      const warm = times.slice(WARM);
      return { value: median(warm), notes: [`p99 ${percentile(warm, 0.99).toFixed(1)} ms, ${warm.length} looks`] };
    }),
};

const BULK = 1_000; // commands

export const bulk = {
  name: 'bulk',
  what: 'one request with 1,000 contacts of one customer',
  budget: below(2, 's'),
  run: (bench) =>
    atRest(bench, async (server) => {
      const seconds = [];
      for (let round = 0; round < 5; round += 1) {
        const commands = Array.from({ length: BULK }, () => ({
          ...{ type: 'MakeContact', customerId: customerId(7), contactId: randomUUID() },
          ...CONTACT,
        }));
        seconds.push((await timed(() => server.post('/v1/commands', { commands }).then(expectReceipts))) / 1_000);
      }
      const shown = seconds.map((each) => each.toFixed(2)).join(', ');
      return { value: median(seconds), notes: [`${shown} s, the customer having 0 to 4,000 contacts before`] };
    }),
};

const expectReceipts = ({ outcomes }) => {
  const problem = outcomes.find((outcome) => outcome.problem)?.problem;
  if (problem) throw new Error(JSON.stringify(problem));
};
