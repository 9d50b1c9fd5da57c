import { UsageMetered, type MeterEvent } from '@annals/contracts-accounts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { meter } from './meter.decider.js';

const profile = { kind: 'person' as const, name: '李娜', roles: ['end-customer' as const] };
const registered = CustomerRegistered.event({ customerId: 'u-1', profile });
const given = (...past: readonly MeterEvent[]) => scenarios(meter)(...past).inContext(registered);

const january = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
const usage = { meterId: 'm-1', customerId: 'u-1', ...january, quantity: '312.5', unit: 'kWh' };
const command = { type: 'MeterUsage', ...usage } as const;
const metered = (parts: object = {}) => UsageMetered.event({ ...usage, register: null, ...parts });

it('records the usage of a period', () => given().when(command).then(metered()));
it('distinguishes registers', () =>
  given(metered())
    .when({ ...command, register: 'peak' })
    .then(metered({ register: 'peak' })));
it.each([{ from: '2026-01-01T12:00:00.000Z' }, { to: '2026-01-02T00:00:00.000Z' }])(
  'distinguishes periods: %j',
  (other) =>
    given(metered())
      .when({ ...command, ...other })
      .then(metered(other)),
);
it('is silent when repeated', () => given(metered()).when(command).thenNothing());
it('is silent when repeated in another notation', () =>
  given(metered())
    .when({ ...command, from: '2026-01-01T00:00:00Z' })
    .thenNothing());
it.each([{ quantity: '313' }, { unit: 'MWh' }])('is refused with other content: %j', (other) =>
  given(metered())
    .when({ ...command, ...other })
    .thenRejected('UsageAlreadyMetered', { meterId: 'm-1', register: null, ...january }),
);
it('is refused for a period that ends before it begins', () =>
  given()
    .when({ ...command, to: january.from })
    .thenRejected('PeriodEmpty'));
it('is refused for another customer', () =>
  given(metered())
    .when({ ...command, customerId: 'u-2' })
    .thenRejected('CustomerDiffers', { customerId: 'u-2' }));
it('is refused for a customer who is not registered', () =>
  scenarios(meter)().when(command).thenRejected('CustomerNotRegistered', { customerId: 'u-1' }));

it('has a stream for each day on which periods begin', () =>
  expect(meter.stream(command)).toBe('meter-m-1-2026-01-01'));
