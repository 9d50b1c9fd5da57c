import { allParts, projectedLog, type Engine, type Parts } from '@annals/composition';
import { Projector, type ProjectionRunner } from '@annals/projecting';

const inThisThread = (engine: Engine) => new Projector(projectedLog(engine), engine.documents, engine.catalogue.views);

/** All of Annals in one process. Without a `runner` the views are kept up to date in this thread. */
export const everything = (engine: Engine, runner: ProjectionRunner = inThisThread(engine)): Parts => ({
  ...allParts(engine.catalogue),
  runner,
});
