import type { Event, NewEvent } from '@annals/event-sourcing';
import { v5 } from 'uuid';

const origin = { actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' };
const command = { commandId: 'command', correlationId: 'command', causationId: 'command' };

/** A new event with a distinct id. */
export const newEvent = (id: string, type = 'Noted'): NewEvent => ({
  ...origin,
  ...command,
  id,
  type,
  schemaVersion: 1,
  subject: 'customer',
  data: { note: id },
});

const NAMES = '7b3c1f5e-52c5-4f0e-9a53-2f6d0a4c9d11';

/** As `newEvent`, for logs that require UUIDs: the id is a UUIDv5 of the name. */
export const named = (name: string, type?: string): NewEvent => ({ ...newEvent(name, type), id: v5(name, NAMES) });

/** The names of events that `named` made. */
export const namesOf = (events: readonly Event[]): string[] =>
  events.map(({ data }) => (data as { readonly note: string }).note);
