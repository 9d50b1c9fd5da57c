export type { Fault, Operation } from './faults.js';
export { EventStoreDbServer, type EventStoreDbServerOptions } from './server.js';
