import { collectionOf, type ServedViews } from '@annals/event-sourcing';
import { buildOf } from '../rebuilds/builds.js';
import { keepRolledBack } from '../rebuilds/cut-over.js';
import type { AnyProjection } from '../views/any-projection.js';

/** The name under which the identity of a view in the program that started last is stored. */
const current = (view: string) => `${view}/current`;

/**
 * Called at the start of a program: of several with the same version and other settings, the one that started last decides
 * which view is built and served. Otherwise two programs would replace each other's view for ever.
 */
export const makeCurrent = async (store: ServedViews, projections: readonly AnyProjection[]): Promise<void> => {
  const served = await store.servedByView();
  for (const projection of projections) {
    const { name, version } = projection;
    const own = collectionOf(projection);
    const last = served.get(current(name));
    if (last === own) continue;
    const lastVersion = buildOf(name, last ?? '')?.version ?? 0;
    if (lastVersion > version) continue;
    // To change a setting is to ask for another view, also after a roll-back.
    if (lastVersion === version) await keepRolledBack(store, name, undefined);
    await store.serve(current(name), own);
  }
};

/** Whether the program that started last has the view with these settings; of several versions, the newest one has it. */
export const isCurrent = async (store: ServedViews, projection: AnyProjection): Promise<boolean> => {
  const { name, version } = projection;
  const own = collectionOf(projection);
  const last = (await store.served(current(name))) ?? '';
  if (last === own) return true;
  if ((buildOf(name, last)?.version ?? 0) >= version) return false;
  await store.serve(current(name), own); // an older program that started at the same time has written over it
  return true;
};
