import { daysIn } from '@annals/analytics';
import { namingOf } from '@annals/command-bus';
import { handle } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { customer, type CustomerCommand } from './customer.decider.js';

const decider = customer(daysIn('UTC'));
const naming = namingOf(Buffer.alloc(32, 1));
const taken = expect.objectContaining({ code: 'IdentifierTaken' }) as Error;
const email = 'new@hddl.example';

let store: MemoryEventStore;
let commands = 0;
beforeEach(() => (store = new MemoryEventStore()));
afterAll(() => jest.useRealTimers());

const carryOut = (command: CustomerCommand) => {
  const commandId = `command-${(commands += 1)}`;
  const ids = { commandId, correlationId: commandId, causationId: commandId };
  const origin = { ...ids, actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' };
  return handle(store, decider, command, origin, { naming });
};

const register = (customerId: string, own?: string) =>
  carryOut({
    ...{ type: 'RegisterCustomer', customerId, kind: 'person', name: customerId, roles: ['prospect'] },
    ...(own && { email: own }),
  });
const changeLater = (customerId: string, after: string | null) =>
  carryOut({ type: 'ChangeData', customerId, changes: { email: after }, effectiveDate: '2030-01-01' });
const apply = (customerId: string) => carryOut({ type: 'ApplyDataChange', customerId, number: 1 });

/** Late enough that every reservation in progress has timed out. */
const later = () => jest.useFakeTimers({ now: Date.now() + 60_000, doNotFake: ['setImmediate', 'nextTick'] });

it('is reserved as soon as a later change is accepted, so that the change can take effect', async () => {
  await register('a', 'old@hddl.example');
  await changeLater('a', email);
  later();
  await expect(register('b', email)).rejects.toThrow(taken);
  await expect(apply('a')).resolves.toMatchObject({ revision: 2 });
});

it('is refused in a later change if another customer has it', async () => {
  await register('a', email);
  await register('b');
  later();
  await expect(changeLater('b', email)).rejects.toThrow(taken);
});

it('is released on the day of the change, not before', async () => {
  await register('a', email);
  await changeLater('a', null);
  later();
  await expect(register('b', email)).rejects.toThrow(taken);
  await apply('a');
  await expect(register('b', email)).resolves.toMatchObject({ revision: 0 });
});
