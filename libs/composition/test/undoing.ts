import { EventStore, project, type Event, type Projection, type RecordedEvent } from '@annals/event-sourcing';
import { undoImport, type CommandInput, type Json, type Undone, type UndoPorts } from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { configurationOf } from '../src/catalogue.js';
import { executorOf } from '../src/executor.js';
import { ProgramModule } from '../src/service.module.js';
import { openTrialEngine } from '../src/trial-engine.js';
import { undoPortsOf } from '../src/undo-executor.js';

// Imports and their undo in an installation in memory, anew for each test.

let app: INestApplicationContext;
/** Called once by each suite. */
export const anewForEachTest = () => {
  beforeEach(async () => {
    const engine = await openTrialEngine(configurationOf({ DATA_DIR: '/nowhere' }));
    app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), { logger: false });
  });
  afterEach(() => app.close());
};

const log = () => app.get(EventStore);
const parts = () => ({ bus: app.get(CommandBus), log: log(), catalogue: app.get<Catalogue>(CATALOGUE) });

export type Body = Readonly<Record<string, Json>>;

export const carryOut = async (rows: readonly CommandInput[], actor: string, job?: string) => {
  const { bus, catalogue } = parts();
  const { execute } = executorOf(
    bus,
    log(),
    catalogue,
    job === undefined ? actor : { actor, cause: job },
    job === undefined ? 'ignore' : 'update',
  );
  for (const row of rows) expect(await execute([row])).toMatchObject([{ status: 'done' }]);
};
export const row = (type: string, key: string, body: Body): CommandInput => ({
  ...{ type, commandId: `${type}-${key}`, source: 'import:crm', body },
});
export const importing = (job: string, ...rows: readonly CommandInput[]) => carryOut(rows, 'system:import', job);
let edits = 0;
export const edit = (type: string, body: Body) => carryOut([row(type, `edit-${(edits += 1)}`, body)], 'anna');

export const portsOf = (job: string): UndoPorts => undoPortsOf({ ...parts(), job, actor: 'system:import' });
export const undo = async (job: string, ports = portsOf(job)): Promise<readonly Undone[]> =>
  (await Array.fromAsync(undoImport(job, ports))).flat();
export const events = async (): Promise<readonly RecordedEvent[]> => (await Array.fromAsync(log().readAll(0))).flat();

const person = { kind: 'person', roles: ['prospect'] };
export const register = (customerId: string, name = 'Imported') =>
  row('RegisterCustomer', customerId, { customerId, ...person, name, phone: '+49 30 1234567' });
export const change = (customerId: string, changes: Body) =>
  row('ChangeData', `${customerId}-${JSON.stringify(changes)}`, { customerId, changes });
export const open = (dealId: string, customerId: string) =>
  row('OpenDeal', dealId, {
    ...{ dealId, customerId, title: 'Meters', step: 'negotiation' },
    lines: [{ product: 'Meter', quantity: '2', unitPrice: '10.00' }],
    value: { amount: '20.00', currency: 'EUR' },
  });
export const close = (dealId: string) => row('CloseDeal', dealId, { dealId, outcome: 'won' });

/** What the lists have about a customer, without revisions. */
export const shown = async (customerId: string) => {
  const history = (await events()).filter(({ subject }) => subject === customerId);
  const views = parts().catalogue.views.filter(({ name }) => !['audit-history', 'customer-places'].includes(name));
  return views.flatMap((view) => {
    const documents = project(view as unknown as Projection<Event, object>, history);
    return [...documents].map(([id, document]) => ({ view: view.name, id, ...document, revision: 0 }));
  });
};
export const profileOf = async (customerId: string) => {
  const [file] = (await shown(customerId)).filter(({ view }) => view === 'customer-file');
  return file && (file as unknown as { readonly profile: Body }).profile;
};
export const about = (undone: readonly Undone[], stream: string) => undone.filter((each) => each.stream === stream);
