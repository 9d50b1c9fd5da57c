import { EventStore, type CommandOf, type Decider, type Event, type Origin } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { commandTracing, handlersFor, NAMING, streamOf, type TracedCommand } from './handlers.js';
import { command, namingOf } from './index.js';

class Knock extends command(
  'Knock',
  { door: z.string() },
  { post: 'doors/:door/knock', summary: { en: 'Knock at a door', zh: '敲门' }, needs: 'doors.write', about: null },
) {}

type Rules = Decider<CommandOf<{ Knock: typeof Knock }>, null, Event<'Knocked'>>;

const rules: Rules = {
  stream: ({ door }) => `door-${door}`,
  subject: () => 'nobody',
  initial: null,
  decide: { Knock: () => [{ type: 'Knocked', schemaVersion: 1, data: {} }] },
  evolve: { Knocked: () => null },
};

const store = new MemoryEventStore();
let bus: CommandBus;
beforeAll(async () => {
  const testing = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      ...handlersFor(rules, [Knock]),
      { provide: EventStore, useValue: store },
      { provide: NAMING, useValue: namingOf(Buffer.alloc(32)) },
    ],
  }).compile();
  await testing.init();
  bus = testing.get(CommandBus);
});

const origin = (commandId: string): Origin => ({
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' },
});
const knock = (door: string, fields: { expectedRevision?: number } = {}, id = door) =>
  new Knock({ door, ...fields }, origin(id));

it('carries a command out under its rules', async () => {
  expect(await bus.execute(knock('a'))).toEqual({ stream: 'door-a', revision: 0, position: 1 });
  expect(await store.read('door-a')).toMatchObject([{ type: 'Knocked', data: {}, actor: 'test' }]);
});

it('honours the revision that a command expects', async () => {
  await expect(bus.execute(knock('b', { expectedRevision: 3 }))).rejects.toThrow('has changed since revision 3');
});

it('knows the stream of a command', () => {
  expect(streamOf(knock('c'))).toBe('door-c');
  expect(streamOf({})).toBeUndefined();
});

it('can be watched', async () => {
  const seen: TracedCommand[] = [];
  const watch = (traced: unknown) => void seen.push(traced as TracedCommand);
  commandTracing.asyncEnd.subscribe(watch);
  await bus.execute(knock('d'));
  await bus.execute(knock('d', { expectedRevision: 7 }, 'd2')).catch(() => undefined);
  commandTracing.asyncEnd.unsubscribe(watch);
  expect(seen).toMatchObject([{ type: 'Knock' }, { type: 'Knock', error: { expected: 7 } }]);
});
