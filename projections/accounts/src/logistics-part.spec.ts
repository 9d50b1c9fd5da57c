import { OrderCancelled, OrderDelivered, OrderPlaced, UsageMetered } from '@annals/contracts-accounts';
import type { Event, RecordedEvent } from '@annals/event-sourcing';
import { partAfter, recorded } from '@annals/testing';
import { logisticsPart } from './logistics-part.js';
import { usagePart } from './usage-part.js';

const customerId = 'u-1';
const afterLog = (log: readonly RecordedEvent[]) => partAfter(logisticsPart, log).logistics;
const after = (...events: Event[]) => afterLog(recorded(events));

const value = { amount: '0.10', currency: 'EUR' };
const placed = (orderId: string, parts: object = {}) =>
  OrderPlaced.event({
    ...{ orderId, customerId, number: 'SO 1', value, lines: [], expectedOn: '2026-02-01', status: 'open' },
    ...parts,
  });
const delivered = (orderId: string, parts: object = {}) =>
  OrderDelivered.event({
    ...{ orderId, customerId, deliveryId: `d-${orderId}`, complete: true, lines: [], carrier: 'DHL' },
    ...{ trackingNumber: '123', recipient: 'Li Na', ...parts },
  });
const cancelled = (orderId: string, parts: object = {}) =>
  OrderCancelled.event({ orderId, customerId, reason: null, value, ...parts });

describe('orders', () => {
  it('are listed while they are open, the newest first, and summed up', () => {
    expect(after(placed('a'), placed('b'))).toMatchObject({
      ordered: { count: 2, values: { EUR: '0.20' } },
      openOrders: [
        { orderId: 'b', placedAt: '2026-01-02T00:00:00.000Z' },
        { orderId: 'a', number: 'SO 1', value, status: 'open', expectedOn: '2026-02-01' },
      ],
    });
  });

  it('stay open after a part of them was delivered', () => {
    expect(after(placed('a'), placed('b'), delivered('a', { complete: false })).openOrders).toMatchObject([
      { orderId: 'b', status: 'open' },
      { orderId: 'a', status: 'partly-delivered' },
    ]);
  });

  it('end with what completes them', () => {
    expect(after(placed('a'), placed('b'), delivered('a'))).toMatchObject({
      ...{ ordered: { count: 2 }, openOrders: [{ orderId: 'b' }] },
      deliveries: [{ deliveryId: 'd-a', orderId: 'a', complete: true, carrier: 'DHL', trackingNumber: '123' }],
    });
  });

  it('do not count when they are cancelled', () => {
    expect(after(placed('a'), placed('b'), cancelled('a'))).toMatchObject({
      ...{ ordered: { count: 1, values: { EUR: '0.10' } }, openOrders: [{ orderId: 'b' }] },
    });
  });

  it.each([
    ['delivered', delivered('a'), 1, []],
    ['partly-delivered', delivered('a', { complete: false }), 1, [{ status: 'partly-delivered' }]],
    ['cancelled', cancelled('a', { value: null }), 0, []],
  ])('show that they are %s, if that was recorded first', (status, first, count, openOrders) => {
    expect(after(first, placed('a', { status }))).toMatchObject({ ordered: { count }, openOrders });
  });
});

it('lists the newest twenty deliveries', () => {
  const many = Array.from({ length: 25 }, (_, index) => delivered(`${index}`));
  const late = recorded([delivered('late')], { occurredAt: '2020-01-01T00:00:00.000Z', position: 99 });
  const { deliveries } = afterLog([...recorded(many), ...late]);
  expect(deliveries).toHaveLength(20);
  expect(deliveries[0]).toMatchObject({ orderId: '24' });
});

describe('usage', () => {
  const used = (day: number, parts: object = {}) =>
    UsageMetered.event({
      ...{ customerId, meterId: 'm-1', register: null, quantity: `${day}`, unit: 'kWh' },
      ...{
        from: new Date(Date.UTC(2026, 0, day)).toISOString(),
        to: new Date(Date.UTC(2026, 0, day + 1)).toISOString(),
      },
      ...parts,
    });
  const usageAfter = (...events: Event[]) => partAfter(usagePart, recorded(events)).usage;

  it('has the periods of each meter and register, the newest first, however late they are recorded', () => {
    const quantitiesOf = ({ periods }: { readonly periods: readonly { readonly quantity: string }[] }) =>
      periods.map(({ quantity }) => quantity);
    const usage = usageAfter(used(1), used(3), used(2), used(2, { register: 'peak' }), used(1, { meterId: 'm-2' }));
    expect(usage.map((use) => [use.meterId, use.register, quantitiesOf(use)])).toEqual([
      ['m-1', null, ['3', '2', '1']],
      ['m-1', 'peak', ['2']],
      ['m-2', null, ['1']],
    ]);
    expect(usage[0]?.periods[0]).toEqual({
      ...{ from: '2026-01-03T00:00:00.000Z', to: '2026-01-04T00:00:00.000Z', quantity: '3', unit: 'kWh' },
    });
  });

  it('keeps the newest twelve periods, and fifty meters', () => {
    const days = Array.from({ length: 20 }, (_, day) => used(day + 1));
    const meters = Array.from({ length: 60 }, (_, meter) => used(1, { meterId: `n-${meter}` }));
    expect(usageAfter(...days)[0]?.periods).toHaveLength(12);
    expect(usageAfter(...days, ...meters)).toHaveLength(50);
  });
});
