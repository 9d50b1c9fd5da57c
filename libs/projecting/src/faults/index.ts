export * from './foreign-events.js';
export * from './log-faults.js';
export * from './log-trouble.js';
