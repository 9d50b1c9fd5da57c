import { randomUUID } from 'node:crypto';
import { customerId } from './story.mjs';
import { chance } from './statistics.mjs';

const COMMANDS = [
  () => [
    '/v1/customers',
    {
      ...{ kind: 'organisation', name: 'Alfreds Futterkiste', roles: ['prospect'], region: 'west' },
      ...{ email: `${randomUUID()}@example.com`, phone: '+49 30 0074321' },
    },
  ],
  (customer) => [
    `/v1/customers/${customer}/contacts`,
    {
      ...{ channel: 'phone', direction: 'inbound', purpose: 'service', outcome: 'reached', response: 'positive' },
      summary: 'Asked when the meters arrive, and whether they can be fitted.',
    },
  ],
  (customer) => [
    '/v1/deals',
    { customerId: customer, title: 'Meters', value: { amount: '1200.50', currency: 'EUR' }, region: 'west' },
  ],
  (customer) => [
    '/v1/complaints',
    {
      ...{ customerId: customer, channel: 'phone', category: 'billing', severity: 'high', subject: 'Wrong bill' },
      text: 'Twice the amount of last month.',
    },
  ],
];

/** The commands of each process of a distributed installation, and contacts alone, by index. */
const TAKEN = { sales: [0, 2], service: [1, 3], contacts: [1] };

/** Requests for autocannon: the commands in turn, about existing customers; all, or those of one process. */
export const commands = (customers, taker) => {
  const random = chance(3);
  return COMMANDS.filter((_, index) => TAKEN[taker]?.includes(index) ?? true).map((command) => ({
    method: 'POST',
    setupRequest: (request) => {
      const [path, body] = command(customerId(Math.floor(random() * customers)));
      return { ...request, path, body: JSON.stringify(body) };
    },
  }));
};
