import { personalPaths, samplesContract } from '@annals/testing';
import { accountContracts, inboundMessages, UsageMetered } from './index.js';

samplesContract(accountContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  expect(personalPaths(accountContracts)).toEqual({
    OrderPlaced: [],
    OrderDelivered: ['recipient'],
    DeliveryCorrected: ['recipient', 'reason'],
    OrderCancelled: ['reason'],
    InvoiceIssued: [],
    InvoiceCancelled: ['reason'],
    PaymentReceived: ['payer'],
    PaymentCorrected: ['payer', 'reason'],
    UsageMetered: [],
    UsageCorrected: ['reason'],
    RegisterUnitSet: [],
  });
});

it.each([
  ['0', true],
  ['0.125', true],
  ['-1', false],
  ['1,5', false],
])('accepts %s as a quantity: %s', (quantity, is) => {
  const period = { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' };
  const usage = { customerId: 'u-1', meterId: 'm-1', register: null, ...period, unit: 'kWh', quantity };
  expect(UsageMetered.accepts(usage)).toBe(is);
});

describe('a message', () => {
  const [placed] = inboundMessages;
  const told = {
    ...{ type: 'OrderPlaced', occurredAt: '2026-02-01T00:00:00Z', customer: { id: 'u-1' } },
    ...{ orderId: 'o-1', value: { amount: '1', currency: 'EUR' } },
  };

  it('needs only its type, its time and its customer', () => expect(placed.schema.safeParse(told).success).toBe(true));
  it('may identify the customer by code', () =>
    expect(placed.schema.safeParse({ ...told, customer: { code: 'ALFKI' } }).success).toBe(true));
  it('may have unknown fields, and null for optional ones', () =>
    expect(placed.schema.safeParse({ ...told, number: null, warehouse: 7 }).success).toBe(true));
  it.each([
    { customer: { id: 'u-1', code: 'ALFKI' } },
    { customer: {} },
    { value: { amount: '1' } },
    { occurredAt: 'today' },
  ])('is refused with %o', (wrong) => expect(placed.schema.safeParse({ ...told, ...wrong }).success).toBe(false));

  it('has a type that is unique within its topic', () => {
    const names = inboundMessages.map(({ topic, name }) => `${topic} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, schema } of inboundMessages) expect(schema.shape.type.value).toBe(name);
  });
});
