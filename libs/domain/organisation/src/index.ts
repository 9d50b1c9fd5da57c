import * as accessCommands from './access.commands.js';
import * as unitCommands from './unit.commands.js';
import * as userCommands from './user.commands.js';

export { access } from './access.decider.js';
export * as apiKeyCommands from './api-key.commands.js';
export { apiKey } from './api-key.decider.js';
export { OrganisationHandlersModule, OrganisationModule } from './organisation.module.js';
export { seedOrganisation } from './seed.js';
export { unit } from './unit.decider.js';
export { user } from './user.decider.js';

/** What people and programs may send; API keys are issued where the secret is made. */
export const organisationCommands = { ...unitCommands, ...userCommands, ...accessCommands };
