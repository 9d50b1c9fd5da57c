import type { Draft } from '@annals/event-sourcing';
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
  await send('AddUser', { userId: 'anna', name: 'anna', displayName: 'Anna' });
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  await desk.projector.stop();
  await desk.app.close();
});

let count = 0;
const send = (type: string, fields: object) =>
  desk.execute(type, fields, originOf({ commandId: `command-${(count += 1)}` }, 'anna'));

const run = async (before: (draft: Draft) => void = () => undefined) => {
  const runner = desk.runner(async (draft, origin) => {
    before(draft);
    return desk.execute(draft.type, draft.fields, origin);
  });
  runners.push(runner);
  await runner.start();
  return runner;
};

const deal = { title: '办公室茶叶', value: { amount: '5000.00', currency: 'CNY' } };
const lead = {
  ...{ leadId: 'le-1', source: 'web-form', name: '王芳', company: '东方茶业有限公司', phones: ['021 6123 4567'] },
  ...{ emails: ['wang@example.com'], city: '上海', country: 'CN', language: 'zh', need: '茶叶', products: ['Chai'] },
  consents: [
    { channel: 'email', purpose: 'marketing', given: true, wording: '同意' },
    { channel: 'phone', purpose: 'marketing', given: false },
  ],
};
const typesIn = async (stream: string) => (await desk.log.read(stream)).map(({ type }) => type);
const isOpened = async () => (await typesIn('deal-lead:le-1')).length > 0;

const CUSTOMER = [
  ...[
    'CustomerRegistered',
    'OwnerAssigned',
    'ContactPreferenceSet',
    'ConsentGiven',
    'ConsentWithdrawn',
    'NeedRecorded',
  ],
];

it('a converted lead is a customer with contact person, consents, need and deal', async () => {
  await run();
  await send('CaptureLead', lead);
  await send('ConvertLead', { leadId: 'le-1', deal });
  await until(async () => (await isOpened()) && (await typesIn('customer-lead:le-1')).length === CUSTOMER.length);
  expect(await typesIn('customer-lead:le-1')).toEqual(CUSTOMER);
  const [registered, assigned] = await desk.log.read('customer-lead:le-1');
  const personId = 'lead:le-1:le-1';
  expect(registered!.data).toMatchObject({
    profile: {
      ...{ kind: 'organisation', name: '东方茶业有限公司', roles: ['prospect'], geographic: { country: 'CN' } },
      addresses: [{ kind: 'other', city: '上海', country: 'CN' }],
      contactPersons: [{ personId, name: '王芳', phone: '021 6123 4567', email: 'wang@example.com', primary: true }],
    },
  });
  expect(assigned!.data).toMatchObject({ owner: { id: 'anna' } });
  const [opened] = await desk.log.read('deal-lead:le-1');
  expect(opened!.data).toMatchObject({ customerId: 'lead:le-1', ...deal });
});

it('is carried out once, whenever the policies stop and however often the command is repeated', async () => {
  await send('CaptureLead', lead);
  for (let stopped = 1; stopped <= 8; stopped += 1) {
    let sent = 0;
    const runner = await run(() => {
      if ((sent += 1) >= stopped) throw new Error('killed');
    });
    await send('ConvertLead', { leadId: 'le-1', deal });
    await until(() => sent >= stopped || isOpened());
    await runner.stop();
  }
  await run();
  await until(isOpened);
  expect(await typesIn('customer-lead:le-1')).toEqual(CUSTOMER);
  expect(await typesIn('lead-le-1')).toEqual(['LeadCaptured', 'LeadConverted', 'LeadDealDue']);
  expect((await typesIn('deal-lead:le-1')).filter((type) => type === 'DealOpened')).toHaveLength(1);
});

it('of a person whose e-mail address another customer has, all but the address is recorded', async () => {
  await run();
  const other = { kind: 'person', name: '王芳', roles: ['prospect'], email: 'wang@example.com' };
  await send('RegisterCustomer', { ...other, customerId: 'u-1' });
  await send('CaptureLead', { ...lead, company: undefined });
  await send('ConvertLead', { leadId: 'le-1', deal });
  await until(async () => (await isOpened()) && (await typesIn('customer-lead:le-1')).length === CUSTOMER.length);
  expect(await typesIn('customer-lead:le-1')).toEqual(CUSTOMER);
});

it('for a customer who is registered is a contact person and a deal of that one', async () => {
  await run();
  await send('RegisterCustomer', { customerId: 'u-1', kind: 'organisation', name: 'Acme', roles: ['prospect'] });
  await send('CaptureLead', lead);
  for (let time = 0; time < 2; time += 1)
    await send('ConvertLeadForCustomer', { leadId: 'le-1', customerId: 'u-1', deal });
  await until(async () => (await isOpened()) && (await typesIn('customer-u-1')).includes('NeedRecorded'));
  expect(await typesIn('customer-u-1')).toEqual([
    ...['CustomerRegistered', 'CustomerDataChanged', 'ConsentGiven', 'ConsentWithdrawn', 'NeedRecorded'],
  ]);
  const [opened] = await desk.log.read('deal-lead:le-1');
  expect(opened!.data).toMatchObject({ customerId: 'u-1', ...deal });
});
