import { commandFrom } from '@annals/command-bus/forms';
import { configurationOf, openTrialEngine, ProgramModule } from '@annals/composition';
import type { Draft, Origin } from '@annals/event-sourcing';
import { PolicyRunner, Projector, StoredViews } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { PATIENCE } from '@annals/testing';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';

const PASSING = [
  ...['deals-follow-owner', 'hand-over-customers', 'hand-over-deals', 'hand-over-complaints', 'hand-over-tasks'],
  ...['hand-over-leads', 'due-deals-of-leads', 'register-leads', 'open-deals-of-leads'],
  ...['advance-deals-of-quotes', 'place-orders-of-quotes', 'file-complaints-of-callers'],
  ...['route-leads', 'assign-routed-leads', 'miss-lead-responses'],
];

/** The commands of all slices, the views and the policies that pass work on, on stores in memory. */
export const openPassing = async () => {
  const [log, documents] = [new MemoryEventStore(), new MemoryDocumentStore()];
  const engine = { ...(await openTrialEngine(configurationOf({ DATA_DIR: '/nowhere' }))), log, documents };
  const { catalogue } = engine;
  const app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), {
    logger: false,
  });
  const views = catalogue.responsibilities.map(({ view }) => view);
  const projector = new Projector(log, documents, views);
  const policies = catalogue.policies.filter(({ name }) => PASSING.includes(name));
  const execute = (type: string, fields: object, origin: Origin) =>
    app.get(CommandBus).execute(commandFrom({ ...fields }, catalogue.commands.get(type)!.command, origin));
  const found = new StoredViews(documents, projector.positions);
  const runner = (send: (draft: Draft, origin: Origin) => Promise<unknown>) =>
    new PolicyRunner(log, documents, found, policies, { send, batch: 4, waits: { first: 1, most: 1 } });
  /** How much of each kind a user is responsible for, once the views know everything. */
  const workOf = async (userId: string) => {
    const fresh = { position: await log.head(), timeoutMs: PATIENCE };
    const counts = catalogue.responsibilities.map(async ({ name, view, of }) => {
      const { value } = await found.count(view, of(userId), fresh);
      return [name, value] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  };
  return { log, app, projector, execute, runner, workOf };
};
