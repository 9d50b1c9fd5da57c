import { bulkOf, commandModules, runProcess } from '@annals/composition';

/** What sales does with customers and deals, and what their orders and invoices say. */
export const run = () =>
  runProcess('sales', ({ catalogue }) => ({
    modules: commandModules(catalogue, 'sales'),
    commands: bulkOf(catalogue),
  }));
