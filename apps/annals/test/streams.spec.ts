import { AccountStore, Tokens } from '@annals/auth';
import * as product from '@annals/composition';
import { CHANGE, PASSWORD, STORED_PASSWORD } from './cheap-password.js';
import { openStaffed } from './staffed.js';
import { streamed, type Streamed } from './streamed.js';

let office: Awaited<ReturnType<typeof openStaffed>>;
let accounts: AccountStore;
beforeAll(async () => {
  office = await openStaffed(['administrator'], product, {}, (records) => (accounts = new AccountStore(records)));
  await office.app.listen(0, '127.0.0.1');
});
afterAll(() => office.app.close());

type Headers = Readonly<Record<string, string>>;
type Body = Readonly<Record<string, string>>;
const admin = (method: 'POST' | 'DELETE', url: string, body: object = {}) =>
  office.ask('administrator', method, `/v1/${url}`, body);
const told = async (url: string, body: object = {}): Promise<Body> => {
  const answer = await admin('POST', url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${JSON.stringify(answer.body)}`);
  return answer.body as Body;
};
const register = (customerId: string) =>
  told('customers', { customerId, kind: 'person', name: customerId, roles: ['prospect'] });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const hire = async (userId: string, role: string, place: object = {}) => {
  await told('users', { userId, name: userId, displayName: userId });
  await told(`users/${userId}/place`, place);
  await told(`users/${userId}/grant-roles`, { roles: [role] });
};

const keyOf = async (userId: string) => {
  const { key, keyId } = await told('api-keys', { userId, name: userId });
  return { keyId: keyId!, headers: { 'x-api-key': key! } };
};

/** The headers of a new session of a user. */
const signIn = async (userId: string): Promise<Headers> => {
  const account = { id: userId, name: userId, roles: [], password: STORED_PASSWORD, oneTime: false, generation: 1 };
  await accounts.change(userId, (known) => known ?? account);
  const { body } = await office.ask(null, 'POST', '/v1/session', { name: userId, password: PASSWORD });
  return bearer((body as Body)['token']!);
};

/** Nothing that happens after the end comes through the stream. */
const expectEnded = async (stream: Streamed, userId: string) => {
  const after = `after-${userId}`;
  await register(after);
  const text = await stream.rest();
  expect(text).not.toContain(after);
  expect(text).toMatch(/event: problem\ndata: \{"type":"urn:annals:problem:Not(Authenticated|Allowed)"/);
};

describe('with a key', () => {
  const endings: [string, (userId: string, keyId: string) => Promise<{ readonly status: number }>][] = [
    ['its key is revoked', (_, keyId) => admin('DELETE', `api-keys/${keyId}`)],
    ['all keys of its user are revoked', (userId) => admin('DELETE', `users/${userId}/api-keys`)],
    ['its user is deactivated', (userId) => admin('POST', `users/${userId}/deactivate`, { reason: 'left' })],
    ['its user loses the right', (userId) => admin('POST', `users/${userId}/grant-roles`, { roles: [] })],
  ];
  it.each(endings)('a stream ends when %s', async (what, end) => {
    const userId = what.replaceAll(' ', '-');
    await hire(userId, 'administrator');
    const { keyId, headers } = await keyOf(userId);
    const stream = await streamed(await office.app.getUrl(), headers);
    expect((await end(userId, keyId)).status).toBeLessThan(300);
    await expectEnded(stream, userId);
  });
});

describe('of a session', () => {
  const endings: [string, (headers: Headers, userId: string) => Promise<unknown>][] = [
    ['its user signs out', (headers) => office.ask(null, 'DELETE', '/v1/session', {}, headers)],
    ['its user signs out everywhere', (headers) => office.ask(null, 'DELETE', '/v1/session/all', {}, headers)],
    [
      'it is ended from the list of sessions',
      async (headers) => {
        const { body } = await office.ask(null, 'GET', '/v1/me/sessions', {}, headers);
        const [{ sessionId }] = (body as unknown as { items: [{ sessionId: string }] }).items;
        return office.ask(null, 'POST', `/v1/me/sessions/${sessionId}/end`, {}, headers);
      },
    ],
    ['the password of its user is reset', (_, userId) => told(`users/${userId}/one-time-password`)],
    [
      'the password is changed elsewhere',
      async (_, userId) => office.ask(null, 'POST', '/v1/session/password', CHANGE, await signIn(userId)),
    ],
  ];
  it.each(endings)('a stream ends when %s', async (what, end) => {
    const userId = what.replaceAll(' ', '-');
    await hire(userId, 'administrator');
    const headers = await signIn(userId);
    const stream = await streamed(await office.app.getUrl(), headers);
    await end(headers, userId);
    await expectEnded(stream, userId);
  });

  it('a stream ends when its token expires', async () => {
    const tokens = new Tokens(new Uint8Array(32), 5 / 60);
    const headers = bearer((await tokens.issue({ id: 'administrator', generation: 1 })).token);
    const stream = await streamed(await office.app.getUrl(), headers);
    const asked = () => office.ask(null, 'GET', '/v1/access', {}, headers);
    while ((await asked()).status !== 401) await new Promise(setImmediate);
    await expectEnded(stream, 'expired');
  });
});

describe('of a user of less than all', () => {
  const IN_TEAM = { teamId: 't' };
  const narrowed: [string, string, object, string, (userId: string) => Promise<unknown>][] = [
    ['its user is moved to another unit', 'sales', IN_TEAM, 'team', (userId) => told(`users/${userId}/place`)],
    [
      'its user gets a role of a narrower scope',
      ...(['manager', IN_TEAM, 'department'] as const),
      (userId) => told(`users/${userId}/grant-roles`, { roles: ['sales'] }),
    ],
    [
      'the unit of the customer is moved out of the department',
      ...(['manager', IN_TEAM, 'in-branch'] as const),
      () => told('organisation/departments/branch/move', { parentId: null }),
    ],
  ];
  beforeAll(async () => {
    await told('organisation/departments', { departmentId: 'branch', name: 'Branch', parentId: 'd' });
    await hire('cousin', 'sales', { departmentId: 'branch' });
    await register('in-branch');
    await told('customers/in-branch/assign-owner', { owner: { id: 'cousin' } });
  });

  const change = (customerId: string, phone: string) =>
    told(`customers/${customerId}/change-data`, { changes: { phone }, reason: 'called' });

  it.each(narrowed)('a stream shows no more of a customer when %s', async (what, role, place, customerId, narrow) => {
    const userId = what.replaceAll(' ', '-');
    await hire(userId, role, place);
    await register(`own-${userId}`);
    await told(`customers/own-${userId}/assign-owner`, { owner: { id: userId } });
    const { headers } = await keyOf(userId);
    const marks = ['1', '2', '3'].map((mark) => `${mark} ${userId}`);
    await change(customerId, marks[0]!);
    const stream = await streamed(await office.app.getUrl(), headers);
    await narrow(userId);
    await change(customerId, marks[1]!);
    await change(`own-${userId}`, marks[2]!);
    const text = await stream.until(marks[2]!);
    expect(marks.map((mark) => text.includes(mark))).toEqual([expect.any(Boolean), false, true]);
  });
});
