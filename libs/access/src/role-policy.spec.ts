import { CustomerDataChanged } from '@annals/contracts-customers';
import { RolesGranted, UserDeactivated } from '@annals/contracts-organisation';
import { EventStoreDecorator } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { appendTo } from '@annals/testing';
import { once } from 'node:events';
import { openDoor, own } from '../test/front-door.staffed.js';

/** A log that tells nobody of what other processes append. */
class Unfollowed extends EventStoreDecorator {
  override async *follow(_after: number, signal: AbortSignal) {
    if (!signal.aborted) await once(signal, 'abort');
    yield* [];
  }
}

let door: Awaited<ReturnType<typeof openDoor>>;
beforeEach(async () => (door = await openDoor()));
afterEach(() => door.close());

describe('a command', () => {
  it.each([
    ['ann', 'ChangeData', 'u-ann', 'welcome'],
    ['ann', 'MakeContact', 'u-ann', 'welcome'],
    ['ann', 'OpenDeal', 'u-ann', 'welcome'],
    ['ann', 'FileComplaint', 'u-ann', 'welcome'],
    ['ann', 'AssignOwner', 'u-ann', 'NotAllowed'],
    ['ann', 'ChangeData', 'u-bob', 'OutOfScope'],
    ['ann', 'MakeContact', 'u-bob', 'welcome'], // whoever picks up the phone
    ['ann', 'FileComplaint', 'u-bob', 'welcome'],
    ['ann', 'MakeContact', 'u-free', 'CustomerNotFound'],
    ['ann', 'OpenDeal', 'u-bob', 'OutOfScope'],
    ['ann', 'ChangeData', 'u-free', 'CustomerNotFound'],
    ['ann', 'ChangeData', 'u-nobody', 'CustomerNotFound'],
    ['ann', 'OpenDeal', 'u-nobody', 'CustomerNotRegistered'],
    ['max', 'AssignOwner', 'u-ann', 'welcome'],
    ['max', 'AssignOwner', 'u-free', 'CustomerNotFound'],
    ['sue', 'ChangeData', 'u-free', 'welcome'],
    ['sue', 'MakeContact', 'u-free', 'welcome'],
    ['sue', 'OpenDeal', 'u-free', 'NotAllowed'],
    ['sue', 'ChangeData', 'u-ann', 'CustomerNotFound'],
    ['nobody', 'ChangeData', 'u-ann', 'NotAllowed'],
    ['ann', 'Conquer', 'u-ann', 'NotAllowed'],
  ])('of %s, %s of %s, is answered %s', async (userId, type, customerId, answer) =>
    expect(await door.ask(userId, type, { customerId })).toBe(answer),
  );

  it.each([
    ['max', 'u-ann', 'u-bob', 'welcome'],
    ['ann', 'u-ann', 'u-bob', 'OutOfScope'],
    ['ann', 'u-ann', 'u-free', 'CustomerNotRegistered'],
    ['ann', 'u-free', 'u-ann', 'CustomerNotFound'],
    ['lea', 'u-ann', 'u-bob', 'NotAllowed'],
  ])(
    'of %s about the pair %s and %s is answered %s, as the right has to hold for both',
    async (who, one, other, answer) =>
      expect(await door.ask(who, 'FindDifferent', { customerId: one, otherId: other, reason: 'x' })).toBe(answer),
  );

  it('about the organisation is for administrators', async () => {
    expect(await door.ask('max', 'AddUser', { userId: 'u' })).toBe('NotAllowed');
    expect(await door.ask('admin', 'AddUser', { userId: 'u' }, ['administrator'])).toBe('welcome');
  });

  it('whose stream nobody knows is about nothing', async () => {
    const asked = { type: 'ChangeData', stream: undefined, fields: { customerId: 'u-ann' } };
    await expect(door.policy.admit({ id: 'ann', name: 'ann', roles: [] }, asked)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('follows a customer that moves to another region', async () => {
    const changes = [{ field: 'region', before: 'east', after: 'west' }];
    const moved = { customerId: 'u-free', changes, reason: null, source: null, effectiveDate: '2026-01-01' };
    await door.happen('customer-u-free', 'u-free', CustomerDataChanged.event(moved));
    expect(await door.ask('sue', 'ChangeData', { customerId: 'u-free' })).toBe('CustomerNotFound');
  });

  it('follows the hand-over of a customer at once', async () => {
    await door.happen('customer-u-ann', 'u-ann', own('u-ann', 'bob'));
    expect(await door.ask('ann', 'ChangeData', { customerId: 'u-ann' })).toBe('OutOfScope');
    expect(await door.ask('bob', 'ChangeData', { customerId: 'u-ann' })).toBe('welcome');
  });

  it('follows roles at once', async () => {
    expect(await door.ask('bob', 'ChangeData', { customerId: 'u-bob' })).toBe('welcome');
    await door.organise(RolesGranted.event({ userId: 'bob', before: ['sales'], after: ['analyst'] }));
    expect(await door.ask('bob', 'ChangeData', { customerId: 'u-bob' }, ['sales'])).toBe('NotAllowed');
    await door.organise(UserDeactivated.event({ userId: 'max', reason: 'left' }));
    expect(await door.ask('max', 'AssignOwner', { customerId: 'u-ann' })).toBe('NotAllowed');
  });
});

describe('beside another process', () => {
  it('refuses no command for a right that was given there a moment ago', async () => {
    const stored = new Unfollowed(new MemoryEventStore());
    const apart = await openDoor(stored);
    expect(await apart.ask('sue', 'OpenDeal', { customerId: 'u-free' })).toBe('NotAllowed');
    expect(await apart.ask('sue', 'ChangeData', { customerId: 'u-ann' })).toBe('CustomerNotFound');
    await appendTo(
      stored,
      RolesGranted.event({ userId: 'sue', before: ['service'], after: ['manager', 'administrator'] }),
    );
    expect(await apart.ask('sue', 'OpenDeal', { customerId: 'u-free' })).toBe('welcome');
    expect(await apart.ask('sue', 'ChangeData', { customerId: 'u-ann' })).toBe('welcome');
    await apart.close();
  });
});

describe('a route', () => {
  const needing = (roles: readonly string[], needs?: string) =>
    door.policy.allows({ id: 'zoe', name: 'zoe', roles }, { method: 'GET', path: '/v1', params: {}, needs });

  it.each([
    [['analyst'], 'customers.read', true],
    [['analyst'], 'personal.read', false],
    [['integration'], 'reports.read', false],
    [[], 'signed-in', true],
    [[], 'each', true],
    [[], 'customers.read', false],
    [['administrator'], undefined, false],
    [['administrator'], 'secrets.read', false],
    [['administrator'], 'constructor', false],
  ])('is, for %j, open with the right %s: %s', async (roles, needs, allowed) =>
    expect(await needing(roles, needs)).toBe(allowed),
  );
});
