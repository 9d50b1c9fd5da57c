import { daysIn } from '@annals/analytics';
import { CustomerRegistered, customerStream, CustomerWithdrawn, OwnerAssigned } from '@annals/contracts-customers';
import { handle, type Origin } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { scenarios } from '@annals/testing';
import { customer } from './customer.decider.js';

const decider = customer(daysIn('UTC'));
const given = scenarios(decider);

const customerId = 'u-1';
const profile = { kind: 'person', name: '李娜', roles: ['prospect'], email: 'li@example.com' } as const;
const registered = CustomerRegistered.event({ customerId, profile: { ...profile, roles: ['prospect'] } });
const withdrawn = CustomerWithdrawn.event({ customerId });
const withdraw = { type: 'WithdrawCustomer', customerId } as const;

describe('the registration of a customer', () => {
  it('is taken back', () => given(registered).when(withdraw).then(withdrawn));
  it('is taken back once', () => given(registered, withdrawn).when(withdraw).thenNothing());

  it('leaves nothing behind', () =>
    given(registered, OwnerAssigned.event({ customerId, owner: { id: 'anna' }, previous: null }), withdrawn)
      .when({ type: 'RegisterCustomer', customerId, ...profile, name: '王芳', roles: ['prospect'] })
      .then(CustomerRegistered.event({ customerId, profile: { ...profile, name: '王芳', roles: ['prospect'] } })));

  it('gives its unique values back', async () => {
    const log = new MemoryEventStore();
    const naming = { eventId: (name: string) => name, blind: (value: string) => value };
    const send = (command: Parameters<typeof decider.stream>[0], commandId: string) => {
      const occurredAt = '2026-01-05T09:00:00.000Z';
      const origin: Origin = { commandId, actor: 'a', occurredAt, correlationId: 'c', causationId: 'c', source: 's' };
      return handle(log, decider, command, origin, { naming });
    };
    const other = { type: 'RegisterCustomer', ...profile, roles: ['prospect'] } as const;
    await send({ ...other, customerId, roles: ['prospect'] }, '1');
    await expect(send({ ...other, customerId: 'u-2', roles: ['prospect'] }, '2')).rejects.toThrow();
    await send(withdraw, '3');
    await send({ ...other, customerId: 'u-2', roles: ['prospect'] }, '4');
    expect((await log.read(customerStream('u-2'))).map(({ type }) => type)).toEqual(['CustomerRegistered']);
  });
});
