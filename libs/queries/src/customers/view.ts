import type { Permission } from '@annals/access';
import { invoiceContracts, meterContracts, orderContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { dealContracts } from '@annals/contracts-deals';
import type { Complaints, Customer360, Deals, Logistics, MeterUse } from '@annals/projections-customers';
import { financeOn, type FinanceView } from './finance.js';
import { standingOf, type LifecycleStanding } from './lifecycle.js';

/** The whole customer on one page. What the caller has no permission for is `null`, and not among the events either. */
export type CustomerView = Omit<Customer360, 'lifecycle' | Part> & {
  readonly lifecycle: LifecycleStanding;
  readonly deals: Deals | null;
  readonly complaints: Complaints | null;
  readonly finance: FinanceView | null;
  readonly logistics: Logistics | null;
  readonly usage: readonly MeterUse[] | null;
};

type Part = 'deals' | 'complaints' | 'finance' | 'logistics' | 'usage';

/** The page as it is on a day, `2026-01-31`. */
export const viewOf = ({ lifecycle, finance, ...page }: Customer360, today: string): CustomerView => ({
  ...page,
  finance: financeOn(today, finance),
  lifecycle: standingOf(lifecycle.change),
});

/** The parts of the page that need a separate permission, with the types of their events. */
export const PARTS = [
  { part: 'deals', needs: 'deals.read', types: dealContracts.map(({ type }) => type) },
  { part: 'complaints', needs: 'complaints.read', types: complaintContracts.map(({ type }) => type) },
  { part: 'finance', needs: 'finance.read', types: invoiceContracts.map(({ type }) => type) },
  { part: 'logistics', needs: 'orders.read', types: orderContracts.map(({ type }) => type) },
  { part: 'usage', needs: 'orders.read', types: meterContracts.map(({ type }) => type) },
] as const satisfies readonly {
  readonly part: Part;
  readonly needs: Permission;
  readonly types: readonly string[];
}[];

export const without = (view: CustomerView, { part, types }: (typeof PARTS)[number]): CustomerView => {
  const hidden: readonly string[] = types;
  return { ...view, [part]: null, events: view.events.filter(({ type }) => !hidden.includes(type)) };
};
