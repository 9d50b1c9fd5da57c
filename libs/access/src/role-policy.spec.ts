import { ComplaintAssigned, ComplaintFiled } from '@annals/contracts-complaints';
import { CustomerDataChanged, CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealChanged, DealOpened } from '@annals/contracts-deals';
import {
  DepartmentOpened,
  RolesGranted,
  UserAdded,
  UserDeactivated,
  UserPlaced,
  type Placement,
  type Role,
} from '@annals/contracts-organisation';
import { openFrontDoor } from '../test/front-door.js';

let door: Awaited<ReturnType<typeof openFrontDoor>>;
beforeEach(async () => (door = await openFrontDoor()));
afterEach(() => door.close());

const NOWHERE: Placement = { departmentId: null, teamId: null, positionId: null, regionIds: [] };

const hire = (userId: string, role: Role, placement: Partial<Placement> = {}) => [
  UserAdded.event({ userId, name: userId, displayName: userId }),
  UserPlaced.event({ userId, ...NOWHERE, ...placement, previous: null }),
  RolesGranted.event({ userId, before: [], after: [role] }),
];
const register = (customerId: string, parts: object = {}) =>
  CustomerRegistered.event({ customerId, profile: { kind: 'person', name: 'P', roles: ['prospect'], ...parts } });
const own = (customerId: string, owner: string) =>
  OwnerAssigned.event({ customerId, owner: { id: owner }, previous: null });

const terms = { title: 'Tea', value: { amount: '1', currency: 'EUR' }, lines: [], country: null, region: null };
const openDeal = (dealId: string, customerId: string, owner: string | null) =>
  DealOpened.event({
    ...{ ...terms, dealId, customerId, expectedCloseDate: null, attributes: {}, step: 'need-found' },
    owner: owner === null ? null : { id: owner },
  });
const complain = (complaintId: string, customerId: string) =>
  ComplaintFiled.event({
    ...{ complaintId, customerId, channel: 'web', category: 'delivery', severity: 'low', subject: 'S', text: '' },
    dueAt: '2026-02-01T00:00:00.000Z',
  });

/** Ann and Bob sell in one team; u-ann and u-bob are theirs, u-free is nobody's and lies in the east, Sue's region. */
const open = async () => {
  await door.organise(
    DepartmentOpened.event({ departmentId: 'sales', name: 'Sales', parentId: null }),
    ...hire('ann', 'sales', { departmentId: 'sales', teamId: 't-1' }),
    ...hire('bob', 'sales', { departmentId: 'sales', teamId: 't-1' }),
    ...hire('max', 'manager', { departmentId: 'sales' }),
    ...hire('sue', 'service', { regionIds: ['east'] }),
  );
  await door.happen('customer-u-ann', 'u-ann', register('u-ann'), own('u-ann', 'ann'));
  await door.happen('customer-u-bob', 'u-bob', register('u-bob'), own('u-bob', 'bob'));
  await door.happen('customer-u-free', 'u-free', register('u-free', { region: 'east' }));
};

describe('a command', () => {
  beforeEach(open);

  it.each([
    ['ann', 'ChangeData', 'u-ann', 'welcome'],
    ['ann', 'MakeContact', 'u-ann', 'welcome'],
    ['ann', 'OpenDeal', 'u-ann', 'welcome'],
    ['ann', 'FileComplaint', 'u-ann', 'welcome'],
    ['ann', 'AssignOwner', 'u-ann', 'NotAllowed'],
    ['ann', 'ChangeData', 'u-bob', 'OutOfScope'],
    ['ann', 'OpenDeal', 'u-bob', 'OutOfScope'],
    ['ann', 'ChangeData', 'u-free', 'CustomerNotFound'],
    ['ann', 'ChangeData', 'u-nobody', 'CustomerNotFound'],
    ['ann', 'OpenDeal', 'u-nobody', 'CustomerNotFound'],
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

describe('a new customer', () => {
  beforeEach(open);

  it('belongs to whoever registers it, until somebody else owns it', async () => {
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
    await open();
    await door.happen('deal-d-1', 'u-free', openDeal('d-1', 'u-free', null));
    await door.happen('complaint-c-1', 'u-free', complain('c-1', 'u-free'));
  });

  it('is out of sight with its customer', async () => {
    expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-1' })).toBe('DealNotFound');
    expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-9' })).toBe('DealNotFound');
    expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-9', customerId: 'u-ann' })).toBe('DealNotFound');
    expect(await door.ask('ann', 'ResolveComplaint', { complaintId: 'c-1' })).toBe('ComplaintNotFound');
  });

  it('is open to whoever looks after it', async () => {
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

describe('a route', () => {
  const at = (roles: readonly string[], method: string, path: string) =>
    door.policy.allows({ id: 'zoe', name: 'zoe', roles }, { method, path, params: {} });

  it.each([
    [['analyst'], 'GET', '/v1/customers', true],
    [['analyst'], 'HEAD', '/v1/customers', true],
    [['analyst'], 'GET', '/v1/customers/by-phone/:number', false],
    [['integration'], 'GET', '/v1/reports', false],
    [[], 'GET', '/v1/access', true],
    [[], 'POST', '/v1/commands', true],
    [[], 'GET', '/v1/customers', false],
    [['administrator'], 'DELETE', '/v1/customers', false],
    [['administrator'], 'GET', '/v1/secrets', false],
    [['administrator'], 'GET', '/constructor', false],
  ])('is, for %j, %s %s: %s', async (roles, method, path, allowed) =>
    expect(await at(roles, method, path)).toBe(allowed),
  );
});
