import { InvoiceIssued, OrderDelivered, OrderPlaced, PaymentReceived, UsageMetered } from '@annals/contracts-accounts';
import { ContactMade } from '@annals/contracts-contacts';
import { CustomerRegistered, NeedRecorded, OwnerAssigned } from '@annals/contracts-customers';
import { openDesk } from '../../test/desk.js';

const about = { customerId: 'u-1' };
const value = { amount: '10.00', currency: 'EUR' };
const terms = { number: 'R 1', orderId: 'o-1', issuedOn: '2026-01-01', dueOn: '2026-01-31', amount: value };
const period = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
const contact = {
  ...({ ...about, channel: 'phone', direction: 'outbound', purpose: 'service', summary: 'Hello' } as const),
  ...({ outcome: 'reached', response: 'none', contactedAt: '2026-01-03T09:00:00.000Z' } as const),
};
const profile = {
  kind: 'organisation' as const,
  name: 'Acme',
  roles: ['prospect' as const],
  department: 'key',
  region: 'east',
};

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    CustomerRegistered.event({ ...about, profile }),
    OwnerAssigned.event({ ...about, owner: { id: 'ann' }, previous: null }),
    OrderPlaced.event({ ...about, orderId: 'o-1', number: 'SO 1', value, lines: [], expectedOn: null, status: 'open' }),
    OrderPlaced.event({
      customerId: 'u-2',
      orderId: 'o-2',
      number: null,
      value,
      lines: [],
      expectedOn: null,
      status: 'open',
    }),
    OrderDelivered.event({
      ...{ ...about, orderId: 'o-1', deliveryId: 'd-1', complete: true, lines: [], carrier: 'DHL' },
      ...{ trackingNumber: null, recipient: null },
    }),
    InvoiceIssued.event({ ...about, invoiceId: 'i-1', ...terms, open: '10.00', cancelled: false }),
    PaymentReceived.event({
      ...{ ...about, paymentId: 'p-1', invoiceId: 'i-1', amount: value, method: 'card', payer: null },
      invoice: { ...terms, open: '0.00' },
    }),
    UsageMetered.event({ ...about, meterId: 'm-1', register: 'peak', ...period, quantity: '5', unit: 'kWh' }),
    ContactMade.event({ ...contact, contactId: 't-1', contactedBy: { id: 'bob' } }),
    ContactMade.event({ ...contact, contactId: 't-2', channel: 'email', contactedBy: { id: 'ann' } }),
    NeedRecorded.event({ ...about, needId: 'n-1', description: 'More', duration: 'lasting', product: 'Chai' }),
  );
});
afterAll(() => desk.close());

type Page = {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly total: { readonly count: number };
};

it.each([
  ['orders', 'orderId', ['o-2', 'o-1']],
  ['orders?status=delivered', 'orderId', ['o-1']],
  ['orders?owner=ann&currency=EUR', 'orderId', ['o-1']],
  ['deliveries?order=o-1&carrier=DHL&complete=true', 'deliveryId', ['d-1']],
  ['invoices?status=settled&dueOn.from=2026-01-31', 'invoiceId', ['i-1']],
  ['invoices?status=open', 'invoiceId', []],
  ['payments?customer=u-1&method=card&invoice=i-1', 'paymentId', ['p-1']],
  ['readings?meter=m-1&register=peak&begins.from=2026-01-01&ends.to=2026-02-02', 'meterId', ['m-1']],
  ['contacts?customer=u-1', 'contactId', ['t-2', 't-1']],
  ['contacts?channel=email&department=key&region=east', 'contactId', ['t-2']],
  ['contacts?by=bob&owner=ann&contactedAt.from=2026-01-03&contactedAt.to=2026-01-04', 'contactId', ['t-1']],
  ['contacts?department=consumer', 'contactId', []],
  ['needs?product=Chai&duration=lasting&status=current', 'needId', ['n-1']],
])('lists %s', async (url, id, expected) => {
  const asked = `${url}${url.includes('?') ? '&' : '?'}total=true&updatedSince=2000-01-01`;
  const { items, total } = (await desk.get<Page>(`/v1/${asked}`)).body;
  expect(items.map((item) => item[id])).toEqual(expected);
  expect(total.count).toBe(expected.length);
});

it('names the customer of each', async () => {
  const { items } = (await desk.get<Page>('/v1/contacts')).body;
  expect(items.map(({ customerName }) => customerName)).toEqual(['Acme', 'Acme']);
});

it.each([
  ['orders/o-1', { orderId: 'o-1', status: 'delivered', customerName: 'Acme' }],
  ['invoices/i-1', { invoiceId: 'i-1', open: '0.00', status: 'settled' }],
])('shows one at %s', async (url, expected) => expect(await desk.get(`/v1/${url}`)).toMatchObject({ body: expected }));
