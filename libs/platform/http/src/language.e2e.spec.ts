import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { parcelsApp } from '../test/parcels.js';

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
