import {
  MergedEventStore,
  type Cursor,
  type EventPlace,
  type EventStore,
  type KnownFiles,
  type Merging,
  type StoredDocument,
  type ViewStore,
} from '@annals/event-sourcing';
import { auditEntries, type HistoryRow } from '@annals/projections-audit';
import { customerLinks, type CustomerLinks } from '@annals/projections-customers';

/** The log as views read it, with merged customers as one: what views know already is not read from the log again. */
export const projectedLog = ({ log, documents, catalogue }: Projected): EventStore =>
  new MergedEventStore(log, catalogue.merging(), knownFiles(documents));

type Projected = {
  readonly log: EventStore;
  readonly documents: ViewStore;
  readonly catalogue: { readonly merging: () => Merging };
};

const PAGE = 1_000; // documents

const knownFiles = (documents: ViewStore): KnownFiles => ({
  links: async () => {
    const served = await servedFrom(documents, customerLinks.name);
    if (!served) return { links: [], upTo: 0 };
    const links: CustomerLinks[] = [];
    for await (const { body } of all(documents, served.collection, {})) links.push(body as CustomerLinks);
    const inOrder = links.flatMap((each) => each.links).toSorted((one, other) => one.position - other.position);
    return { links: inOrder, upTo: served.checkpoint };
  },

  placesOf: async (customers, before) => {
    const served = await servedFrom(documents, auditEntries.name);
    if (!served) return { places: [], upTo: 0 };
    const places: EventPlace[] = [];
    for (const customer of customers) {
      const where = [
        { field: 'customer', is: customer },
        { field: 'position', to: before },
      ];
      const query = { where, sort: { field: 'position' } };
      for await (const { body } of all(documents, served.collection, query)) places.push(body as HistoryRow);
    }
    return { places: places.toSorted((one, other) => one.position - other.position), upTo: served.checkpoint };
  },
});

/** The checkpoint is read first, so that nothing up to it is missing. */
const servedFrom = async (documents: ViewStore, view: string) => {
  const collection = await documents.served(view);
  const checkpoint = collection === undefined ? undefined : await documents.checkpoint(collection);
  return collection === undefined || checkpoint === undefined ? undefined : { collection, checkpoint };
};

type Asked = Omit<Parameters<ViewStore['find']>[1], 'limit' | 'after'>;

async function* all(documents: ViewStore, collection: string, query: Asked): AsyncGenerator<StoredDocument> {
  let after: Cursor | undefined;
  do {
    const page = await documents.find(collection, { ...query, limit: PAGE, after });
    yield* page.documents;
    after = page.next ?? undefined;
  } while (after);
}
