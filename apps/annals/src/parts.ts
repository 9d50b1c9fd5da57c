import { bulkOf, commandModules, type Engine, type Parts } from '@annals/composition';
import { LifecycleModule } from '@annals/domain-lifecycle';
import { Projector, type ProjectionRunner } from '@annals/projecting';
import { AuditModule, ProjectionsModule, QueriesModule } from '@annals/queries';
import { ReadingModule } from '@annals/reading';

const inThisThread = ({ log, documents, catalogue }: Engine) => new Projector(log, documents, catalogue.views);

/** All of Annals in one process. The views are kept in this thread unless a `runner` is told. */
export const everything = (engine: Engine, runner: ProjectionRunner = inThisThread(engine)): Parts => ({
  modules: [
    ...commandModules(engine.catalogue),
    LifecycleModule,
    QueriesModule.with(engine.catalogue.contracts),
    ReadingModule.with(engine.catalogue.views),
    AuditModule.with(engine.catalogue.contracts),
    ProjectionsModule,
  ],
  commands: bulkOf(engine.catalogue),
  runner,
});
