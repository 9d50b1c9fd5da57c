import { ComplaintAssigned } from '@annals/contracts-complaints';
import { CallerIdentified, UnknownCallerContacted } from '@annals/contracts-contacts';
import { DealChanged } from '@annals/contracts-deals';
import { complain, openDeal, openDoor, own, register } from '../test/front-door.staffed.js';

let door: Awaited<ReturnType<typeof openDoor>>;
beforeEach(async () => (door = await openDoor()));
afterEach(() => door.close());

describe('a new customer', () => {
  it('belongs to the user who registers it, until another user owns it', async () => {
    expect(await door.ask('ann', 'RegisterCustomer', { customerId: 'u-new' })).toBe('welcome');
    await door.registeredBy('ann', 'u-new', register('u-new'));
    expect(await door.ask('ann', 'RegisterCustomer', { customerId: 'u-new' })).toBe('welcome');
    expect(await door.ask('ann', 'ChangeData', { customerId: 'u-new' })).toBe('welcome');
    await door.happen('customer-u-new', 'u-new', own('u-new', 'bob'));
    expect(await door.ask('ann', 'ChangeData', { customerId: 'u-new' })).toBe('OutOfScope');
  });

  it('does not get the id of one that is out of sight', async () =>
    expect(await door.ask('ann', 'RegisterCustomer', { customerId: 'u-free' })).toBe('CustomerAlreadyRegistered'));

  it('is registered in the role for it', async () =>
    expect(await door.ask('lea', 'RegisterCustomer', { customerId: 'u-new' }, ['analyst'])).toBe('NotAllowed'));
});

describe('a deal or a complaint', () => {
  beforeEach(async () => {
    await door.happen('deal-d-1', 'u-free', openDeal('d-1', 'u-free', null));
    await door.happen('complaint-c-1', 'u-free', complain('c-1', 'u-free'));
  });

  it('is out of sight with its customer', async () => {
    expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-1' })).toBe('DealNotFound');
    expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-9' })).toBe('DealNotFound');
    expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-9', customerId: 'u-ann' })).toBe('DealNotFound');
    expect(await door.ask('ann', 'ResolveComplaint', { complaintId: 'c-1' })).toBe('ComplaintNotFound');
  });

  it.each([
    ['OpenDeal', { dealId: 'd-1' }],
    ['FileComplaint', { complaintId: 'c-1' }],
  ])('of %s does not get the id of one that is out of sight', async (type, id) => {
    expect(await door.ask('ann', type, { ...id, customerId: 'u-ann' })).toBe('IdTaken');
    expect(await door.ask('ann', type, { ...id, customerId: 'u-free' })).toBe('CustomerNotRegistered');
    expect(await door.ask('ann', type, { ...id, customerId: 'u-none' })).toBe('CustomerNotRegistered');
  });

  it('is accessible to its responsible employee', async () => {
    const after = { owner: { id: 'ann' } };
    const change = DealChanged.event({
      dealId: 'd-1',
      customerId: 'u-free',
      before: { owner: null },
      after,
      reason: null,
    });
    await door.happen('deal-d-1', 'u-free', change);
    expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-1' })).toBe('welcome');
    expect(await door.ask('bob', 'CloseDeal', { dealId: 'd-1' })).toBe('OutOfScope');

    const assignee = { id: 'bob' };
    const assigned = { complaintId: 'c-1', customerId: 'u-free', assignee, previous: null };
    await door.happen('complaint-c-1', 'u-free', ComplaintAssigned.event(assigned));
    expect(await door.ask('bob', 'ResolveComplaint', { complaintId: 'c-1' })).toBe('welcome');
    expect(await door.ask('bob', 'ChangeData', { customerId: 'u-free' })).toBe('CustomerNotFound');
  });
});

it('a record without a customer is judged by the customer that the command names', async () => {
  await door.happen('complaint-c-7', '@callers', complain('c-7', 'u-ann'));
  expect(await door.ask('ann', 'FileComplaint', { complaintId: 'c-7', customerId: 'u-ann' })).toBe('welcome');
  expect(await door.ask('ann', 'FileComplaint', { complaintId: 'c-7', customerId: 'u-free' })).toBe(
    'CustomerNotRegistered',
  );
});

describe('the record of an unknown caller', () => {
  const call = UnknownCallerContacted.event({
    ...{ callerId: 'l-1', channel: 'phone', purpose: 'service', summary: 'Asked.', outcome: 'reached' },
    ...{ response: 'none', contactedAt: '2026-01-05T09:00:00.000Z', contactedBy: { id: 'zoe' } },
  });
  const close = { callerId: 'l-1', reason: 'Dialled a wrong number.' };
  beforeEach(() => door.happen('caller-l-1', '@caller', call));

  it('is for everyone with the right, until it is of a customer', async () => {
    expect(await door.ask('ann', 'CloseCaller', close)).toBe('welcome');
    for (const [customerId, answer] of [
      ['u-ann', 'welcome'],
      ['u-free', 'CallerUnknown'],
    ] as const) {
      const identified = { callerId: 'l-1', contactId: 'caller:l-1', customerId, channel: 'phone' } as const;
      const at = { contactedAt: '2026-01-05T09:00:00.000Z', contactedBy: { id: 'zoe' } };
      await door.happen('caller-l-1', customerId, CallerIdentified.event({ ...identified, ...at }));
      expect(await door.ask('ann', 'CloseCaller', close)).toBe(answer);
      expect(await door.ask('ann', 'IdentifyCaller', { callerId: 'l-1', customerId: 'u-ann' })).toBe(answer);
    }
  });
});
