export * as accountCommands from './accounts.commands.js';
export { commandOf, customerCodeIn, type InboundCommand, type Message, type Refusal } from './accounts.inbound.js';
export { AccountHandlersModule, AccountsModule } from './accounts.module.js';
export { invoice } from './invoice.decider.js';
export { meter } from './meter.decider.js';
export { order } from './order.decider.js';
