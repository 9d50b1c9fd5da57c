import { RolesGranted, UserAdded, UserDeactivated } from '@annals/contracts-organisation';
import { openFrontDoor } from '../test/front-door.js';
import { DirectoryUsers } from './index.js';

let door: Awaited<ReturnType<typeof openFrontDoor>>;
let users: DirectoryUsers;
beforeEach(async () => {
  door = await openFrontDoor();
  users = new DirectoryUsers(door.organisation);
});
afterEach(() => door.close());

const added = UserAdded.event({ userId: 'u-1', name: 'li.na', displayName: '李娜' });
const granted = RolesGranted.event({ userId: 'u-1', before: [], after: ['sales'] });
const revoked = RolesGranted.event({ userId: 'u-1', before: ['sales'], after: [] });

it('knows a user, with the roles of the moment', async () => {
  expect(await users.find('u-1')).toBeNull();
  await door.organise(added, granted);
  expect(await users.find('u-1')).toEqual({ id: 'u-1', name: 'li.na', roles: ['sales'], active: true });
  await door.organise(revoked);
  expect(await users.find('u-1')).toMatchObject({ roles: [] });
  await door.organise(UserDeactivated.event({ userId: 'u-1', reason: 'left' }));
  expect(await users.find('u-1')).toMatchObject({ active: false });
});

it('does not read the directory again for what happens with customers', async () => {
  await door.organise(added);
  const before = await door.organisation.now();
  await door.happen('customer-u-9', 'u-9', { type: 'CustomerLost', schemaVersion: 1, data: { customerId: 'u-9' } });
  expect(await door.organisation.now()).toBe(before);
  await door.organise(granted);
  expect(await door.organisation.now()).not.toBe(before);
});

it('asks again after a failure', async () => {
  const head = door.log.head.bind(door.log);
  door.log.head = () => Promise.reject(new Error('The disk is gone.'));
  await expect(door.organisation.now()).rejects.toThrow('The disk is gone.');
  door.log.head = head;
  await door.organise(added);
  expect(await users.find('u-1')).toMatchObject({ name: 'li.na' });
});
