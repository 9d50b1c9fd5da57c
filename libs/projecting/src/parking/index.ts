export { type Parked, parkedPage } from './parked.js';
export { type Decision, parkedKeys, retryParked, skipParked } from './parking.js';
export * from './parking-errors.js';
export { keepSkips, type Skip, skipsOf } from './skips.js';
export type { Failure } from './failure.js';
