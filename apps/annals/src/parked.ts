import {
  dropPrevious,
  keepSkips,
  parkedKeys,
  retryParked,
  rollBack,
  skipParked,
  type AnyProjection,
} from '@annals/projecting';
import { userInfo } from 'node:os';
import { projectedLog, type Engine } from '@annals/composition';
import { print } from './print.js';

/** Prints the parked documents of one view or of all views, each with the event that could not be applied. */
export const showParked = async (engine: Engine, view?: string): Promise<void> => {
  const views = view === undefined ? engine.catalogue.views : [projectionOf(engine, view)];
  let count = 0;
  for (const { name } of views) {
    for (const { key, eventId, type, position, message, since, waiting } of await parkedKeys(engine.documents, name)) {
      count += 1;
      print(`${name} ${key}\n  ${type} #${position} ${eventId}: ${message}`);
      print(`  since ${since}, ${waiting.events.toLocaleString('en')} later events are waiting`);
    }
  }
  if (count === 0) print('Nothing is parked.');
};

/** Applies the waiting events of a parked key. */
export const retryKey = async (engine: Engine, view: string, key: string): Promise<void> => {
  await retryParked(projectedLog(engine), engine.documents, projectionOf(engine, view), key);
  print(`${key} of ${view} is up to date again.`);
};

/** Permanently skips the event that parked a key. */
export const skipKey = async (engine: Engine, view: string, key: string, { reason }: { reason: string }) => {
  const decision = { reason, actor: `command-line:${userInfo().username}` };
  const parked = await skipParked(projectedLog(engine), engine.documents, projectionOf(engine, view), key, decision);
  await keepSkips(engine.records, engine.documents);
  if (!parked) print(`The event was skipped; ${key} of ${view} is being updated again.`);
  else print(`The next event cannot be applied either: ${parked.type} #${parked.position}: ${parked.message}`);
};

/** Returns to the state of a view before its last rebuild, or with `drop` deletes that state. */
export const rollBackView = async (engine: Engine, view: string, { drop }: { drop?: boolean }): Promise<void> => {
  const { name } = projectionOf(engine, view);
  if (drop) print(`${await dropPrevious(engine.documents, name)} was deleted.`);
  else
    print(
      `${view} is served from ${await rollBack(engine.documents, name)} again; a running Annals brings it up to date.`,
    );
};

const projectionOf = ({ catalogue: { views } }: Engine, view: string): AnyProjection => {
  const projection = views.find(({ name }) => name === view);
  if (projection) return projection;
  throw new Error(`There is no view "${view}". Views: ${views.map(({ name }) => name).join(', ')}.`);
};
