import { daysIn } from '@annals/analytics';
import { namingOf } from '@annals/command-bus';
import type { CustomerProfile, ProfileChanges } from '@annals/contracts-customers';
import { handle, type NewEvent, type Receipt } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { customer, type CustomerCommand } from './customer.decider.js';

const naming = namingOf(Buffer.alloc(32, 1));
const NOW = Date.parse('2026-01-05T09:00:00Z');
const GRACE = 30_000; // ms

/** Fails at the next append to a stream of the category. */
class UnreliableStore extends MemoryEventStore {
  failsAt: string | undefined;

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt> {
    if (!this.failsAt || !stream.startsWith(this.failsAt)) return super.append(stream, expected, events);
    this.failsAt = undefined;
    return Promise.reject(new Error('power cut'));
  }
}

let store: UnreliableStore;
let commands = 0;

const origin = () => {
  const commandId = `command-${(commands += 1)}`;
  const occurredAt = new Date().toISOString();
  return { commandId, correlationId: commandId, causationId: commandId, actor: 'test', source: 'test', occurredAt };
};
const carryOut = (command: CustomerCommand) => handle(store, customer(daysIn('UTC')), command, origin(), { naming });

const register = (customerId: string, identifiers: Partial<CustomerProfile>) =>
  carryOut({
    type: 'RegisterCustomer',
    customerId,
    kind: 'organisation',
    name: customerId,
    roles: ['prospect'],
    ...identifiers,
  });
const change = (customerId: string, changes: ProfileChanges) => carryOut({ type: 'ChangeData', customerId, changes });
const taken = (field: string, by: string) =>
  expect.objectContaining({ code: 'IdentifierTaken', details: { field, holder: `customer-${by}` } }) as Error;

const doNotFake = [
  ...(['nextTick', 'queueMicrotask', 'hrtime', 'performance', 'setImmediate', 'clearImmediate'] as const),
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const),
];
const after = (milliseconds: number) => jest.setSystemTime(NOW + milliseconds);
beforeEach(() => {
  store = new UnreliableStore();
  jest.useFakeTimers({ now: NOW, doNotFake });
});
afterAll(() => jest.useRealTimers());

describe.each([
  ['organisationCode', '91310115-MA1K4C5D78', ' 91310115ma1k4c5d78'],
  ['taxNumber', 'DE 811 907 980', 'de811907980'],
  ['email', 'caigou@hddl.example', 'CaiGou@HDDL.example'],
])('the %s', (field, written, writtenOtherwise) => {
  it('is refused when another customer has it, in any notation', async () => {
    await register('a', { [field]: written });
    after(GRACE);
    await expect(register('b', { [field]: writtenOtherwise })).rejects.toThrow(taken(field, 'a'));
    expect(await store.read('customer-b')).toEqual([]);
  });

  it('is refused in a change, too', async () => {
    await register('a', { [field]: written });
    await register('b', {});
    after(GRACE);
    await expect(change('b', { [field]: writtenOtherwise })).rejects.toThrow(taken(field, 'a'));
  });

  it('stays with a customer who changes its notation', async () => {
    await register('a', { [field]: written });
    await change('a', { [field]: writtenOtherwise });
    after(GRACE);
    await expect(register('b', { [field]: written })).rejects.toThrow(taken(field, 'a'));
  });

  it('is free once its customer has removed it', async () => {
    await register('a', { [field]: written });
    await change('a', { [field]: null });
    expect(await register('b', { [field]: written })).toMatchObject({ stream: 'customer-b', revision: 0 });
  });

  it('is given to only one of two simultaneous registrations', async () => {
    const race = await Promise.allSettled(['a', 'b'].map((id) => register(id, { [field]: written })));
    expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

it.each(['\u200B', '\u00AD', '\u202A', '\u202C', '\u2060', '\u2212', '.', '/', ' '])(
  'is refused with %j inside, when another customer has it without',
  async (inside) => {
    const written = (separator: string) => ({ organisationCode: `91350100${separator}M000100Y43` });
    await register('a', written(''));
    await expect(register('b', written(inside))).rejects.toThrow(taken('organisationCode', 'a'));
  },
);

it('may have the same value as an identifier of another kind', async () => {
  await register('a', { organisationCode: '91310115MA1K4C5D78' });
  await expect(register('b', { taxNumber: '91310115MA1K4C5D78' })).resolves.toMatchObject({ revision: 0 });
});

it('is ignored if it is empty after normalisation', async () => {
  await register('a', { taxNumber: '-' });
  await expect(register('b', { taxNumber: '—' })).resolves.toMatchObject({ revision: 0 });
});

it('treats full-width characters as plain ones', async () => {
  await register('a', { organisationCode: '９１３１０１１５ＭＡ１Ｋ４Ｃ５Ｄ７８' });
  after(GRACE);
  await expect(register('b', { organisationCode: '91310115MA1K4C5D78' })).rejects.toThrow('IdentifierTaken');
});

it('cannot be read from the name of its stream', async () => {
  await register('a', { email: 'li.na@hddl.example' });
  const log = (await Array.fromAsync(store.readAll(0))).flat();
  expect(JSON.stringify(log.filter(({ type }) => type === 'IdentifierReserved'))).not.toContain('li.na');
});

describe('after a crash between reservation and registration', () => {
  beforeEach(async () => {
    store.failsAt = 'customer-';
    await expect(register('a', { email: 'li.na@hddl.example' })).rejects.toThrow('power cut');
  });

  it('the same customer can continue at once', async () => {
    expect(await register('a', { email: 'li.na@hddl.example' })).toMatchObject({ stream: 'customer-a', revision: 0 });
  });

  it('another customer waits until the reservation has timed out', async () => {
    await expect(register('b', { email: 'li.na@hddl.example' })).rejects.toThrow('IdentifierTaken');
    after(GRACE);
    expect(await register('b', { email: 'li.na@hddl.example' })).toMatchObject({ stream: 'customer-b', revision: 0 });
    await expect(register('a', { email: 'li.na@hddl.example' })).rejects.toThrow(taken('email', 'b'));
  });
});

it('becomes free even if a crash prevented its release', async () => {
  await register('a', { email: 'li.na@hddl.example' });
  store.failsAt = 'identifier-';
  await expect(change('a', { email: null })).rejects.toThrow('power cut');
  after(GRACE);
  expect(await register('b', { email: 'li.na@hddl.example' })).toMatchObject({ stream: 'customer-b', revision: 0 });
});
