import { PROCESSES, runProcess } from '@annals/composition';

/** Carries out the commands of sales: customers, deals, orders and invoices, the organisation. */
export const run = () => runProcess('sales', ({ catalogue }) => PROCESSES.sales(catalogue));
