import { dropPrevious, parkedKeys, retryParked, rollBack, skipParked, type AnyProjection } from '@annals/projecting';
import { userInfo } from 'node:os';
import type { Engine } from '@annals/composition';

/** Prints what stands still in one view or in all of them, each with the event that stopped it. */
export const showParked = async (engine: Engine, view?: string): Promise<void> => {
  const views = view === undefined ? engine.catalogue.views : [projectionOf(engine, view)];
  let count = 0;
  for (const { name } of views) {
    for (const { key, eventId, type, position, message, since, waiting } of await parkedKeys(engine.documents, name)) {
      count += 1;
      console.log(`${name} ${key}\n  ${type} #${position} ${eventId}: ${message}`);
      console.log(`  since ${since}, ${waiting.events.toLocaleString('en')} later events wait`);
    }
  }
  if (count === 0) console.log('Nothing is parked.');
};

/** Takes in what a parked key waits for, now that the program is mended. */
export const retryKey = async (engine: Engine, view: string, key: string): Promise<void> => {
  await retryParked(engine.log, engine.documents, projectionOf(engine, view), key);
  console.log(`${key} of ${view} is up to date again.`);
};

/** Leaves the event out that stopped a key, for ever. */
export const skipKey = async (engine: Engine, view: string, key: string, { reason }: { reason: string }) => {
  const decision = { reason, actor: `command-line:${userInfo().username}` };
  const parked = await skipParked(engine.log, engine.documents, projectionOf(engine, view), key, decision);
  if (!parked) console.log(`${key} of ${view} goes on without the event.`);
  else console.log(`The next event does not fit either: ${parked.type} #${parked.position}: ${parked.message}`);
};

/** Serves what the last rebuild of a view has replaced, or with `drop` removes it. */
export const rollBackView = async (engine: Engine, view: string, { drop }: { drop?: boolean }): Promise<void> => {
  const { name } = projectionOf(engine, view);
  if (drop) console.log(`${await dropPrevious(engine.documents, name)} is gone.`);
  else
    console.log(`${view} is ${await rollBack(engine.documents, name)} again; a running Annals brings it up to date.`);
};

const projectionOf = ({ catalogue: { views } }: Engine, view: string): AnyProjection => {
  const projection = views.find(({ name }) => name === view);
  if (projection) return projection;
  throw new Error(`There is no view "${view}". There are: ${views.map(({ name }) => name).join(', ')}.`);
};
