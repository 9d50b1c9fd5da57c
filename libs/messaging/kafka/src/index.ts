export type { KafkaOptions } from './connections.js';
export { deadLettersOf } from './dead-letters.js';
export * from './gateway-options.js';
export * from './gateway.js';
export { sourceIdOf, type Handled, type Inbound, type Rejected } from './inbound.js';
export * from './relay.js';
export type { RelayOptions } from './relay-options.js';
