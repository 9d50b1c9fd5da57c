import { PROCESSES, runProcess } from '@annals/composition';

/** Answers queries about the history: what happened, in which order, and who could see it. */
export const run = () => runProcess('audit', ({ catalogue }) => PROCESSES.audit(catalogue));
