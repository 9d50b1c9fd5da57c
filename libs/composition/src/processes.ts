import { AttachmentsModule, AttachmentWorkModule } from '@annals/attachments';
import { AuthModule } from '@annals/auth';
import { BulkModule, routesIn, type Route } from '@annals/http';
import { stepProblems } from '@annals/importing';
import { ImportsModule, ImportWorkModule } from '@annals/imports';
import { AuditModule, ProjectionsModule, QueriesModule } from '@annals/queries';
import { ReadingModule } from '@annals/reading';
import type { Catalogue, CommandProcess } from '@annals/slice';
import { TelemetryModule } from '@annals/telemetry';
import { finished } from './ending.js';
import { ImportThreads } from './imports/threads.js';
import { LeadFormsModule } from './lead-forms/lead-forms.module.js';
import type { Parts } from './parts.js';
import { PoliciesModule } from './policies.module.js';
import { bulkOf, commandModules } from './slice-modules.js';
import { reviewOf } from './step-review.js';

type Served = Pick<
  Catalogue,
  'slices' | 'commands' | 'contracts' | 'questions' | 'rights' | 'views' | 'page' | 'policies'
>;
type Answers = Pick<Parts, 'modules' | 'commands'>;

const carryingOut =
  (process: CommandProcess) =>
  (catalogue: Served): Answers => ({ modules: commandModules(catalogue, process), commands: bulkOf(catalogue) });

/** Importing files, which is carrying out commands by the row. */
const importing = (catalogue: Served) =>
  ImportWorkModule.with({
    workers: (settings) => new ImportThreads(settings),
    review: (mapping) => stepProblems(mapping, reviewOf(catalogue)),
    finished,
  });

/** What each process of a distributed installation serves, besides the routes of `SHARED`. */
export const PROCESSES = {
  sales: (catalogue: Served): Answers => {
    const { modules, ...answers } = carryingOut('sales')(catalogue);
    return { ...answers, modules: [...modules, importing(catalogue), AttachmentWorkModule, LeadFormsModule] };
  },
  service: carryingOut('service'),
  query: (catalogue: Served): Answers => ({
    modules: [QueriesModule.with(catalogue), ReadingModule.with(catalogue.views), ImportsModule, AttachmentsModule],
  }),
  audit: ({ contracts }: Served): Answers => ({ modules: [AuditModule.with(contracts)] }),
  projector: (catalogue: Served): Answers => ({ modules: [PoliciesModule.running(catalogue), ProjectionsModule] }),
};

export type ProcessName = keyof typeof PROCESSES;

/** What all processes together serve, commands first, in the order of the slices. */
export const allParts = (catalogue: Served): Answers => {
  const { sales: _, service: __, ...reading } = PROCESSES;
  return {
    modules: [
      ...commandModules(catalogue),
      importing(catalogue),
      AttachmentWorkModule,
      LeadFormsModule,
      ...Object.values(reading).flatMap((each) => each(catalogue).modules),
    ],
    commands: bulkOf(catalogue),
  };
};

const SHARED = [AuthModule, TelemetryModule];

/** A route and the processes that serve it; the list is empty for a route that every process serves. */
export type AnsweredRoute = Route & { readonly processes: readonly ProcessName[] };

/** Every route of an installation. */
export const routesOf = (catalogue: Served): readonly AnsweredRoute[] => {
  const each = (Object.keys(PROCESSES) as ProcessName[]).map((name) => {
    const { modules, commands } = PROCESSES[name](catalogue);
    return { name, routes: routesIn([...modules, ...(commands ? [BulkModule] : [])]) };
  });
  const named = each.flatMap(({ name, routes }) => routes.map((route) => ({ name, route })));
  const byRoute = Map.groupBy(named, ({ route: { method, path } }) => `${method} ${path}`);
  return [
    ...[...byRoute.values()].map((all) => ({ ...all[0]!.route, processes: all.map(({ name }) => name) })),
    ...routesIn(SHARED).map((route) => ({ ...route, processes: [] })),
  ];
};
