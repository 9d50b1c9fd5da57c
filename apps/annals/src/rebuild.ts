import { checkLog, rebuild, type AnyProjection } from '@annals/projecting';
import { projectedLog, type Engine } from '@annals/composition';
import { displayProgress } from './progress.js';
import { print } from './print.js';

/** Rebuilds one view or every view; a running Annals answers from the old ones until the switch. */
export const rebuildViews = async (engine: Engine, view?: string): Promise<void> => {
  const projections = chosen(engine, view);
  await checkLog(engine.log, engine.documents);
  for (const projection of projections) await rebuildOne(engine, projection);
};

const chosen = ({ catalogue: { views } }: Engine, view?: string) => {
  const wanted = views.filter(({ name }) => view === undefined || name === view);
  if (wanted.length > 0) return wanted;
  throw new Error(`There is no view "${view}". Views: ${views.map(({ name }) => name).join(', ')}.`);
};

const rebuildOne = async (engine: Engine, projection: AnyProjection) => {
  const started = performance.now();
  const display = displayProgress(projection.name);
  try {
    const built = await rebuild(projectedLog(engine), engine.documents, projection, {
      isChecked: true,
      onProgress: ({ position, head }) => display.show({ done: position, total: head }),
    });
    display.end();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(`${projection.name}: ${built.documents.toLocaleString('en')} documents in ${seconds} s`);
  } finally {
    display.end();
  }
};
