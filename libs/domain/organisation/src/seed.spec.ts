import { namingOf } from '@annals/command-bus';
import { handlersFor, NAMING } from '@annals/command-bus/handlers';
import { EventStore, type Origin } from '@annals/event-sourcing';
import type { Role } from '@annals/contracts-values';
import { MemoryEventStore } from '@annals/store-memory';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import * as accessCommands from './access.commands.js';
import { access } from './access.decider.js';
import { seedOrganisation } from './index.js';
import * as userCommands from './user.commands.js';
import { user } from './user.decider.js';

const open = async () => {
  const store = new MemoryEventStore();
  const testing = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      ...handlersFor(user, Object.values(userCommands)),
      ...handlersFor(access, Object.values(accessCommands)),
      { provide: EventStore, useValue: store },
      { provide: NAMING, useValue: namingOf(new Uint8Array(32)) },
    ],
  }).compile();
  await testing.init();
  return { store, bus: testing.get(CommandBus) };
};
const originOf = (commandId: string): Origin => ({
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'bo', source: 'test', occurredAt: new Date().toISOString() },
});

it('makes the first account an administrator', async () => {
  const { store, bus } = await open();
  await seedOrganisation(bus, 'admin');
  expect(await store.read('user-admin')).toMatchObject([
    { type: 'UserAdded', data: { userId: 'admin', name: 'admin', displayName: 'admin' }, actor: 'system:start' },
  ]);
  expect(await store.read('access')).toMatchObject([
    { type: 'RolesGranted', data: { userId: 'admin', before: [], after: ['administrator'] } },
  ]);
});

it('does nothing at later starts, even if there is another administrator', async () => {
  const { store, bus } = await open();
  await seedOrganisation(bus, 'admin');
  await bus.execute(new userCommands.AddUser({ userId: 'bo', name: 'bo', displayName: 'Bo' }, originOf('add')));
  const grant = (userId: string, roles: Role[], commandId: string) =>
    bus.execute(new accessCommands.GrantRoles({ userId, roles }, originOf(commandId)));
  await grant('bo', ['administrator'], 'grant');
  await grant('admin', [], 'take');
  const head = await store.head();
  await seedOrganisation(bus, 'admin');
  expect(await store.head()).toBe(head);
});
