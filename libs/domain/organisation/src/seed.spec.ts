import { handlersFor, NAMING, namingOf } from '@annals/command-bus';
import { Configuration, loadConfiguration } from '@annals/configuration';
import { EventStore } from '@annals/event-sourcing';
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
      ...handlersFor(user, userCommands),
      ...handlersFor(access, accessCommands),
      { provide: EventStore, useValue: store },
      { provide: NAMING, useValue: namingOf(new Uint8Array(32)) },
      { provide: Configuration, useValue: loadConfiguration({}) },
    ],
  }).compile();
  await testing.init();
  return { store, bus: testing.get(CommandBus) };
};
const origin = { actor: 'bo', commandId: 'later', occurredAt: new Date().toISOString() };

it('makes the first account a user who is an administrator', async () => {
  const { store, bus } = await open();
  await seedOrganisation(bus, 'admin');
  expect(await store.read('user-admin')).toMatchObject([
    { type: 'UserAdded', data: { userId: 'admin', name: 'admin', displayName: 'admin' }, actor: 'system:start' },
  ]);
  expect(await store.read('access')).toMatchObject([
    { type: 'RolesGranted', data: { userId: 'admin', before: [], after: ['administrator'] } },
  ]);
});

it('does nothing at the next start, even if another has taken over', async () => {
  const { store, bus } = await open();
  await seedOrganisation(bus, 'admin');
  const add = { userId: 'bo', name: 'bo', displayName: 'Bo', origin: { ...origin, commandId: 'add' } };
  await bus.execute(Object.assign(new userCommands.AddUser(), add));
  const grant = (userId: string, roles: string[], commandId: string) =>
    bus.execute(Object.assign(new accessCommands.GrantRoles(), { userId, roles, origin: { ...origin, commandId } }));
  await grant('bo', ['administrator'], 'grant');
  await grant('admin', [], 'take');
  const head = await store.head();
  await seedOrganisation(bus, 'admin');
  expect(await store.head()).toBe(head);
});
