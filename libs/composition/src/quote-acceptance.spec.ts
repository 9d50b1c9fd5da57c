import type { Draft } from '@annals/event-sourcing';
import { originOf } from '@annals/http';
import { until } from '@annals/testing';
import { openPassing } from '../test/passing.js';

type Desk = Awaited<ReturnType<typeof openPassing>>;

let desk: Desk;
let runners: ReturnType<Desk['runner']>[] = [];
beforeEach(async () => {
  desk = await openPassing();
  runners = [];
  await desk.projector.start();
  await send('AddUser', { userId: 'anna', name: 'anna', displayName: 'Anna' });
  await send('RegisterCustomer', { customerId: 'c-1', kind: 'organisation', name: 'Acme', roles: ['prospect'] });
  await send('OpenDeal', { dealId: 'd-1', customerId: 'c-1', title: '茶叶', currency: 'CNY', lines });
  await send('DraftQuote', { quoteId: 'q-1', customerId: 'c-1', dealId: 'd-1', validUntil: '2999-12-31' });
  await send('SendQuote', { quoteId: 'q-1' });
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  await desk.projector.stop();
  await desk.app.close();
});

const lines = [{ product: 'Chai', quantity: '10', unitPrice: '9.80' }];
let count = 0;
const send = (type: string, fields: object) =>
  desk.execute(type, fields, originOf({ commandId: `command-${(count += 1)}` }, 'anna'));
const accept = () => send('AcceptQuote', { quoteId: 'q-1', acceptedBy: '王芳' });

const run = async (before: (draft: Draft) => void = () => undefined) => {
  const runner = desk.runner(async (draft, origin) => {
    before(draft);
    return desk.execute(draft.type, draft.fields, origin);
  });
  runners.push(runner);
  await runner.start();
  return runner;
};

const stepsOf = async () => (await desk.log.read('deal-d-1')).map(({ data }) => ('to' in data ? data.to : null));
const orders = () => desk.log.read('order-quote:q-1');
const isDone = async () => (await orders()).length > 0 && (await stepsOf()).includes('trading');

it('an accepted quote is an order for its total, and its deal is trading', async () => {
  await run();
  await accept();
  await until(isDone);
  const [placed] = await orders();
  expect(placed!.data).toMatchObject({
    ...{ orderId: 'quote:q-1', customerId: 'c-1', number: 'q-1', value: { amount: '110.74', currency: 'CNY' } },
    lines: [{ product: 'Chai', quantity: '10.00', net: '98.00' }],
  });
});

it('is carried out once, whenever the policies stop and however often the command is repeated', async () => {
  for (let stopped = 1; stopped <= 3; stopped += 1) {
    let sent = 0;
    const runner = await run(() => {
      if ((sent += 1) >= stopped) throw new Error('killed');
    });
    await accept();
    await until(async () => sent >= stopped || (await isDone()));
    await runner.stop();
  }
  await run();
  await until(isDone);
  await accept();
  expect((await orders()).length).toBe(1);
  expect(await stepsOf()).toEqual([null, 'trading']);
});
