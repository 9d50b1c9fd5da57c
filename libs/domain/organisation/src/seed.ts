import type { Origin, Receipt } from '@annals/event-sourcing';
import type { Command, CommandBus } from '@nestjs/cqrs';
import { GrantRoles } from './access.commands.js';
import { AddUser } from './user.commands.js';

/**
 * Adds the first account as a user of the organisation with the role of an administrator. Repeating it does nothing, even
 * if that user has changed since.
 */
export const seedOrganisation = async (commands: CommandBus, userId: string): Promise<void> => {
  const seed = (make: (origin: Origin) => Command<Receipt>, type: string) =>
    commands.execute(make(originOf(`seed/${type}/${userId}`)));
  await seed((origin) => new AddUser({ userId, name: userId, displayName: userId }, origin), AddUser.type);
  await seed((origin) => new GrantRoles({ userId, roles: ['administrator'] }, origin), GrantRoles.type);
};

const originOf = (commandId: string): Origin => ({
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'system:start', source: 'start', occurredAt: new Date().toISOString() },
});
