import type { Origin } from '@annals/event-sourcing';

/** The origin of commands in tests. */
export const originOf = (commandId: string): Origin => ({
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' },
});
