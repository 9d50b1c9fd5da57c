import { rebuild, type AnyProjection } from '@annals/projecting';
import type { Engine } from './engine.js';
import { progressBar } from './progress.js';

/** Builds one view or all of them anew; a running Annals goes on answering from the old ones until the switch. */
export const rebuildViews = async (engine: Engine, view?: string): Promise<void> => {
  for (const projection of chosen(engine, view)) await rebuildOne(engine, projection);
};

const chosen = ({ projections }: Engine, view?: string) => {
  const wanted = projections.filter(({ name }) => view === undefined || name === view);
  if (wanted.length > 0) return wanted;
  throw new Error(`There is no view "${view}". There are: ${projections.map(({ name }) => name).join(', ')}.`);
};

const rebuildOne = async ({ log, documents }: Engine, projection: AnyProjection) => {
  const bar = progressBar(projection.name.padEnd(18));
  const started = performance.now();
  bar.start(await log.head(), 0);
  try {
    const built = await rebuild(log, documents, projection, {
      onProgress: ({ position, head }) => {
        bar.setTotal(head);
        bar.update(position);
      },
    });
    bar.stop();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${projection.name}: ${built.documents.toLocaleString('en')} documents in ${seconds} s`);
  } catch (error) {
    bar.stop();
    throw error;
  }
};
