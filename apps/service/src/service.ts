import { PROCESSES, runProcess } from '@annals/composition';

/** Carries out the commands of service: complaints and contacts. */
export const run = () => runProcess('service', ({ catalogue }) => PROCESSES.service(catalogue));
