import { originOf } from '@annals/http';
import type { PolicyRunner } from '@annals/projecting';
import { until } from '@annals/testing';
import { openPassing } from '../test/passing.js';

let desk: Awaited<ReturnType<typeof openPassing>>;
let runner: PolicyRunner;
beforeEach(async () => {
  desk = await openPassing();
  runner = desk.runner(({ type, fields }, origin) => desk.execute(type, fields, origin));
  await desk.projector.start();
  await runner.start();
});
afterEach(async () => {
  await runner.stop();
  await desk.projector.stop();
  await desk.app.close();
});

let count = 0;
const send = (type: string, fields: object) =>
  desk.execute(type, fields, originOf({ ...fields, commandId: `command-${(count += 1)}` }, 'li.na'));

const complaint = { category: 'outage', severity: 'high', subject: '停电', text: '本周三次' };
const complaintOf = async (id: string) => (await desk.log.read(`complaint-caller:${id}`))[0];

it('the complaint of an unknown caller is one of the customer from the identification on, due as of the call', async () => {
  const call = { channel: 'phone', purpose: 'service', summary: '停电', occurredAt: '2026-01-05T02:00:00.000Z' };
  await send('RegisterCustomer', { customerId: 'u-1', kind: 'person', roles: ['prospect'], name: '王芳' });
  await send('RecordCaller', { ...call, callerId: 'content' });
  await send('RecordCaller', { ...call, callerId: 'cl-1', complaint });
  await send('FileComplaint', {
    ...complaint,
    complaintId: 'same',
    customerId: 'u-1',
    channel: 'phone',
    occurredAt: call.occurredAt,
  });
  for (const callerId of ['content', 'cl-1']) await send('IdentifyCaller', { callerId, customerId: 'u-1' });
  await until(async () => (await complaintOf('cl-1')) !== undefined);
  const [same] = await desk.log.read('complaint-same');
  expect(await complaintOf('cl-1')).toMatchObject({
    ...{ type: 'ComplaintFiled', subject: 'u-1', occurredAt: call.occurredAt, actor: 'system:policy' },
    data: { ...same!.data, complaintId: 'caller:cl-1' },
  });
  expect(await complaintOf('content')).toBeUndefined();
});
