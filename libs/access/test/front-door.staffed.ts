import { ComplaintFiled } from '@annals/contracts-complaints';
import { CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealOpened } from '@annals/contracts-deals';
import { DepartmentOpened, RolesGranted, UserAdded, UserPlaced, type Placement } from '@annals/contracts-organisation';
import type { Role } from '@annals/contracts-values';
import type { EventStore } from '@annals/event-sourcing';
import { openFrontDoor } from './front-door.js';

const NOWHERE: Placement = { departmentId: null, teamId: null, positionId: null, regionIds: [] };

const hire = (userId: string, role: Role, placement: Partial<Placement> = {}) => [
  UserAdded.event({ userId, name: userId, displayName: userId }),
  UserPlaced.event({ userId, ...NOWHERE, ...placement, previous: null }),
  RolesGranted.event({ userId, before: [], after: [role] }),
];
export const register = (customerId: string, parts: object = {}) =>
  CustomerRegistered.event({ customerId, profile: { kind: 'person', name: 'P', roles: ['prospect'], ...parts } });
export const own = (customerId: string, owner: string) =>
  OwnerAssigned.event({ customerId, owner: { id: owner }, previous: null });

const terms = { title: 'Tea', value: { amount: '1', currency: 'EUR' }, lines: [], country: null, region: null };
export const openDeal = (dealId: string, customerId: string, owner: string | null) =>
  DealOpened.event({
    ...{ ...terms, dealId, customerId, expectedCloseDate: null, attributes: {}, step: 'need-found' },
    owner: owner === null ? null : { id: owner },
  });
export const complain = (complaintId: string, customerId: string) =>
  ComplaintFiled.event({
    ...{ complaintId, customerId, channel: 'web', category: 'delivery', severity: 'low', subject: 'S', text: '' },
    dueAt: '2026-02-01T00:00:00.000Z',
  });

/** Ann and Bob sell in one team; u-ann and u-bob are theirs, u-free is nobody's and lies in the east, Sue's region. */
export const openDoor = async (stored?: EventStore) => {
  const door = await openFrontDoor(stored);
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
  return door;
};
