export * as customerCommands from './customer.commands.js';
export { customer } from './customer.decider.js';
export { CustomersModule } from './customers.module.js';
