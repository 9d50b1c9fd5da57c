import { fieldOf, isListed, recordOfStream, type Cursor, type StreamAbout } from '@annals/event-sourcing';
import type { Views } from '@annals/projecting';
import { auditEntries } from '@annals/projections-audit';
import type { Catalogue } from '@annals/slice';

const PAGE = 1_000; // rows of a history
const PAGES = 20;

/**
 * The customer of a stream of which no event is at hand, and the type of an event that it had, by what the views have of it:
 * the records with its id name the customers whose histories may have it. `undefined` if none has.
 */
export const ownerOf = async (
  stream: string,
  views: Views,
  catalogue: Pick<Catalogue, 'views'>,
): Promise<StreamAbout | undefined> => {
  for (const customerId of await customersOf(recordOfStream(stream), views, catalogue)) {
    const type = await typeIn(views, customerId, stream);
    if (type !== undefined) return { subject: customerId, type };
  }
  return undefined;
};

const customersOf = async (id: string, views: Views, catalogue: Pick<Catalogue, 'views'>) => {
  const customers = new Set([id]);
  for (const view of catalogue.views.filter(isListed)) {
    const { value } = 'customer' in view.fields ? await views.one(view, id) : { value: null };
    const customerId = value && fieldOf(view, 'customer', value);
    if (typeof customerId === 'string') customers.add(customerId);
  }
  return customers;
};

const typeIn = async (views: Views, customerId: string, stream: string): Promise<string | undefined> => {
  const where = [{ field: 'customer', is: customerId }];
  let after: Cursor | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { value } = await views.find(auditEntries, { where, sort: { field: 'position' }, limit: PAGE, after });
    const row = value.items.find(({ document }) => document.stream === stream);
    if (row || !value.next) return row?.document.type;
    after = value.next;
  }
  return undefined;
};
