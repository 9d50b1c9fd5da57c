import { AccountStore } from '@annals/auth';
import * as product from '@annals/composition';
import { openStaffed } from './staffed.js';

let office: Awaited<ReturnType<typeof openStaffed>>;
beforeAll(async () => {
  office = await openStaffed(['administrator'], product, {}, (records) => new AccountStore(records));
  await office.app.listen(0, '127.0.0.1');
});
afterAll(() => office.app.close());

const admin = (method: 'POST' | 'DELETE', url: string, body: object = {}) =>
  office.ask('administrator', method, `/v1/${url}`, body);
const register = (customerId: string) =>
  admin('POST', 'customers', { customerId, kind: 'person', name: customerId, roles: ['prospect'] });

/** What a stream with a key brings until it ends. */
const streamed = async (key: string) => {
  const headers = { 'x-api-key': key, accept: 'text/event-stream' };
  const { body, status } = await fetch(`${await office.app.getUrl()}/v1/events?after=0`, { headers });
  expect(status).toBe(200);
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? '';
  const rest = async () => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += value;
      }
    } catch {
      return text; // cut off
    }
  };
  return { ended: rest() };
};

const endings: [string, (userId: string, keyId: string) => Promise<{ readonly status: number }>][] = [
  ['its key is revoked', (_, keyId) => admin('DELETE', `api-keys/${keyId}`)],
  ['all keys of its user are revoked', (userId) => admin('DELETE', `users/${userId}/api-keys`)],
  ['its user is deactivated', (userId) => admin('POST', `users/${userId}/deactivate`, { reason: 'left' })],
  ['its user loses the right', (userId) => admin('POST', `users/${userId}/grant-roles`, { roles: [] })],
];

it.each(endings)('a stream ends when %s', async (what, end) => {
  const userId = what.replaceAll(' ', '-');
  await admin('POST', 'users', { userId, name: userId, displayName: what });
  await admin('POST', `users/${userId}/grant-roles`, { roles: ['administrator'] });
  const { body } = await admin('POST', 'api-keys', { userId, name: what });
  const { key, keyId } = body as { key: string; keyId: string };
  const stream = await streamed(key);
  expect((await end(userId, keyId)).status).toBeLessThan(300);
  const after = `after-${userId}`;
  expect(await register(after)).toMatchObject({ status: 201 });
  expect(await stream.ended).not.toContain(after);
});
