import { LifecycleModule } from '@annals/domain-lifecycle';
import { ProjectionsModule } from '@annals/queries';
import { ProjectorThread, runProcess } from '@annals/composition';

/** Keeps the views and the clock; shares the lanes with others of its kind. */
export const run = () =>
  runProcess('projector', (engine) => ({
    modules: [LifecycleModule, ProjectionsModule],
    runner: new ProjectorThread(engine, true),
  }));
