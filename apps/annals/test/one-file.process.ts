import type { Client, Receipt } from './client.js';
import { stage } from './stage.js';

const { open } = stage();

let client: Client;
beforeAll(async () => {
  ({ client } = await open());
});

it('names probable duplicates when a customer is registered, and registers none if that is asked for', async () => {
  const profile = { kind: 'organisation', roles: ['prospect'], phone: '0755-28780808' };
  const { body } = await client.post('/v1/customers', { customerId: 'hua-1', name: '华为技术有限公司', ...profile });
  expect(body).not.toHaveProperty('duplicates');
  await client.get('/v1/customers/hua-1/duplicates', { 'consistency-token': (body as Receipt).consistencyToken });
  const other = { customerId: 'hua-2', name: 'Huawei Technologies Co., Ltd.', ...profile };
  const refused = await client.post('/v1/customers', { ...other, ifNoDuplicates: true });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'ProbableDuplicate', details: { customers: ['hua-1'] } },
  });
  const found = { customerId: 'hua-1', name: '华为技术有限公司', verdict: 'same' };
  const why = { code: 'phone-same', detail: 'A telephone number is the same' };
  expect(await client.post('/v1/customers', other)).toMatchObject({
    status: 201,
    body: { id: 'hua-2', duplicates: [{ ...found, evidence: [{ code: 'name-translated' }, why] }] },
  });
});
