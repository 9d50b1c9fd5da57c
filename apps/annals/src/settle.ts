import type { PolicyRunner, ProjectionRunner } from '@annals/projecting';
import type { Engine } from '@annals/composition';
import { setImmediate as turn } from 'node:timers/promises';
import type { ProgressDisplay } from './progress.js';

const LOOK = 250; // ms

/** Brings every view to the end of the log, including the events of what is due. Throws if an event stops a view. */
export const settle = async (
  engine: Pick<Engine, 'log'>,
  projector: ProjectionRunner,
  policies: PolicyRunner,
  progress?: ProgressDisplay,
): Promise<void> => {
  await caughtUp(engine, projector, progress);
  await policies.meetDeadlines(new Date());
  await caughtUp(engine, projector, progress);
};

const caughtUp = async ({ log }: Pick<Engine, 'log'>, projector: ProjectionRunner, progress?: ProgressDisplay) => {
  const head = await log.head();
  for (;;) {
    const views = await projector.status();
    const failed = views.find(({ failure }) => failure);
    if (failed) throw new Error(`The view ${failed.view} stopped: ${failed.failure!.message}`);
    const position = Math.min(...views.map((view) => view.position));
    progress?.show({ done: Math.min(position, head), total: head });
    if (position >= head) return;
    const arrived = views.map(({ view }) => projector.positions.passed(view, head, LOOK));
    await Promise.all(arrived);
    await turn(); // a view that was sent back has been heard to be further, and stores may answer without waiting
  }
};
