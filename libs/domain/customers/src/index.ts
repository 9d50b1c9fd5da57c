export * as customerCommands from './customer.commands.js';
export { customer } from './customer.decider.js';
export { CustomerHandlersModule, CustomersModule } from './customers.module.js';
