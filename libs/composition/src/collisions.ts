import { type DocumentStore, type ServedViews } from '@annals/event-sourcing';
import { identifierCollisions } from '@annals/projections-customers';

const MOST = 10_000;

/** How many unique values belong to several records, as far as the view has read the log; at most 10,000. */
export const collisionsIn = async (documents: DocumentStore & ServedViews): Promise<number> => {
  const collection = await documents.served(identifierCollisions.name);
  return collection === undefined ? 0 : documents.count(collection, [], MOST);
};
