import type { NewEvent } from '@annals/event-sourcing';

const origin = { actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' };
const command = { commandId: 'command', correlationId: 'command', causationId: 'command' };

/** An event ready for a log, told from others by its id. */
export const newEvent = (id: string, type = 'Noted'): NewEvent => ({
  ...origin,
  ...command,
  id,
  type,
  schemaVersion: 1,
  subject: 'customer',
  data: { note: id },
});
