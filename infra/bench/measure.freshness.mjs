import { setTimeout as delay } from 'node:timers/promises';
import { below } from './budgets.mjs';
import { customers, write } from './events.mjs';
import { load, Server } from './processes.mjs';
import { percentile } from './statistics.mjs';
import { customerId } from './story.mjs';

const CUSTOMERS = 1_000;
const RATE = 1_000; // events per second
const EVERY = 20; // ms between two reads

export const CONTACT = {
  ...{ channel: 'phone', direction: 'inbound', purpose: 'service', outcome: 'reached', response: 'positive' },
  summary: 'Asked when the meters arrive.',
};

/**
 * Milliseconds from sending a command until a reader of the 360 view sees its event. A read that times out counts with its
 * waiting time, which is far beyond any budget.
 */
export const look = async (number, writer, reader = writer) => {
  const id = customerId(number);
  const started = performance.now();
  const { consistencyToken } = await writer.post(`/v1/customers/${id}/contacts`, CONTACT);
  const response = await fetch(`${reader.url}/v1/customers/${id}`, {
    headers: { ...reader.headers(), 'consistency-token': consistencyToken },
  });
  await response.text();
  if (!response.ok) throw new Error(`The page of ${id} returned ${response.status}.`);
  return performance.now() - started;
};

/** Reads the 360 view for some seconds, while others send `rate` commands per second. */
export const looks = async (server, seconds, rate = RATE) => {
  const sending = load(server, { seconds, rate: rate - 1_000 / EVERY, customers: CUSTOMERS });
  await delay(1_000); // warm
  const begun = [];
  for (let number = 0; number < ((seconds - 2) * 1_000) / EVERY; number += 1) {
    begun.push(look(number % CUSTOMERS, server));
    await delay(EVERY);
  }
  const times = await Promise.all(begun);
  return { times, perSecond: (await sending).perSecond };
};

export const freshness = {
  name: 'freshness',
  what: `from command to 360 view, p99, at ${RATE.toLocaleString('en')} events/s`,
  budget: below(250, 'ms'),
  async run({ folder, quick }) {
    const dataDir = folder();
    await write(dataDir, customers(CUSTOMERS));
    const server = await (await Server.start(dataDir)).signIn();
    await server.caughtUp(CUSTOMERS);
    const { times, perSecond } = await looks(server, quick ? 4 : 12);
    await server.stop();
    const reached = Math.round(perSecond + 1_000 / EVERY);
    return {
      value: percentile(times, 0.99),
      notes: [
        `median ${percentile(times, 0.5).toFixed(1)} ms, ${times.length} looks, ${reached.toLocaleString('en')} events/s`,
      ],
    };
  },
};
