import { bulkOf, commandModules, runProcess } from '@annals/composition';

/** What service does with complaints, and the contacts that it makes. */
export const run = () =>
  runProcess('service', ({ catalogue }) => ({
    modules: commandModules(catalogue, 'service'),
    commands: bulkOf(catalogue),
  }));
