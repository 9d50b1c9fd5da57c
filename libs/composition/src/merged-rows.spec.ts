import { EventStore } from '@annals/event-sourcing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { Json, Outcome } from '@annals/importing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { configurationOf } from './catalogue.js';
import { executorOf } from './executor.js';
import { ProgramModule } from './service.module.js';
import { openTrialEngine } from './trial-engine.js';

let app: INestApplicationContext;
beforeEach(async () => {
  const engine = await openTrialEngine(configurationOf({ DATA_DIR: '/nowhere' }));
  app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), { logger: false });
});
afterEach(() => app.close());

type Body = Readonly<Record<string, Json>>;
const row = (type: string, key: string, body: Body) => ({
  ...{ type, commandId: `${type}-${key}`, source: 'import:crm', body: { occurredAt: '2020-01-05', ...body } },
});

const log = () => app.get(EventStore);
const executing = (onRepeated: 'ignore' | 'update', rows: readonly ReturnType<typeof row>[]) =>
  executorOf(app.get(CommandBus), log(), app.get<Catalogue>(CATALOGUE), 'system:import', onRepeated).execute(rows);
const importing = (...rows: readonly ReturnType<typeof row>[]) => executing('update', rows);

const customer = (customerId: string, more: Body = {}) =>
  row('RegisterCustomer', customerId, { customerId, kind: 'person', roles: ['prospect'], name: customerId, ...more });
const owner = (id: string, customerId = 'other') =>
  row('AssignOwner', customerId, { customerId, owner: { id, name: id } });
const deal = (more: Body = {}, key = 'd', customerId = 'other') =>
  row('OpenDeal', key, { dealId: key, customerId, title: 'Meters', value: { amount: '10', currency: 'EUR' }, ...more });
const merge = (mergedId: string, customerId: string) =>
  executing('ignore', [row('MergeCustomers', `${mergedId}-${customerId}`, { customerId, mergedId, reason: 'Twice' })]);

const warnings = (outcome: Outcome | undefined) =>
  outcome?.status === 'done' ? (outcome.warnings ?? []).map(({ code, reason }) => `${code}: ${reason.en}`) : [];
const LED =
  'CarriedOutOnSurvivor: Customer other is merged into customer kept. The row was carried out on customer kept; name that one in later files.';

/** Imports rows of two customers, then merges them. */
const merged = async (...rows: readonly ReturnType<typeof row>[]) => {
  await importing(customer('kept', { phone: '+43 1 1111111' }), customer('other', { phone: '+43 1 2222222' }));
  for (const each of rows) await importing(each);
  await merge('other', 'kept');
  return log().head();
};
const after = async (position: number) => (await Array.fromAsync(log().readAll(position))).flat();

it('carries out a row of a merged customer on the survivor, with a warning that names both', async () => {
  const before = await merged();
  const [opened, assigned] = await importing(deal(), owner('li.na'));
  for (const outcome of [opened, assigned]) {
    expect(outcome).toMatchObject({ status: 'done', stored: true });
    expect(warnings(outcome)).toEqual([LED]);
  }
  const events = (await after(before)).map(({ type, subject }) => `${type} of ${subject}`);
  expect(events.toSorted()).toEqual(['DealOpened of kept', 'OwnerAssigned of kept']);
});

it('changes of the survivor what a row says otherwise than before, and nothing that it always said', async () => {
  const before = await merged();
  const changed = customer('other', { phone: '+43 1 2222222', website: 'https://other.example' });
  const [outcome] = await importing(changed);
  expect(outcome).toMatchObject({ status: 'done', stored: true, updated: true });
  expect(warnings(outcome)).toEqual([LED]);
  expect(await after(before)).toMatchObject([
    { type: 'CustomerDataChanged', subject: 'kept', data: { customerId: 'kept', changes: [{ field: 'website' }] } },
  ]);
});

it('adds nothing for a row that comes again, and stores content that comes back', async () => {
  await merged();
  const says = (city: string) => customer('other', { phone: '+43 1 2222222', geographic: { city } });
  const stored: unknown[] = [];
  for (const each of ['Wien', 'Wien', 'Graz', 'Graz', 'Wien', 'Wien']) {
    const [outcome] = await importing(says(each));
    stored.push((outcome as { readonly stored?: boolean }).stored);
  }
  expect(stored).toEqual([true, false, true, false, true, false]);
});

it('adds nothing for rows from before the merge, and says nothing of them', async () => {
  const rows = [deal(), owner('li.na')];
  const before = await merged(...rows);
  const outcomes = await importing(customer('other', { phone: '+43 1 2222222' }), ...rows);
  expect(outcomes).toEqual([0, 1, 2].map(() => ({ status: 'done', stored: false })));
  expect(await after(before)).toEqual([]);
});

it('adds nothing for rows from after the merge, and changes what has changed in them', async () => {
  const before = await merged();
  await importing(deal(), owner('li.na'));
  expect(await importing(deal(), owner('li.na'))).toMatchObject([{ stored: false }, { stored: false }]);
  expect(await after(before)).toHaveLength(2);
  const [outcome] = await importing(deal({ title: 'Pumps' }));
  expect(outcome).toMatchObject({ stored: true, updated: true });
  expect(warnings(outcome)).toEqual([LED]);
});

it('follows from survivor to survivor, and many rows at once', async () => {
  await merged();
  await importing(customer('last'));
  await merge('kept', 'last');
  const rows = Array.from({ length: 20 }, (_, number) =>
    row('RecordNeed', `${number}`, {
      customerId: number % 2 ? 'other' : 'kept',
      needId: `n-${number}`,
      description: 'Power',
      duration: 'lasting',
    }),
  );
  const outcomes = await importing(...rows);
  expect(outcomes.map((outcome) => warnings(outcome).length)).toEqual(rows.map((_, number) => 1 + (number % 2)));
  const events = await after(0);
  expect(events.filter(({ type, subject }) => type === 'NeedRecorded' && subject === 'last')).toHaveLength(20);
});

it('finds nothing new in a contact that was judged by contacts with the merged customer, too', async () => {
  const call = (key: string, customerId: string, more: Body = {}) =>
    row('MakeContact', key, {
      ...{ contactId: key, customerId, channel: 'phone', direction: 'outbound', purpose: 'sales', summary: 'A call' },
      ...{ contactedBy: { id: 'li.na' }, outcome: 'reached', made: true, ...more },
    });
  const preference = { doNotContact: false, frequencyCap: { contacts: 1, days: 7 } };
  await merged(row('SetContactPreference', 'p', { customerId: 'kept', ...preference }), call('first', 'other'));
  const second = call('second', 'kept', { occurredAt: '2020-01-06' });
  expect(await importing(second)).toMatchObject([{ stored: true }]);
  expect(await log().read('contacts-kept')).toMatchObject([{ data: { breaches: ['frequency-cap'] } }]);
  expect(await importing(second)).toEqual([{ status: 'done', stored: false }]);
});

it('carries rows out on the customer itself again after the merge was undone', async () => {
  await merged();
  await executing('ignore', [row('UndoMerge', 'u', { customerId: 'kept', mergedId: 'other', reason: 'Two people' })]);
  const before = await log().head();
  const [outcome] = await importing(deal());
  expect(outcome).toEqual({ status: 'done', stored: true });
  expect(await after(before)).toMatchObject([{ type: 'DealOpened', subject: 'other' }]);
});

it('carries out the command of a message on the survivor, once', async () => {
  const before = await merged();
  for (const stored of [true, false]) expect(await executing('ignore', [deal()])).toMatchObject([{ stored }]);
  expect(await after(before)).toMatchObject([{ type: 'DealOpened', subject: 'kept' }]);
});
