import { handlersFor } from '@annals/command-bus';
import { Module } from '@nestjs/common';
import * as accessCommands from './access.commands.js';
import { access } from './access.decider.js';
import * as apiKeyCommands from './api-key.commands.js';
import { apiKey } from './api-key.decider.js';
import { OrganisationController } from './organisation.controller.js';
import * as unitCommands from './unit.commands.js';
import { unit } from './unit.decider.js';
import * as userCommands from './user.commands.js';
import { user } from './user.decider.js';
import { UsersController } from './users.controller.js';

/** What carries the commands out. The process that imports it provides the bus, an EventStore, the naming and the configuration. */
@Module({
  providers: [
    ...handlersFor(unit, unitCommands),
    ...handlersFor(user, userCommands),
    ...handlersFor(access, accessCommands),
    ...handlersFor(apiKey, apiKeyCommands),
  ],
})
export class OrganisationHandlersModule {}

@Module({ imports: [OrganisationHandlersModule], controllers: [OrganisationController, UsersController] })
export class OrganisationModule {}
