import { ComplaintFiled } from '@annals/contracts-complaints';
import { CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { DealOpened } from '@annals/contracts-deals';
import {
  DepartmentOpened,
  ORGANISATION,
  PositionDefined,
  RegionOpened,
  RolesGranted,
  TeamFormed,
  UserAdded,
  UserPlaced,
} from '@annals/contracts-organisation';
import type { Role } from '@annals/contracts-values';
import { NO_STREAM, type Event, type EventStore } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';

const place = { departmentId: 'd', teamId: 't', positionId: 'p', regionIds: ['r'] };
const nowhere = { departmentId: null, teamId: null, positionId: null, regionIds: [] };

const hire = (userId: string, roles: readonly Role[], placement: typeof place | typeof nowhere | object) => [
  UserAdded.event({ userId, name: userId, displayName: userId }),
  UserPlaced.event({ userId, ...nowhere, ...placement, previous: null }),
  RolesGranted.event({ userId, before: [], after: [...roles] }),
];

const customer = (customerId: string, owner: string, parts: object = {}) => [
  CustomerRegistered.event({
    customerId,
    profile: { kind: 'person', name: customerId, roles: ['prospect'], ...parts },
  }),
  OwnerAssigned.event({ customerId, owner: { id: owner }, previous: null }),
];
const deal = (customerId: string) =>
  DealOpened.event({
    ...{ dealId: customerId, customerId, title: 'T', value: { amount: '1', currency: 'EUR' }, lines: [], owner: null },
    ...{ country: null, region: null, expectedCloseDate: null, attributes: {}, step: 'need-found' },
  });
const complaint = (customerId: string) =>
  ComplaintFiled.event({
    ...{ complaintId: customerId, customerId, channel: 'web', category: 'c', severity: 'low', subject: 's', text: 't' },
    dueAt: '2026-02-01T00:00:00.000Z',
  });

/** Records an organisation with these people, and customers in every place around them. */
export const tell = async (log: EventStore, people: readonly string[], roles: readonly Role[]) => {
  const record = async (stream: string, subject: string, events: readonly Event[]) => {
    const numbered = recorded(events, { subject }).map((event, index) => ({ ...event, id: `${stream}#${index}` }));
    await log.append(stream, NO_STREAM, numbered);
  };
  await record('organisation', ORGANISATION, [
    DepartmentOpened.event({ departmentId: 'd', name: 'D', parentId: null }),
    TeamFormed.event({ teamId: 't', name: 'T', departmentId: 'd' }),
    RegionOpened.event({ regionId: 'r', name: 'R', parentId: null }),
    PositionDefined.event({ positionId: 'p', name: 'P' }),
    ...people.flatMap((id) =>
      hire(
        id,
        roles.filter((role) => role === id),
        place,
      ),
    ),
    ...hire('mate', [], { ...place, regionIds: [] }),
    ...hire('peer', [], { departmentId: 'd' }),
    ...hire('stranger', [], nowhere),
  ]);
  const customers = [
    ...people.map((id) => ({ id: `own-${id}`, events: customer(`own-${id}`, id) })),
    { id: 'team', events: customer('team', 'mate') },
    { id: 'department', events: customer('department', 'peer') },
    { id: 'region', events: customer('region', 'stranger', { region: 'r' }) },
    { id: 'elsewhere', events: customer('elsewhere', 'stranger') },
  ];
  for (const { id, events } of customers) {
    await record(`customer-${id}`, id, events);
    await record(`deal-${id}`, id, [deal(id)]);
    await record(`complaint-${id}`, id, [complaint(id)]);
  }
};
