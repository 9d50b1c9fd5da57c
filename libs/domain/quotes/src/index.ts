export * from './quote.commands.js';
export { quoteBy } from './quote.decider.js';
export { quotes } from './slice.js';
