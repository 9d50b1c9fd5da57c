import { handle, type Decider, type Event, type Origin } from '@annals/event-sourcing';
import type { MemoryEventStore } from '@annals/store-memory';

type Name = { type: 'Name'; id: string; email: string | null; phone?: string };
type Named = Event<'Named', { email: string | null; phone?: string }>;

export const person: Decider<Name, Named['data'], Named> = {
  stream: ({ id }) => `person-${id}`,
  subject: () => 'customer',
  initial: { email: null },
  decide: {
    Name: ({ email, phone }) => [{ type: 'Named', schemaVersion: 1, data: { email, ...(phone && { phone }) } }],
  },
  evolve: { Named: (_, named) => named },
  identifiers: ({ email, phone }) => [
    ...(email === null ? [] : [{ kind: 'email', value: email }]),
    ...(phone === undefined ? [] : [{ kind: 'phone', value: phone }]),
  ],
};

export const naming = {
  eventId: (name: string) => name,
  blind: (value: string) => Buffer.from(value).toString('hex'),
};

let commands = 0;
export const originOf = (commandId: string): Origin => ({
  commandId,
  actor: 'test',
  occurredAt: '2026-01-05T09:00:00.000Z',
  correlationId: commandId,
  causationId: commandId,
  source: 'test',
});

const namingAt =
  (now?: () => number) =>
  (store: MemoryEventStore, id: string, email: string | null, phone?: string, commandId = `${(commands += 1)}`) =>
    handle(store, person, { type: 'Name', id, email, ...(phone && { phone }) }, originOf(commandId), { naming, now });

/** Gives a person a new e-mail address and phone number. */
export const name = namingAt();

/** The same a day later. */
export const nameTomorrow = namingAt(() => Date.now() + 86_400_000);
