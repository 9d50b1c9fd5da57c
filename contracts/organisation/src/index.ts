import { unitContracts, type UnitEvent } from './units.js';
import { accessContracts, apiKeyContracts, profileContracts } from './users.js';
import type { AccessEvent, ApiKeyEvent, ProfileEvent } from './users.js';

export * from './organisation.problems.js';
export * from './units.js';
export * from './users.js';

/** The subject of all these events: no customer, and no id that a customer may have. */
export const ORGANISATION = '@organisation';

export const organisationContracts = [
  ...unitContracts,
  ...profileContracts,
  ...accessContracts,
  ...apiKeyContracts,
] as const;
export type OrganisationEvent = UnitEvent | ProfileEvent | AccessEvent | ApiKeyEvent;
