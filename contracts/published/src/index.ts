export * from './asyncapi.js';
export * from './cloud-event.js';
export { customerProfile, publicChanges } from './customer-profile.js';
export * from './publications.js';
