import { OrderCancelled, OrderDelivered, OrderPlaced, type OrderEvent } from '@annals/contracts-accounts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { order } from './order.decider.js';

const profile = { kind: 'organisation' as const, name: '华东电力', roles: ['end-customer' as const] };
const registered = CustomerRegistered.event({ customerId: 'u-1', profile });
const given = (...past: readonly OrderEvent[]) => scenarios(order)(...past).inContext(registered);

const ids = { orderId: 'o-1', customerId: 'u-1' };
const value = { amount: '1000.00', currency: 'CNY' };
const meter = (quantity: string, parts: object = {}) => ({ product: '智能电表', quantity, ...parts });
const place = { type: 'PlaceOrder' as const, ...ids, value, lines: [meter('120')] };
const deliver = { type: 'NoteDelivery', ...ids, deliveryId: 'd-1', complete: true } as const;
const noted = (quantity: string, parts: object = {}) => ({ ...deliver, lines: [meter(quantity, parts)] });
const placed = (...lines: ReturnType<typeof meter>[]) =>
  OrderPlaced.event({ ...ids, number: null, value, lines, expectedOn: null, status: 'open' });
const delivered = (lines: ReturnType<typeof meter>[], parts: object = {}) =>
  OrderDelivered.event({
    ...{ ...ids, deliveryId: 'd-1', complete: true, lines, carrier: null, trackingNumber: null, recipient: null },
    ...parts,
  });

describe('the quantities', () => {
  const ordered = placed(meter('120'));

  it('of a delivery are at most those ordered', () =>
    given(ordered)
      .when(noted('120'))
      .then(delivered([meter('120')])));
  it.each([noted('999'), noted('120.00000001'), { ...deliver, lines: [meter('60'), meter('61')] }])(
    'of a delivery are never more: %j',
    (command) => given(ordered).when(command).thenRejected('MoreDeliveredThanOrdered'),
  );
  it('of several deliveries are counted together', () => {
    const first = delivered([meter('100')], { deliveryId: 'd-0', complete: false });
    given(ordered, first).when(noted('21')).thenRejected('MoreDeliveredThanOrdered');
    given(ordered, first)
      .when(noted('20'))
      .then(delivered([meter('20')]));
  });
  it('may be known before those of the order', () =>
    given(delivered([meter('999')]))
      .when(place)
      .thenRejected('MoreDeliveredThanOrdered'));
  it('of what was not ordered are none', () =>
    given(ordered)
      .when({ ...deliver, lines: [{ product: 'Chai', quantity: '1' }] })
      .thenRejected('MoreDeliveredThanOrdered'));
  it('of a product are known by its number, too', () => {
    const numbered = placed(meter('10', { productId: 'p-1' }));
    const told = (quantity: string) => [{ product: 'Smart meter', productId: 'p-1', quantity }];
    given(numbered)
      .when({ ...deliver, lines: told('11') })
      .thenRejected('MoreDeliveredThanOrdered');
    given(numbered)
      .when({ ...deliver, lines: told('10') })
      .then(delivered(told('10')));
  });
  it('in different units are not compared', () =>
    given(placed(meter('10', { unit: 'box' })))
      .when(noted('120', { unit: 'piece' }))
      .then(delivered([meter('120', { unit: 'piece' })])));
  it('of an order without lines are not known', () =>
    given(placed())
      .when(noted('999'))
      .then(delivered([meter('999')])));
});

describe('a delivered order', () => {
  const cancel = { type: 'CancelOrder', ...ids, reason: 'ordered twice' } as const;

  it('is never cancelled', () => given(placed(), delivered([])).when(cancel).thenRejected('OrderAlreadyDelivered'));
  it('can be cancelled for what is not delivered yet', () =>
    given(placed(), delivered([], { complete: false }))
      .when(cancel)
      .then(OrderCancelled.event({ ...ids, reason: 'ordered twice', value })));
});

it('takes nets with the decimals of the currency only', () => {
  const priced = (net: string) => ({ ...place, lines: [meter('120', { net })] });
  given().when(priced('63.973')).thenRejected('TooManyDecimals');
  given()
    .when(priced('63.970'))
    .then(placed(meter('120', { net: '63.970' })));
});
