import { AuditModule } from '@annals/queries';
import { runProcess } from '@annals/composition';

/** What has happened, in which order, and who could see it. */
export const run = () => runProcess('audit', ({ catalogue }) => ({ modules: [AuditModule.with(catalogue.contracts)] }));
