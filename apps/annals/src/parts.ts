import { AccountsModule } from '@annals/domain-accounts';
import { ComplaintsModule } from '@annals/domain-complaints';
import { ContactsModule } from '@annals/domain-contacts';
import { CustomersModule } from '@annals/domain-customers';
import { DealsModule } from '@annals/domain-deals';
import { LifecycleModule } from '@annals/domain-lifecycle';
import { OrganisationModule } from '@annals/domain-organisation';
import { Projector, type ProjectionRunner } from '@annals/projecting';
import { AuditModule, ProjectionsModule, QueriesModule } from '@annals/queries';
import { commands, type Engine, type Parts } from '@annals/service';

/** Every slice of the business. */
export const slices = [
  CustomersModule,
  ContactsModule,
  DealsModule,
  ComplaintsModule,
  AccountsModule,
  OrganisationModule,
] as const;

const inThisThread = ({ log, documents, projections }: Engine) => new Projector(log, documents, projections);

/** All of Annals in one process. The views are kept in this thread unless a `runner` is told. */
export const everything = (engine: Engine, runner: ProjectionRunner = inThisThread(engine)): Parts => ({
  modules: [...slices, LifecycleModule, QueriesModule, AuditModule, ProjectionsModule],
  commands,
  runner,
});
