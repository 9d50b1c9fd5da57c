export { Chart, membersOfDepartment, membersOfTeam } from './chart.js';
export { directory, plain } from './directory.js';
export { apiKeyKey, unitKey, userKey } from './entry.js';
export type { DirectoryEntry, DirectoryKey, DirectoryUnit, DirectoryUser } from './entry.js';
