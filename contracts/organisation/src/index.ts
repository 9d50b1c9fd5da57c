import { unitContracts, type UnitEvent } from './units.js';
import { accessContracts, apiKeyContracts, profileContracts } from './users.js';
import type { AccessEvent, ApiKeyEvent, ProfileEvent } from './users.js';

export * from './hand-over.js';
export * from './units.js';
export * from './users.js';

/** The subject of all these events; it is not a valid id of a customer. */
export const ORGANISATION = '@organisation';

export const organisationContracts = [
  ...unitContracts,
  ...profileContracts,
  ...accessContracts,
  ...apiKeyContracts,
] as const;
export type OrganisationEvent = UnitEvent | ProfileEvent | AccessEvent | ApiKeyEvent;
