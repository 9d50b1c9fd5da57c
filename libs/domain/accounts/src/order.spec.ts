import {
  OrderCancelled,
  OrderDelivered,
  OrderPlaced,
  type OrderEvent,
  type OrderStatus,
} from '@annals/contracts-accounts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { order } from './order.decider.js';

const profile = { kind: 'organisation' as const, name: '华东电力', roles: ['end-customer' as const] };
const registered = CustomerRegistered.event({ customerId: 'u-1', profile });
const given = (...past: readonly OrderEvent[]) => scenarios(order)(...past).inContext(registered);

const ids = { orderId: 'o-1', customerId: 'u-1' };
const value = { amount: '1000.00', currency: 'CNY' };
const lines = [{ product: '智能电表', quantity: '120' }];

const place = { type: 'PlaceOrder', ...ids, value: { ...value, amount: '1000' }, lines } as const;
const deliver = { type: 'NoteDelivery', ...ids, deliveryId: 'd-1', complete: true } as const;
const cancel = { type: 'CancelOrder', ...ids, reason: 'ordered twice' } as const;

const placed = (status: OrderStatus = 'open', parts: object = {}) =>
  OrderPlaced.event({ ...ids, number: null, value, lines, expectedOn: null, status, ...parts });
const delivered = (parts: object = {}) =>
  OrderDelivered.event({
    ...{ ...ids, deliveryId: 'd-1', complete: true, lines: [], carrier: null, trackingNumber: null, recipient: null },
    ...parts,
  });
const cancelled = (parts: object = {}) =>
  OrderCancelled.event({ ...ids, reason: 'ordered twice', value: null, ...parts });

describe('placing an order', () => {
  it('records the ordered lines', () => given().when(place).then(placed()));
  it('records the number and the expected date', () => {
    const terms = { number: 'SO 1', expectedOn: '2026-02-01' };
    given()
      .when({ ...place, ...terms })
      .then(placed('open', terms));
  });
  it('does not require lines', () => {
    const { type, value } = place;
    given()
      .when({ type, ...ids, value })
      .then(placed('open', { lines: [] }));
  });
  it.each([
    ['partly-delivered', [delivered({ complete: false })]],
    ['delivered', [delivered({ complete: false }), delivered({ deliveryId: 'd-2' })]],
    ['cancelled', [delivered(), cancelled()]],
  ] as const)('has the status %s if that was recorded before', (status, past) =>
    given(...past)
      .when(place)
      .then(placed(status)),
  );
  it('is silent when repeated', () => given(placed()).when(place).thenNothing());
  it('is silent when repeated after the delivery', () => given(placed(), delivered()).when(place).thenNothing());
  it.each([{ value: { ...value, amount: '1001' } }, { number: 'N' }, { expectedOn: '2026-02-01' }, { lines: [] }])(
    'is refused with other content: %j',
    (other) =>
      given(placed())
        .when({ ...place, ...other })
        .thenRejected('OrderAlreadyPlaced', { orderId: 'o-1' }),
  );
});

describe('noting a delivery', () => {
  it('records the delivered lines', () => given(placed()).when(deliver).then(delivered()));
  it('records the carrier and the recipient', () => {
    const how = { lines, carrier: '顺丰', trackingNumber: 'SF1', recipient: '王伟', complete: false };
    given(placed())
      .when({ ...deliver, ...how })
      .then(delivered(how));
  });
  it('is recorded before the order', () => given().when(deliver).then(delivered()));
  it('is recorded even after the order was cancelled', () =>
    given(placed(), cancelled()).when(deliver).then(delivered()));
  it('completes a partial delivery', () =>
    given(placed(), delivered({ deliveryId: 'd-0', complete: false }))
      .when(deliver)
      .then(delivered()));
  it('is silent when repeated', () => given(placed(), delivered()).when(deliver).thenNothing());
  it('is refused with other content', () =>
    given(delivered())
      .when({ ...deliver, complete: false })
      .thenRejected('DeliveryAlreadyNoted', { orderId: 'o-1', deliveryId: 'd-1' }));
});

describe('cancelling an order', () => {
  it('records the value of the order', () => given(placed()).when(cancel).then(cancelled({ value })));
  it('does not require a reason', () => {
    const silently = { type: 'CancelOrder', ...ids } as const;
    given(placed())
      .when(silently)
      .then(cancelled({ value, reason: null }));
  });
  it('is recorded before the order', () => given().when(cancel).then(cancelled()));
  it('is silent when repeated', () => given(placed(), cancelled()).when(cancel).thenNothing());
  it('is refused when repeated for another reason', () =>
    given(placed(), cancelled())
      .when({ ...cancel, reason: 'too late' })
      .thenRejected('OrderAlreadyCancelled', { orderId: 'o-1' }));
});

describe.each([place, deliver, cancel])('a customer: $type', (command) => {
  it.each([placed(), delivered({ deliveryId: 'd-9' }), cancelled()])('never changes after $type', (event) =>
    given(event)
      .when({ ...command, customerId: 'u-2' })
      .thenRejected('CustomerDiffers', { customerId: 'u-2' }),
  );
  it('must be registered', () =>
    scenarios(order)().when(command).thenRejected('CustomerNotRegistered', { customerId: 'u-1' }));
});
