export * from './invoice.commands.js';
export * from './meter.commands.js';
export * from './order.commands.js';
