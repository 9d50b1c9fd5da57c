// A process that sends load on behalf of its parent: typical commands, or GETs of given paths.
import autocannon from 'autocannon';
import { commands } from './commands.mjs';
import { chance } from './statistics.mjs';

const pickFrom = (paths) => {
  const random = chance(2);
  return [{ setupRequest: (request) => ({ ...request, path: paths[Math.floor(random() * paths.length)] }) }];
};

process.once('message', async ({ url, headers, seconds, amount, connections = 64, rate, paths, customers, taker }) => {
  const requests = paths ? pickFrom(paths) : commands(customers, taker);
  const until = amount ? { amount } : { duration: seconds };
  const options = { url, headers, ...until, connections, requests, ...(rate ? { overallRate: rate } : {}) };
  const result = await autocannon(options);
  const { errors, timeouts, non2xx, requests: sent, duration, statusCodeStats: statuses } = result;
  const answer = { perSecond: sent.total / duration, sent: sent.total, failed: errors + timeouts + non2xx, statuses };
  process.send(answer, () => process.disconnect());
});
