import { EventStoreDbServer } from '@annals/eventstoredb-server';
import { MemoryEventStore } from '@annals/store-memory';
import { join } from 'node:path';
import { tls, trusted } from '../../../libs/eventstoredb-server/test/tls.js';
import { stage } from './stage.js';

const { folder, run } = stage();

let server: EventStoreDbServer;
beforeAll(async () => {
  const users = [{ name: 'annals', password: 'secret', isAdmin: true }];
  server = await EventStoreDbServer.start({ log: new MemoryEventStore(), tls, users });
});
afterAll(() => server.stop());

it.each([
  ['the password', () => `${server.url.replace('secret', 'wrong')}?${trusted}`, 'refuses this user or password'],
  ['a certificate of an unknown CA', () => server.url, 'set tlsCAFile in EVENT_STORE_URL'],
  [
    'a certificate of another host',
    () => `${server.url.replace('localhost', '127.0.0.1')}?${trusted}`,
    'its certificate is not for the host that EVENT_STORE_URL names',
  ],
])('does not start with a log that it cannot use because of %s, and says what to do', async (_, url, sentence) => {
  const environment = { DATA_DIR: join(folder, 'refused'), EVENT_STORE_URL: url() };
  const { code, err } = await run(process.execPath, ['apps/query/dist/main.js'], environment);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/secret|wrong|\n {4}at /);
  expect(code).toBe(1);
});
