import type { Permission } from '@annals/access';
import { complaintContracts } from '@annals/contracts-complaints';
import { dealContracts } from '@annals/contracts-deals';
import type { Complaints, Customer360, Deals } from '@annals/projection-customer-360';
import { standingOf, type LifecycleStanding } from './customers.lifecycle.js';

/** The whole customer on one page. What the caller has no permission for is `null`, and not among the events either. */
export type CustomerView = Omit<Customer360, 'lifecycle' | 'deals' | 'complaints'> & {
  readonly lifecycle: LifecycleStanding;
  readonly deals: Deals | null;
  readonly complaints: Complaints | null;
};

export const viewOf = ({ lifecycle, ...page }: Customer360): CustomerView => ({
  ...page,
  lifecycle: standingOf(lifecycle.change),
});

/** The parts of the page that need a permission of their own, with the types of their events. */
export const PARTS = [
  { part: 'deals', needs: 'deals.read', types: dealContracts.map(({ type }) => type) },
  { part: 'complaints', needs: 'complaints.read', types: complaintContracts.map(({ type }) => type) },
] as const satisfies readonly {
  readonly part: keyof CustomerView;
  readonly needs: Permission;
  readonly types: readonly string[];
}[];

export const without = (view: CustomerView, { part, types }: (typeof PARTS)[number]): CustomerView => {
  const hidden: readonly string[] = types;
  return { ...view, [part]: null, events: view.events.filter(({ type }) => !hidden.includes(type)) };
};
