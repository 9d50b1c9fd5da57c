import { PROCESSES, ProjectorThread, runProcess } from '@annals/composition';

/** Keeps the views up to date and runs the policies; several projectors share the lanes. */
export const run = () =>
  runProcess('projector', (engine) => ({
    ...PROCESSES.projector(engine.catalogue),
    runner: new ProjectorThread(engine, true).begun(),
  }));
