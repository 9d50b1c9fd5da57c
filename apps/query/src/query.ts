import { PROCESSES, runProcess } from '@annals/composition';

/** Answers queries about customers, deals, complaints and the organisation, now or as of a moment. */
export const run = () => runProcess('query', ({ catalogue }) => PROCESSES.query(catalogue));
