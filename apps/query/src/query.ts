import { QueriesModule } from '@annals/queries';
import { runProcess } from '@annals/composition';

/** What is known of customers, deals, complaints and the organisation, now or at a moment. */
export const run = () => runProcess('query', () => ({ modules: [QueriesModule] }));
