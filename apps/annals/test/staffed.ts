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
import { type Account, Tokens } from '@annals/auth';
import { namingOf } from '@annals/command-bus';
import { annalsCatalogue, configurationOf, ServiceModule } from '@annals/composition';
import { NO_STREAM, type Event, type EventStore } from '@annals/event-sourcing';
import { fastifyAdapter, useHttpConventions } from '@annals/http';
import { ProjectionRunner } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { PATIENCE, recorded } from '@annals/testing';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { everything } from '../src/parts.js';
import { Accounts } from './accounts.js';

/** Where a customer is, seen from the users whose roles are tried: every one of them has an own customer. */
export const ROWS = ['own', 'team', 'department', 'region', 'elsewhere'] as const;
export type Row = (typeof ROWS)[number];

/** Whom the customer of a row belongs to, when the user with that role asks. */
export const customerIn = (row: Row, role: string) => (row === 'own' ? `own-${role}` : row);

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

/** All of Annals over stores in memory, with a user for each role and customers in every place around them. */
export const openStaffed = async (roles: readonly Role[]) => {
  const configuration = configurationOf({});
  const [log, documents] = [new MemoryEventStore(), new MemoryDocumentStore()];
  const people = [...roles, 'nobody'];
  const account = (id: string): Account => ({
    ...{ id, name: id, roles: [], password: '', oneTime: false, generation: 1 },
  });
  const records = new MemoryRecordStore();
  const accounts = await Accounts.of(records, people.map(account));
  const key = new Uint8Array(32);
  const engine = {
    ...{ configuration, log, documents, records, accounts, keys: { token: key, blind: key }, naming: namingOf(key) },
    catalogue: annalsCatalogue(configuration),
  };
  await tell(log, people, roles);

  const adapter = fastifyAdapter(configuration);
  const app = await NestFactory.create<NestFastifyApplication>(
    ServiceModule.with(engine, everything(engine)),
    adapter,
    {
      logger: false,
    },
  );
  useHttpConventions(app);
  await app.init();
  const { positions } = app.get(ProjectionRunner);
  for (const { name } of engine.catalogue.views) await positions.passed(name, await log.head(), PATIENCE);

  const tokens = new Tokens(key, 60);
  const issued = await Promise.all(people.map(async (id) => [id, (await tokens.issue(account(id))).token] as const));
  const tokenOf = new Map(issued);
  return {
    app,
    people,
    async ask(person: string | null, method: 'GET' | 'POST' | 'DELETE', url: string, payload: object) {
      const headers = person === null ? {} : { authorization: `Bearer ${tokenOf.get(person)}` };
      const response = await app.inject({ method, url, headers, ...(method === 'POST' ? { payload } : {}) });
      const isJson = `${response.headers['content-type']}`.includes('json');
      const body = isJson ? response.json<{ code?: string; outcomes?: object[] }>() : {};
      return { status: response.statusCode, body };
    },
  };
};

const tell = async (log: EventStore, people: readonly string[], roles: readonly Role[]) => {
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
