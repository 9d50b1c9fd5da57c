export * from './log-faults.js';
