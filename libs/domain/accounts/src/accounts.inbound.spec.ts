import { inboundMessages } from '@annals/contracts-accounts';
import { commandFrom } from '@annals/command-bus/forms';
import { loadConfiguration } from '@annals/configuration';
import type { Origin } from '@annals/event-sourcing';
import { commandOfMessage, customerCodeIn, type InboundCommand, type Message } from '@annals/slice';
import { accounts } from './index.js';

const occurredAt = '2026-01-05T09:00:00Z';
const customer = { id: 'u-1' };
const amount = { amount: '100', currency: 'CNY' };
const about = { occurredAt, customer };

const BODIES = {
  OrderPlaced: { orderId: 'o-1', value: amount, lines: [{ product: 'Chai', quantity: '2' }], number: null },
  OrderDelivered: { orderId: 'o-1', deliveryId: 'd-1', complete: true, recipient: '王伟' },
  OrderCancelled: { orderId: 'o-1', reason: null },
  InvoiceIssued: { invoiceId: 'i-1', orderId: 'o-1', amount, issuedOn: '2026-01-05', dueOn: '2026-02-04' },
  InvoiceCancelled: { invoiceId: 'i-1', reason: 'wrong address' },
  PaymentReceived: { paymentId: 'p-1', invoiceId: null, amount, method: 'bank transfer' },
  UsageMetered: {
    ...{ meterId: 'm-1', from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z', quantity: '12', unit: 'kWh' },
    register: 'peak',
  },
} as const;

const message = (name: keyof typeof BODIES, parts: object = {}): Message => {
  const { topic } = inboundMessages.find((known) => known.name === name)!;
  return { topic, key: 'k', sourceId: 's-1', body: { type: name, ...about, ...BODIES[name], ...parts } };
};
const { aggregates } = accounts.with({ ...loadConfiguration({}) });
const forms = aggregates.flatMap(({ commands }) => commands);
const names = inboundMessages.map(({ name }) => name);
const commandOf = (message: Message, customerIds?: readonly string[]) =>
  commandOfMessage(accounts.inbound, message, customerIds);
const commandIn = (message: Message, customerIds?: readonly string[]) =>
  commandOf(message, customerIds) as InboundCommand;

it.each(names)('turns %s into a valid command', (name) => {
  const { type, source, body } = commandIn(message(name));
  expect(source).toBe(message(name).topic);
  expect(body).toMatchObject({ customerId: 'u-1', occurredAt });
  const form = forms.find((form) => form.type === type)!;
  expect(commandFrom(body, form, { commandId: 'c-1' } as Origin)).toBeInstanceOf(form);
});

it('leaves out empty and unknown fields', () => {
  expect(commandIn(message('OrderPlaced', { warehouse: 7, value: { ...amount, tax: 1 } })).body).toEqual({
    ...{ orderId: 'o-1', value: amount, lines: BODIES.OrderPlaced.lines, occurredAt, customerId: 'u-1' },
  });
});

describe('the id of the command', () => {
  const told = message('OrderPlaced');
  const { commandId } = commandIn(told);

  it('is the same for a repeated message', () => {
    expect(commandIn({ ...told, body: message('OrderPlaced', { orderId: 'o-2' }).body }).commandId).toBe(commandId);
    expect(commandId).toBe('7aa27dcc-c65d-5064-9703-4d411fa5ce1d');
  });
  it.each([{ key: null }, { key: 'k2' }, { sourceId: 's-2' }])('differs for another message: %j', (other) =>
    expect(commandIn({ ...told, ...other }).commandId).not.toBe(commandId),
  );
});

describe('a customer that is identified by its code', () => {
  const told = message('OrderPlaced', { customer: { code: 'ALFKI' } });

  it('has to be looked up', () => {
    expect(customerCodeIn(accounts.inbound, told)).toBe('ALFKI');
    expect(customerCodeIn(accounts.inbound, message('OrderPlaced'))).toBeUndefined();
    expect(customerCodeIn(accounts.inbound, { ...told, body: 'ALFKI' })).toBeUndefined();
  });
  it('is the one with the code', () => expect(commandIn(told, ['u-7']).body).toMatchObject({ customerId: 'u-7' }));
  it.each([
    [[], 'CustomerUnknown'],
    [['u-7', 'u-8'], 'CustomerAmbiguous'],
  ])('is refused when the customers with the code are %j', (customerIds, code) =>
    expect(commandOf(told, customerIds)).toMatchObject({ code, field: 'customer.code' }),
  );
});

it.each(['2026-01-05T17:00:00+08:00', '2026-01-05T03:30:00.5-05:30', '2026-01-05T09:00:00-00:00'])(
  'takes the instant %s with its offset',
  (sent) => {
    const { body } = commandIn(message('UsageMetered', { occurredAt: sent, from: sent, to: '2026-01-06T00:00:00Z' }));
    const form = forms.find(({ type }) => type === 'MeterUsage')!;
    expect(commandFrom(body, form, { commandId: 'c-1' } as Origin)).toMatchObject({
      from: new Date(sent).toISOString(),
    });
  },
);

it.each([
  ['an unknown topic', { topic: 'erp.rumours.v1' }, { code: 'TopicUnknown' }],
  ['a message of another topic', { topic: 'billing.payments.v1' }, { code: 'TypeUnknown', field: 'type' }],
  ['a value that is not an object', { body: 'OrderPlaced' }, { code: 'TypeUnknown', field: 'type' }],
  ['nothing', { body: null }, { code: 'TypeUnknown', field: 'type' }],
])('refuses %s', (_, wrong, refusal) =>
  expect(commandOf({ ...message('OrderPlaced'), ...wrong })).toMatchObject(refusal),
);

it.each([
  ['OrderPlaced', { lines: [{ product: 'Chai', quantity: '-2' }] }, 'lines.0.quantity', 'invalid_format'],
  ['OrderPlaced', { value: { amount: '1' } }, 'value.currency', 'missing'],
  ['OrderDelivered', { customer: 'u-1' }, 'customer', 'invalid_union'],
  ['UsageMetered', { quantity: '-1' }, 'quantity', 'invalid_format'],
  ['PaymentReceived', { paymentId: undefined }, 'paymentId', 'missing'],
] as const)('names the field and the rule that an invalid %s breaks', (name, parts, field, rule) =>
  expect(commandOf(message(name, parts))).toMatchObject({ code: 'MessageInvalid', field, rule }),
);
