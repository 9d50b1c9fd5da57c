import { CATALOGUE, PriceSet, ProductAdded } from '@annals/contracts-products';
import { NO_STREAM } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import { openDesk } from '../../test/desk.js';
import { caller, staff } from '../../test/staff.js';

const productId = 'p-1';
const added = ProductAdded.event({
  ...{ productId, name: 'Chai', nameZh: null, code: null, description: null, category: null, unit: 'box' },
  taxClass: 'standard',
  ...{ activeFrom: null, activeUntil: '2026-06-30', substitutes: [], bundle: [], attributes: {} },
});
const price = (priceId: string, unitPrice: string, said: object = {}) =>
  PriceSet.event({
    ...{ productId, priceId, priceListId: 'standard', segment: null, currency: 'CNY', from: '2026-01-01', until: null },
    steps: [{ quantity: '1.00', unitPrice }],
    ...said,
  });

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(undefined, { TIME_ZONE: 'Asia/Shanghai' });
  await desk.record(...staff);
  const events = [
    ...[added, price('a', '18.00', { until: '2026-03-31' }), price('b', '19.00', { from: '2026-04-01' })],
    price('c', '15.00', { segment: 'wholesale', priceListId: 'key' }),
  ];
  await desk.log.append(
    `product-${productId}`,
    NO_STREAM,
    events.map((event, index) => ({ ...newEvent(`price ${index}`), ...event, subject: CATALOGUE })),
  );
});
afterAll(() => desk.close());

const asked = async (query: string) =>
  (await desk.get<object>(`/v1/products/p-1/price?currency=CNY&${query}`, caller('cid'))).body;

it('is that of a purchase on a day, with its evidence', async () =>
  expect(await asked('at=2026-03-31&quantity=12')).toEqual({
    ...{ productId, day: '2026-03-31', quantity: '12', offered: true },
    listPrice: {
      ...{ unitPrice: { amount: '18.00', currency: 'CNY' }, priceListId: 'standard', priceId: 'a', segment: null },
      ...{ from: '2026-01-01', until: '2026-03-31', step: { quantity: '1.00', unitPrice: '18.00' } },
    },
  }));

it('depends on the day in the time zone of the company, the segment and the list', async () => {
  expect(await asked('at=2026-03-31T15:59:59Z')).toMatchObject({ day: '2026-03-31', listPrice: { priceId: 'a' } });
  expect(await asked('at=2026-03-31T16:00:00Z')).toMatchObject({ quantity: '1', listPrice: { priceId: 'b' } });
  expect(await asked('at=2026-04-01&segment=wholesale')).toMatchObject({ listPrice: { priceId: 'c' } });
  expect(await asked('at=2026-04-01&priceListId=key')).toMatchObject({ listPrice: null });
  expect(await asked('at=2026-07-01')).toMatchObject({ offered: false, listPrice: { priceId: 'b' } });
});

it('is that of today by default', async () => expect(await asked('')).toMatchObject({ listPrice: { priceId: 'b' } }));

it('is not for callers without the right, and missing with the product', async () => {
  expect(await desk.get('/v1/products/p-1/price?currency=CNY', caller('nobody'))).toMatchObject({ status: 403 });
  expect(await desk.get('/v1/products/p-9/price?currency=CNY')).toMatchObject({
    ...{ status: 404, body: { code: 'ProductUnknown' } },
  });
  expect(await desk.get('/v1/products/p-1/price?currency=CNY&quantity=many')).toMatchObject({
    ...{ status: 400, body: { code: 'ValidationFailed' } },
  });
});
