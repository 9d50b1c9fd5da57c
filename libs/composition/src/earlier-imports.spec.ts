import type { CommandInput, Json, Outcome } from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { EventStore } from '@annals/event-sourcing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { configurationOf } from './catalogue.js';
import type { OnRepeated } from './earlier-imports.js';
import { executorOf } from './executor.js';
import { ProgramModule } from './service.module.js';
import { openTrialEngine } from './trial-engine.js';

let app: INestApplicationContext;
beforeEach(async () => {
  const engine = await openTrialEngine(configurationOf({ DATA_DIR: '/nowhere' }));
  app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), { logger: false });
});
afterEach(() => app.close());

const log = () => app.get(EventStore);
const executor = (onRepeated: OnRepeated) =>
  executorOf(app.get(CommandBus), log(), app.get<Catalogue>(CATALOGUE), 'system:import', onRepeated);

/** Imports each row separately. */
const importing = async (onRepeated: OnRepeated, ...rows: readonly CommandInput[]) => {
  const outcomes: Outcome[] = [];
  for (const row of rows) outcomes.push(...(await executor(onRepeated).execute([row])));
  return outcomes.map((outcome) => {
    if (outcome.status !== 'done') return outcome.status === 'refused' ? outcome.code : outcome.status;
    if (outcome.updated) return outcome.stored ? 'updated' : 'same';
    return outcome.stored ? 'stored' : outcome.differs ? 'differs' : 'same';
  });
};

type Body = Readonly<Record<string, Json>>;
const row = (type: string, key: string, body: Body): CommandInput => ({
  ...{ type, commandId: `${type}-${key}`, source: 'import:crm', body: { occurredAt: '2020-01-05', ...body } },
});
const customer = (more: Body = {}) =>
  row('RegisterCustomer', 'c', { customerId: 'c', kind: 'person', roles: ['prospect'], name: '王芳', ...more });
const deal = (more: Body = {}) =>
  row('OpenDeal', 'd', {
    dealId: 'd',
    customerId: 'c',
    title: 'Meters',
    value: { amount: '10', currency: 'EUR' },
    ...more,
  });
const owner = (id: string) => row('AssignOwner', 'c', { customerId: 'c', owner: { id, name: id } });
const change = (commandId: string, changes: Body) => ({
  ...row('ChangeData', commandId, { customerId: 'c', changes }),
  source: 'http',
});

const last = async (stream: string) => (await log().read(stream)).at(-1)!;

it.each(['compare', 'update'] as const)('nothing differs in the same content again (%s)', async (onRepeated) => {
  const rows = [customer({ contactPersons: [{ name: 'Li Na' }] }), owner('a'), deal()];
  expect(await importing(onRepeated, ...rows)).toEqual(['stored', 'stored', 'stored']);
  expect(await importing(onRepeated, ...rows)).toEqual(['same', 'same', 'same']);
});

it('other content differs, and stays as it is without --update', async () => {
  const rows = [customer({ name: '李芳' }), owner('b'), deal({ title: 'Pumps' })];
  await importing('compare', customer(), owner('a'), deal());
  expect(await importing('compare', ...rows)).toEqual(['differs', 'differs', 'differs']);
  expect(await log().head()).toBe(3);
});

it('other content becomes a change with reason and source', async () => {
  await importing('update', customer({ phone: '010 1', geographic: { country: 'CN', city: '上海' } }));
  expect(await importing('update', customer({ name: '李芳', geographic: { country: 'CN', city: '北京' } }))).toEqual([
    'updated',
  ]);
  expect(await last('customer-c')).toMatchObject({
    ...{ type: 'CustomerDataChanged', source: 'import:crm', reason: 'Changed in the import crm' },
    data: {
      ...{ source: 'import:crm', reason: 'Changed in the import crm' },
      changes: [{ field: 'name' }, { field: 'geographic.city' }],
    },
  });
});

it('the reason of a row is that of its change', async () => {
  await importing('update', customer(), customer({ name: '李芳', reason: 'Married' }));
  expect(await last('customer-c')).toMatchObject({ reason: 'Married' });
});

it('a deal and an owner change, too', async () => {
  await importing('update', customer(), deal(), owner('a'));
  expect(await importing('update', deal({ title: 'Pumps' }), owner('b'))).toEqual(['updated', 'updated']);
  expect(await last('deal-d')).toMatchObject({ type: 'DealChanged', reason: 'Changed in the import crm' });
  expect(await last('customer-c')).toMatchObject({ type: 'OwnerAssigned', data: { owner: { id: 'b' } } });
});

it('each content is stored once, however often it comes, also one that comes back', async () => {
  const [one, two] = [customer({ name: '一' }), customer({ name: '二' })];
  expect(await importing('update', one, two, two, one, one, two, two)).toEqual([
    ...['stored', 'updated', 'same', 'updated', 'same', 'updated', 'same'],
  ]);
  expect(await importing('compare', one, two)).toEqual(['differs', 'same']);
});

it('later changes by users stay, as long as the row does not change', async () => {
  await importing('update', customer(), change('call', { name: '王方' }));
  expect(await importing('update', customer())).toEqual(['same']);
  expect(await importing('update', customer({ name: '王方' }))).toEqual(['same']);
  expect(await importing('update', customer({ name: '李芳' }))).toEqual(['updated']);
});

it('what is stored already in another way does not differ', async () => {
  const elsewhere = (command: CommandInput): CommandInput => ({ ...command, commandId: 'elsewhere', source: 'http' });
  await importing('update', customer(), deal(), owner('a'));
  await importing('ignore', elsewhere(owner('b')), elsewhere(row('ChangeDeal', 'x', { dealId: 'd', title: 'Pumps' })));
  expect(await importing('update', deal({ title: 'Pumps' }), owner('b'))).toEqual(['same', 'same']);
});

it('a change that the rules refuse is refused, with its rule', async () => {
  await importing('update', customer(), deal());
  expect(await importing('update', customer({ kind: 'organisation' }))).toEqual(['CustomerKindNeverChanges']);
  await importing('update', row('CloseDeal', 'd', { dealId: 'd', outcome: 'lost', reason: 'price' }));
  expect(await importing('update', deal({ title: 'Pumps' }))).toEqual(['DealNotOpen']);
});

it('what no command can change is said to differ', async () => {
  const lost = (reason: string) => row('MarkLost', 'c', { customerId: 'c', reason });
  expect(await importing('update', customer(), lost('Price'))).toEqual(['stored', 'stored']);
  expect(await importing('update', lost('Price'), lost('Moved'))).toEqual(['same', 'differs']);
});

it('a row that repeats the key of an earlier one of the same run is not compared', async () => {
  await importing('update', customer());
  expect(await importing('update', { ...customer({ name: '李芳' }), repeated: true })).toEqual(['same']);
});

it('commands of other callers are not compared', async () => {
  await importing('ignore', customer());
  expect(await importing('ignore', customer({ name: '李芳' }))).toEqual(['same']);
});

it('every update of a slice is a command that callers can send', () => {
  const { aggregates, commands } = app.get<Catalogue>(CATALOGUE);
  const types = aggregates.flatMap(({ updates }) => [...updates.keys()]);
  expect(types.toSorted()).toEqual(['AddProduct', 'AssignOwner', 'OpenDeal', 'RegisterCustomer']);
  for (const type of types) expect(commands.get(type)?.command.route).toBeTruthy();
});
