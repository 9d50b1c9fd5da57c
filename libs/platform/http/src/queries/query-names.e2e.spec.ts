import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parcelsApp } from '../../test/parcels.js';
import type { Problem } from '../index.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await parcelsApp(new MemoryEventStore());
});
afterAll(() => app.close());

const errorsOf = async (method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url, ...(payload && { payload }) });
  return (answer.json<Problem>().errors ?? []).map(({ field, rule, message }) => `${field} ${rule}: ${message}`);
};

const id = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8';

it.each([
  ['GET', `/v1/parcels/${id}?colour=red`],
  ['POST', '/v1/parcels?colour=red'],
  ['POST', '/v1/commands?colour=red'],
  ['GET', '/v1/parcels?colour=red'],
] as const)('refuses a parameter that nothing looks at: %s %s', async (method, url) =>
  expect(await errorsOf(method, url, method === 'POST' ? { customerId: 'c', commands: [{}] } : undefined)).toEqual([
    expect.stringMatching(/^colour unknownField: There is no field `colour`/),
  ]),
);

it('names the parameter that was meant', async () =>
  expect(await errorsOf('GET', '/v1/parcels?limt=3')).toEqual([expect.stringMatching(/Did you mean `limit`\?$/)]));

it('takes a consistency token where a view is read only', async () => {
  expect(await errorsOf('GET', '/v1/parcels?consistencyToken=x')).toEqual([]);
  expect(await errorsOf('POST', '/v1/parcels?consistencyToken=x', { customerId: 'c' })).toEqual([
    expect.stringMatching(/^consistencyToken unknownField/),
  ]);
});
