import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { parcelsApp } from '../../test/parcels.js';

let app: NestFastifyApplication;
beforeAll(async () => (app = await parcelsApp(new MemoryEventStore())));
afterAll(() => app.close());

it('answers a problem in the language that is asked for, and says which', async () => {
  const id = randomUUID();
  const ask = (language: string) => {
    const headers = { 'accept-language': language };
    return app.inject({ method: 'POST', url: `/v1/parcels/${id}/send`, headers, payload: { kilos: 1 } });
  };
  const [en, zh, other] = await Promise.all([ask('en'), ask('zh-CN,zh;q=0.9,en;q=0.8'), ask('fr')]);
  expect([en, zh, other].map(({ headers }) => headers['content-language'])).toEqual(['en', 'zh', 'en']);
  expect(zh.json()).toMatchObject({
    title: '包裹不存在',
    detail: `没有包裹 ${id}，请先打包。`,
    code: 'ParcelNotRegistered',
  });
});

const errorsOf = async (request: { url: string; payload?: object }, language: string) => {
  const method = request.payload ? 'POST' : 'GET';
  const response = await app.inject({ method, ...request, headers: { 'accept-language': language } });
  return response.json<{ readonly errors: readonly { readonly message: string }[] }>().errors;
};

it.each([
  [
    { url: `/v1/parcels/${randomUUID()}/send`, payload: {} },
    '`kilos` is missing. Send a number.',
    '缺少 `kilos`，请发送数字。',
  ],
  [
    { url: '/v1/parcels', payload: { custmerId: 'c1', customerId: 'c1' } },
    'There is no field `custmerId`. Did you mean `customerId`?',
    '没有字段 `custmerId`。是否应为 `customerId`？',
  ],
  [
    { url: '/v1/parcels?limt=5' },
    'There is no field `limt`. Did you mean `limit`?',
    '没有字段 `limt`。是否应为 `limit`？',
  ],
  [
    { url: '/v1/parcels?limit=101' },
    '`limit` is greater than 100. Send 100 or less.',
    '`limit` 大于 100，请发送不大于 100 的值。',
  ],
  [{ url: '/v1/parcels?limit=1.5' }, '`limit` is not valid. Send a whole number.', '`limit` 无效，请发送整数。'],
  [{ url: '/v1/commands', payload: {} }, '`commands` is missing. Send a list.', '缺少 `commands`，请发送列表。'],
  [
    { url: '/v1/commands', payload: { commands: [] } },
    '`commands` has fewer entries than 1. Send at least 1.',
    '`commands` 少于 1 项，请至少发送 1 项。',
  ],
])('says in both languages what is wrong with %j', async (request, en, zh) => {
  expect(await errorsOf(request, 'en')).toMatchObject([{ message: en }]);
  expect(await errorsOf(request, 'zh')).toMatchObject([{ message: zh }]);
});
