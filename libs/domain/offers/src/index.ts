export * from './offer.commands.js';
export { offer } from './offer.decider.js';
export { offers } from './slice.js';
