import Database from 'better-sqlite3';
import { join } from 'node:path';
import type { Client } from './client.js';
import { stage } from './stage.js';

const { annals, open, folder } = stage();

const customerId = 'qian';
const money = (amount: string) => ({ amount: { amount, currency: 'CNY' }, customerId });
const usage = (month: number) => ({
  ...{ customerId, quantity: `${month}`, unit: 'kWh' },
  ...{ from: `2025-0${month}-01T00:00:00.000Z`, to: `2025-0${month + 1}-01T00:00:00.000Z` },
});
const contact = (summary: string) => ({
  channel: 'in-person',
  direction: 'inbound',
  purpose: 'service',
  outcome: 'reached',
  summary,
});
const paid = (paymentId: string) => ({ ...money('1.00'), paymentId, invoiceId: 'i-1' });
const complained = {
  ...{ complaintId: 'k-1', customerId, channel: 'phone', category: 'billing', severity: 'low' },
  ...{ subject: 'Bill', text: 'Too high.' },
};

type Step = readonly [path: string, body: object];

/** A record of each kind about one customer: its stream, the commands of its events, one more, and what answers rest on it. */
const RECORDS: readonly (readonly [stream: string, steps: readonly Step[], answers: readonly string[]])[] = [
  [
    'deal-d-1',
    [
      ['deals', { dealId: 'd-1', customerId, title: 'Tea', value: { amount: '9.00', currency: 'CNY' } }],
      ...['Chai', 'Oolong', 'Matcha'].map((title): Step => ['deals/d-1/change', { title }]),
    ],
    ['deals', 'deals?customer=qian', 'deals?customer=qian&status=won', 'deals/d-1', 'deals/d-1?asOf=2999-01-01'],
  ],
  [
    'complaint-k-1',
    [['complaints', complained], ...['A', 'B', 'C'].map((text): Step => ['complaints/k-1/comments', { text }])],
    ['complaints', 'complaints?customer=qian&asOf=2999-01-01', 'complaints/k-1'],
  ],
  [
    'order-o-1',
    [
      ['orders', { orderId: 'o-1', customerId, value: { amount: '440.00', currency: 'CNY' } }],
      ...['1', '2', '3'].map((deliveryId): Step => [
        'orders/o-1/deliveries',
        { deliveryId, customerId, complete: false },
      ]),
    ],
    ['orders', 'orders/o-1', 'deliveries', 'deliveries?customer=qian'],
  ],
  [
    'invoice-i-1',
    [
      ['invoices', { invoiceId: 'i-1', ...money('440.00'), issuedOn: '2025-01-05', dueOn: '2025-02-04' }],
      ...['1', '2', '3'].map((paymentId): Step => ['payments', paid(paymentId)]),
    ],
    ['invoices', 'invoices/i-1', 'payments', 'payments?customer=qian'],
  ],
  [
    'contacts-qian',
    ['A', 'B', 'C', 'D'].map((summary): Step => ['customers/qian/contacts', contact(summary)]),
    ['contacts', 'contacts?customer=qian'],
  ],
  [
    'meter-m-1-periods',
    [1, 2, 3, 4].map((month): Step => ['meters/m-1/usage', usage(month)]),
    ['readings?customer=qian'],
  ],
];
const lacking = ([stream]: (typeof RECORDS)[number]) => `${stream}=gap`;

let client: Client;

const send = ([path, body]: Step) => client.post(`/v1/${path}`, body);
const lacksAt = async (path: string) => (await client.get(`/v1/${path}`)).headers.get('annals-incomplete');

beforeAll(async () => {
  const first = await open();
  client = first.client;
  for (const id of [customerId, 'wei'])
    await send(['customers', { customerId: id, kind: 'person', name: 'Qian', roles: ['prospect'] }]);
  for (const [, steps] of RECORDS)
    for (const step of steps.slice(0, 3))
      expect([step, (await send(step)).body]).toMatchObject([step, { revision: expect.any(Number) as number }]);
  await first.server.stop();
  const database = new Database(join(folder, 'events.db'));
  database.exec('DROP TRIGGER events_never_leave');
  for (const [stream] of RECORDS)
    expect(database.prepare('DELETE FROM events WHERE stream = ? AND revision = 1').run(stream).changes).toBe(1);
  database.close();
  ({ client } = await open());
  while ((await lacksAt('customers/qian')) === null) await client.get('/health/ready');
});

it('is listed by readiness and by `annals verify`, whatever its record', async () => {
  const { body } = await client.get('/health/ready');
  const { warnings } = body as { readonly warnings: readonly { readonly trouble: string }[] };
  const { out } = await annals(['verify']);
  for (const [stream] of RECORDS)
    for (const told of [warnings.map(({ trouble }) => trouble).join(), out])
      expect(told).toContain(`${stream} is incomplete: events are missing within it, from revision 1 on.`);
});

it('is named by the page and the history of its customer, and of nobody else', async () => {
  for (const path of ['customers/qian', 'customers/qian/history']) {
    const lacks = await lacksAt(path);
    expect(lacks?.split(', ').toSorted()).toEqual(RECORDS.map(lacking).toSorted());
  }
  expect(await lacksAt('customers/wei')).toBeNull();
});

it.each(RECORDS)('is named by the lists and the record of %s', async (...record) => {
  for (const path of record[2]) expect([path, await lacksAt(path)]).toEqual([path, lacking(record)]);
});

it.each(RECORDS)('takes no command on %s', async (stream, steps) =>
  expect(await send(steps[3]!)).toMatchObject({
    status: 409,
    body: { code: 'HistoryIncomplete', details: { stream, found: 'gap' } },
  }),
);
