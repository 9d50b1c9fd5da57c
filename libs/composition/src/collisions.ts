import { type DocumentStore, type ServedViews } from '@annals/event-sourcing';
import { identifierCollisions, type Collision } from '@annals/projections-customers';

const MOST = 10_000;

/** How many unique values belong to several records, as far as the view has read the log; at most 10,000. */
export const collisionsIn = async (documents: DocumentStore & ServedViews): Promise<number> => {
  const collection = await documents.served(identifierCollisions.name);
  return collection === undefined ? 0 : documents.count(collection, [], MOST);
};

const REVIEWED = 200;

/** The holders of the values that were noticed last, of at most 200 values. */
export const holdersIn = async (documents: DocumentStore & ServedViews): Promise<readonly string[]> => {
  const collection = (await documents.served(identifierCollisions.name))!;
  const { documents: found } = await documents.find(collection, {
    sort: { field: 'since', descending: true },
    limit: REVIEWED,
  });
  return [...new Set(found.flatMap(({ body }) => (body as Collision).holders))];
};
