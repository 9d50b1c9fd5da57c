export type { Fault, Operation } from './faults.js';
export type { EventStoreDbServerOptions } from './options.js';
export { EventStoreDbServer } from './server.js';
export { VERSIONS, type Version } from './versions.js';
