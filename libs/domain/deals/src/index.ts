export * as dealCommands from './deal.commands.js';
export { deal } from './deal.decider.js';
export { DealsModule } from './deals.module.js';
