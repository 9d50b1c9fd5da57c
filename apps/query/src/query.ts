import { QueriesModule } from '@annals/queries';
import { ReadingModule } from '@annals/reading';
import { runProcess } from '@annals/composition';

/** What is known of customers, deals, complaints and the organisation, now or at a moment. */
export const run = () =>
  runProcess('query', ({ catalogue }) => ({
    modules: [QueriesModule.with(catalogue.contracts), ReadingModule.with(catalogue.views)],
  }));
