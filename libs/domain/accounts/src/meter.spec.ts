import { UsageCorrected, UsageMetered, type MeterEvent } from '@annals/contracts-accounts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { meter } from './meter.decider.js';

const profile = { kind: 'person' as const, name: '李娜', roles: ['end-customer' as const] };
const registered = CustomerRegistered.event({ customerId: 'u-1', profile });
const given = (...past: readonly MeterEvent[]) => scenarios(meter)(...past).inContext(registered);

const january = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
const usage = { meterId: 'm-1', customerId: 'u-1', ...january, quantity: '312.5', unit: 'kWh' };
const command = { type: 'MeterUsage', ...usage } as const;
const corrected = (parts: object = {}) =>
  UsageCorrected.event({ ...usage, register: null, quantity: '213.5', reason: 'misread', ...parts });
const metered = (parts: object = {}) => UsageMetered.event({ ...usage, register: null, ...parts });

it('records the usage of a period', () => given().when(command).then(metered()));
it('distinguishes registers', () =>
  given(metered())
    .when({ ...command, register: 'peak' })
    .then(metered({ register: 'peak' })));
it.each([
  { from: '2026-01-01T12:00:00.000Z' },
  { to: '2026-01-02T00:00:00.000Z' },
  { to: '2026-02-01T00:00:00.001Z' },
  { from: '2026-01-01T12:00:00.000Z', to: '2026-01-01T13:00:00.000Z' },
])('is refused for a period that overlaps another one of the register: %j', (other) =>
  given(metered())
    .when({ ...command, ...other })
    .thenRejected('PeriodsOverlap', { meterId: 'm-1', ...january }),
);
describe('the periods of one day', () => {
  const noon = '2026-01-01T12:00:00.000Z';
  const [morning, evening] = [{ to: noon }, { from: noon, to: '2026-01-02T00:00:00.000Z' }];

  it('may follow each other', () => {
    given(metered(morning))
      .when({ ...command, ...evening })
      .then(metered(evening));
    given(metered(evening))
      .when({ ...command, ...morning })
      .then(metered(morning));
  });
  it('have one unit', () =>
    given(metered(morning))
      .when({ ...command, ...evening, unit: 'MWh' })
      .thenRejected('UnitDiffers', { meterId: 'm-1', known: 'kWh', unit: 'MWh' }));
  it('leave the place of one that was corrected to nothing to another', () =>
    given(metered(), corrected({ quantity: '0' }))
      .when({ ...command, ...morning })
      .then(metered(morning)));
});

describe('a correction', () => {
  const correct = { ...command, type: 'CorrectUsage', quantity: '213.5', reason: 'misread' } as const;

  it('replaces what was recorded', () => {
    given(metered()).when(correct).then(corrected());
    given(metered(), corrected())
      .when({ ...command, quantity: '213.5' })
      .thenNothing();
    given(metered(), corrected()).when(command).thenRejected('UsageAlreadyMetered');
  });
  it('may change a wrong unit', () =>
    given(metered())
      .when({ ...correct, unit: 'MWh' })
      .then(corrected({ unit: 'MWh' })));
  it('is silent when repeated', () => given(metered(), corrected()).when(correct).thenNothing());
  it('is refused when it was made for another reason', () =>
    given(metered(), corrected())
      .when({ ...correct, reason: 'typing error' })
      .thenRejected('AlreadyCorrected'));
  it('is refused where nothing is recorded', () =>
    given(metered())
      .when({ ...correct, register: 'peak' })
      .thenRejected('UsageUnknown', { meterId: 'm-1', register: 'peak', ...january }));
  it('is refused for another customer', () =>
    given(metered())
      .when({ ...correct, customerId: 'u-2' })
      .thenRejected('CustomerDiffers'));
});
it('is silent when repeated', () => given(metered()).when(command).thenNothing());
it.each([undefined, 'soon', 1e300, {}])('has a stream even if it begins at %j, for which it is refused later', (from) =>
  expect(meter.stream({ ...command, from: from as string })).toBe('meter-m-1-periods'),
);
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
