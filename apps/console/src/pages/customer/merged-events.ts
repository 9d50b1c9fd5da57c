import type { HistoryEntry } from '../../design/event.js';
import type { CustomerView } from './data.js';

type Customer = Pick<CustomerView, 'customerId'> & {
  readonly merged: readonly Pick<CustomerView['merged'][number], 'customerId'>[];
};

type About = { readonly customerId?: string; readonly holder?: string };

/** For whom it was recorded; an identifier names the stream of its holder. */
const idIn = ({ data }: HistoryEntry): string | undefined => {
  const { customerId, holder } = data as About;
  return customerId ?? holder?.replace(/^customer-/, '');
};

/** Whether an event was recorded for the customer, for one who is merged into it, or for nobody by name. */
export const isOf = (event: HistoryEntry, { customerId, merged }: Customer): boolean => {
  const id = idIn(event);
  return id === undefined || id === customerId || merged.some((one) => one.customerId === id);
};

/** For which merged customer an event was recorded, by the name under which that one was registered; `undefined` for the own ones. */
export const mergedCustomer = (events: readonly HistoryEntry[], customerId: string) => {
  const names = new Map(
    events
      .filter(({ type }) => type === 'CustomerRegistered')
      .map((event) => [idIn(event), (event.data as { readonly profile?: { readonly name?: string } }).profile?.name]),
  );
  return (event: HistoryEntry): string | undefined => {
    const id = idIn(event);
    return id === undefined || id === customerId ? undefined : (names.get(id) ?? id);
  };
};
