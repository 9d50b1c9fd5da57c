export { Chart, membersOfDepartment, membersOfTeam } from './chart.js';
export { directory } from './directory.js';
export { apiKeyKey, unitKey, userKey } from './entry.js';
export { workforceOf } from './workforce.js';
export type { DirectoryEntry, DirectoryKey, DirectoryUnit, DirectoryUser } from './entry.js';
