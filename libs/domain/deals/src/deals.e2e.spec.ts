import { CustomerRegistered } from '@annals/contracts-customers';
import { serveSlice } from '../../test/served-slice.js';
import { deals } from './index.js';

const { store, begin, post } = serveSlice(deals, '/v1/deals', { DEAL_STEP_GATES: 'maintenance=sample+lines' });
const profile = {
  kind: 'organisation' as const,
  name: 'Vins et alcools Chevalier',
  roles: ['end-customer' as const],
};
beforeAll(() => begin('customer-VINET', CustomerRegistered.event({ customerId: 'VINET', profile })));

const order = {
  customerId: 'VINET',
  title: 'Order 10248',
  currency: 'USD',
  lines: [{ product: 'Queso Cabrales', quantity: '12', unitPrice: '14.1', discount: '0.05' }],
  occurredAt: '1996-07-04',
};

const openOne = async () => {
  const { body } = await post('', order);
  return { url: `/${body.id}`, stream: `deal-${body.id}` };
};

it('opens a deal of the past', async () => {
  const { stream } = await openOne();
  const [opened] = await store.read(stream);
  expect(opened).toMatchObject({
    subject: 'VINET',
    occurredAt: '1996-07-04T00:00:00.000Z',
    data: { value: { amount: '160.74', currency: 'USD' }, lines: [{ unitPrice: '14.10', net: '160.74' }] },
  });
});

it('follows on a day what was recorded of a time of this day, and nothing of a later one', async () => {
  const { body } = await post('', { ...order, occurredAt: '2024-01-05T10:00:00Z' });
  await post(`/${body.id}/advance`, { to: 'negotiation', occurredAt: '2024-01-05T15:00:00Z' });
  expect(await post(`/${body.id}/samples`, { product: 'Chai', quantity: '1', occurredAt: '2024-01-05' })).toMatchObject(
    {
      status: 201,
    },
  );
  expect(await post(`/${body.id}/close`, { outcome: 'won', occurredAt: '2024-01-05' })).toMatchObject({ status: 200 });
  expect((await store.read(`deal-${body.id}`)).map(({ occurredAt }) => occurredAt.slice(11, 16))).toEqual([
    ...['10:00', '15:00', '10:00', '15:00'],
  ]);
  expect(await post(`/${body.id}/reopen`, { reason: 'more', occurredAt: '2024-01-04' })).toMatchObject({
    ...{ status: 409, body: { code: 'DealOccurredTooEarly' } },
  });
});

it('has a route for every command', async () => {
  const { url, stream } = await openOne();
  await post(`${url}/advance`, { to: 'contact-and-sample' });
  await post(`${url}/samples`, { product: 'Queso Cabrales', quantity: '0.5' });
  await post(`${url}/change`, { region: null, expectedCloseDate: '1996-08-01', owner: { id: '5' } });
  await post(`${url}/close`, { outcome: 'lost', reason: 'price', competitor: 'Acme' });
  const last = await post(`${url}/reopen`, { reason: 'they asked again' });
  expect(last).toMatchObject({ status: 200, body: { stream, revision: 5 } });
  expect((await store.read(stream)).map(({ type }) => type)).toEqual([
    'DealOpened',
    'DealAdvanced',
    'SampleSent',
    'DealChanged',
    'DealClosed',
    'DealReopened',
  ]);
});

it('returns the code of a broken rule', async () => {
  const { url } = await openOne();
  expect(await post(`${url}/close`, { outcome: 'lost' })).toMatchObject({
    status: 409,
    body: { code: 'LossNeedsReason' },
  });
});

it('returns 404 for an unknown deal in the path, and 422 for an unknown customer in the body', async () => {
  expect(await post('/nowhere/advance', { to: 'intent' })).toMatchObject({
    status: 404,
    body: { code: 'DealUnknown', details: { dealId: 'nowhere' } },
  });
  expect(await post('', { ...order, customerId: 'nobody' })).toMatchObject({
    status: 422,
    body: { code: 'CustomerNotRegistered', details: { customerId: 'nobody' } },
  });
});

it.each([
  ['a step that does not exist', '/advance', { to: 'signed' }],
  ['an outcome that does not exist', '/close', { outcome: 'drawn' }],
  [
    'a discount of more than 100 %',
    '/change',
    { lines: [{ product: 'Chai', quantity: '1', unitPrice: '1', discount: '1.5' }] },
  ],
  ['a net value from the caller', '/change', { lines: [{ product: 'Chai', quantity: '1', unitPrice: '1', net: '1' }] }],
  ['a number that no decimal can hold', '/samples', { product: 'Chai', quantity: 1e-9 }],
  ['an amount that a JSON number rounds', '/change', { value: { amount: 12345678901234.56, currency: 'EUR' } }],
  ['an amount as a JSON number', '/change', { value: { amount: 12.5, currency: 'EUR' } }],
  ['a price as a JSON number', '/change', { lines: [{ product: 'Chai', quantity: '1', unitPrice: 9.8 }] }],
  ['an amount at the close as a JSON number', '/close', { outcome: 'won', value: { amount: 1, currency: 'EUR' } }],
  ['a value without currency', '/change', { value: { amount: '1' } }],
  ['a reopening without a reason', '/reopen', {}],
])('refuses %s', async (_, path, body) => {
  const { url } = await openOne();
  expect(await post(url + path, body)).toMatchObject({ status: 400 });
});

it('refuses a step that needs what the deal has not, until it has a reason', async () => {
  const { url, stream } = await openOne();
  const refused = await post(`${url}/advance`, { to: 'maintenance' });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'GatedStepNeedsReason', details: { step: 'maintenance', missing: ['sample'] } },
  });
  expect(await post(`${url}/advance`, { to: 'maintenance', reason: 'A regular customer.' })).toMatchObject({
    status: 200,
  });
  expect((await store.read(stream)).at(-1)).toMatchObject({
    type: 'DealAdvanced',
    data: { to: 'maintenance', reason: 'A regular customer.' },
  });
});
