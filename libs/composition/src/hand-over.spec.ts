import type { Draft, Rejection } from '@annals/event-sourcing';
import { originOf } from '@annals/http';
import type { PolicyRunner } from '@annals/projecting';
import { until } from '@annals/testing';
import { openPassing } from '../test/passing.js';

let desk: Awaited<ReturnType<typeof openPassing>>;
let runners: PolicyRunner[] = [];
beforeEach(async () => {
  desk = await openPassing();
  runners = [];
  await desk.projector.start();
  for (const userId of ['anna', 'bo', 'max', 'mei'])
    await send('AddUser', { userId, name: userId, displayName: userId });
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  await desk.projector.stop();
  await desk.app.close();
});

let count = 0;
const send = (type: string, fields: object, actor = 'admin') =>
  desk.execute(type, fields, originOf({ commandId: `command-${(count += 1)}` }, actor));

const run = async (before: (draft: Draft) => Promise<void> = async () => undefined) => {
  const runner = desk.runner(async (draft, origin) => {
    await before(draft);
    return desk.execute(draft.type, draft.fields, origin);
  });
  runners.push(runner);
  await runner.start();
  return runner;
};

const deal = { title: 'Meters', value: { amount: '10', currency: 'EUR' } };
const complaint = { channel: 'phone', category: 'Billing', severity: 'low', subject: 'Twice', text: 'Twice.' };
const task = { kind: 'call', subject: 'Call back', dueAt: '2026-02-01T09:00:00Z' };

/** A customer of a user with an open deal, a closed one, an open complaint and an open task, beside a lead. */
const customerOf = async (owner: string, customerId: string) => {
  await send('RegisterCustomer', { customerId, kind: 'person', roles: ['prospect'], name: '王芳' });
  await send('AssignOwner', { customerId, owner: { id: owner } });
  await send('OpenDeal', { dealId: `open-${customerId}`, customerId, ...deal });
  await send('OpenDeal', { dealId: `lost-${customerId}`, customerId, ...deal });
  await send('CloseDeal', { dealId: `lost-${customerId}`, outcome: 'lost', reason: 'price' });
  await send('FileComplaint', { complaintId: `co-${customerId}`, customerId, ...complaint });
  await send('AssignComplaint', { complaintId: `co-${customerId}`, assignee: { id: owner } });
  await send('CaptureLead', { leadId: `le-${customerId}`, source: 'phone', name: '王芳', owner: { id: owner } });
  await send('PlanTask', { taskId: `ta-${customerId}`, customerId, ...task, assignee: { id: owner } });
};
const customersOf = async (owner: string, number: number) => {
  for (let index = 0; index < number; index += 1) await customerOf(owner, `${owner}-${index}`);
};

const handOver = (...to: readonly string[]) =>
  send('HandOver', { handOverId: 'ho', userId: 'anna', to: to.map((id) => ({ id })), reason: 'Left.' });
const work = (all: number) => ({ customers: all, leads: all, deals: all, complaints: all, tasks: all });
const isOver = () => until(async () => Object.values(await desk.workOf('anna')).every((left) => left === 0));
const changes = async (...types: readonly string[]) =>
  (await Array.fromAsync(desk.log.readAll(0, { types }))).flat().filter(({ actor }) => actor === 'system:policy');

describe('a hand-over', () => {
  it('gives customers, open leads, deals, complaints and tasks to others, and leaves those of other users', async () => {
    await run();
    await customersOf('anna', 6);
    await customersOf('mei', 1);
    await handOver('max');
    await isOver();
    expect(await desk.workOf('max')).toEqual(work(6));
    expect(await desk.workOf('mei')).toEqual(work(1));
  });

  it('gives all that belongs to one customer to the same user', async () => {
    await run();
    await customersOf('anna', 8);
    await handOver('bo', 'max');
    await isOver();
    const [bo, max] = [await desk.workOf('bo'), await desk.workOf('max')];
    expect(bo).toEqual(work(bo['customers']!));
    expect(max).toEqual(work(8 - bo['customers']!));
    expect(bo['customers']).toBeGreaterThan(0);
    expect(max['customers']).toBeGreaterThan(0);
  });

  it('goes on after a stop, and passes each record once', async () => {
    await customersOf('anna', 9);
    let sent = 0;
    const begun = await run(async () => {
      if ((sent += 1) > 5) throw new Error('killed');
    });
    await handOver('max');
    await until(() => sent > 6);
    await begun.stop();
    await run();
    await isOver();
    expect(await desk.workOf('max')).toEqual(work(9));
    for (const type of ['OwnerAssigned', 'ComplaintAssigned', 'DealChanged', 'TaskAssigned', 'LeadAssigned'])
      expect(await changes(type)).toHaveLength(9);
  });

  it('leaves to another what was assigned to that one meanwhile', async () => {
    await customersOf('anna', 3);
    let isAssigned = false;
    await run(async ({ type }) => {
      if (type === 'PassCustomer' && !isAssigned) {
        isAssigned = true;
        await send('AssignOwner', { customerId: 'anna-1', owner: { id: 'mei' } });
      }
    });
    await handOver('max');
    await isOver();
    expect(await desk.workOf('mei')).toMatchObject({ customers: 1 });
    expect(await desk.workOf('max')).toMatchObject({ customers: 2 });
  });

  it('is recorded once, and never to the same user or to one who has left', async () => {
    const refused = async (sent: Promise<unknown>) => ((await sent.catch((error: unknown) => error)) as Rejection).code;
    const first = (await handOver('max')) as object;
    expect(await handOver('max')).toEqual(first);
    expect(await refused(handOver('bo'))).toBe('HandOverAlreadyBegun');
    const other = { handOverId: 'other', userId: 'anna', reason: 'Left.' };
    expect(await refused(send('HandOver', { ...other, to: [{ id: 'anna' }] }))).toBe('HandOverToSelf');
    await send('DeactivateUser', { userId: 'bo', reason: 'Left.' });
    expect(await refused(send('HandOver', { ...other, to: [{ id: 'max' }, { id: 'bo' }] }))).toBe('UserInactive');
  });
});

describe('another owner of a customer', () => {
  it('gets the open deals of the previous one, and no complaint or task', async () => {
    await run();
    await customerOf('anna', 'c');
    await send('OpenDeal', { dealId: 'own', customerId: 'c', ...deal, owner: { id: 'bo' } });
    await send('AssignOwner', { customerId: 'c', owner: { id: 'max' } });
    await until(async () => (await desk.workOf('max'))['deals'] === 1);
    expect(await desk.workOf('anna')).toEqual({ customers: 0, leads: 1, deals: 0, complaints: 1, tasks: 1 });
    expect(await desk.workOf('bo')).toMatchObject({ deals: 1 });
  });

  it('gets those of the user who registered it, if none was assigned before', async () => {
    await run();
    await send('RegisterCustomer', { customerId: 'c', kind: 'person', roles: ['prospect'], name: '王芳' }, 'anna');
    await send('OpenDeal', { dealId: 'd', customerId: 'c', ...deal }, 'bo');
    expect(await desk.workOf('anna')).toMatchObject({ customers: 1, deals: 1 });
    await send('AssignOwner', { customerId: 'c', owner: { id: 'max' } });
    await until(async () => (await desk.workOf('max'))['deals'] === 1);
    expect(await desk.workOf('anna')).toEqual(work(0));
  });
});
