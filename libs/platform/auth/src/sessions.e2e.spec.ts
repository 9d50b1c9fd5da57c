import { chosen, Office } from '../test/office.js';
import { AccountStore } from './index.js';
import { parts } from './secret.js';

let office: Office;
beforeEach(async () => (office = await Office.open()));
afterEach(() => office.close());

const me = (token: string) => office.ask('GET', 'me', token);
const refused = { status: 401, body: { code: 'RefreshTokenNotGood' } };

it('goes on as long as it is refreshed, with another token and another refresh token each time', async () => {
  let { token, refreshToken } = await office.session();
  for (let days = 0; days < 90; days += 29) {
    office.passDays(29);
    expect(await me(token)).toMatchObject({ status: 401 });
    const { status, body } = await office.refresh(refreshToken);
    expect([status, body.refreshToken === refreshToken]).toEqual([200, false]);
    ({ token, refreshToken } = body);
    expect(await me(token)).toMatchObject({ status: 200 });
  }
  office.passDays(30);
  expect(await office.refresh(refreshToken)).toMatchObject(refused);
});

it('ends when a refresh token comes a second time, since it may have been stolen', async () => {
  const { refreshToken } = await office.session();
  const { body: next } = await office.refresh(refreshToken);
  expect(await office.refresh(refreshToken)).toMatchObject(refused);
  expect(await office.refresh(next.refreshToken)).toMatchObject(refused);
  expect(await me(next.token)).toMatchObject({ status: 401 });
});

it('is refreshed once by two that ask at the same time, and then is no more', async () => {
  const { refreshToken } = await office.session();
  const answers = await Promise.all([office.refresh(refreshToken), office.refresh(refreshToken)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  const { body } = answers.find(({ status }) => status === 200)!;
  expect(await office.refresh(body.refreshToken)).toMatchObject(refused);
});

it('ends with a sign-out, and others of the same user go on', async () => {
  const [one, other] = [await office.session(), (await office.signIn(chosen)).body];
  expect(await office.ask('DELETE', 'session', one.token)).toMatchObject({ status: 204, body: {} });
  expect([await me(one.token), await office.refresh(one.refreshToken)]).toMatchObject([{ status: 401 }, refused]);
  expect(await me(other.token)).toMatchObject({ status: 200 });
});

it('ends with all others when its user signs out everywhere', async () => {
  const [one, other] = [await office.session(), (await office.signIn(chosen)).body];
  expect(await office.ask('DELETE', 'session/all', one.token)).toMatchObject({ status: 204 });
  for (const { token, refreshToken } of [one, other])
    expect([await me(token), await office.refresh(refreshToken)]).toMatchObject([{ status: 401 }, refused]);
});

it('ends when the password changes elsewhere', async () => {
  const [one, other] = [await office.session(), (await office.signIn(chosen)).body];
  const { body: next } = await office.change(other.token, chosen, `${chosen} staple`);
  for (const { token, refreshToken } of [one, other])
    expect([await me(token), await office.refresh(refreshToken)]).toMatchObject([{ status: 401 }, refused]);
  expect(await me(next.token)).toMatchObject({ status: 200 });
  expect(await office.refresh(next.refreshToken)).toMatchObject({ status: 200 });
});

it('is not revived, nor is an API key, when its user is deactivated and activated again', async () => {
  const { token, refreshToken } = await office.session();
  const admin = { id: 'admin', name: 'admin', roles: ['administrator'] };
  office.staff.people.set('admin', { ...admin, active: true });
  const { body: key } = await office.ask('POST', 'api-keys', token, { userId: 'admin', name: 'Warehouse' });
  office.staff.people.set('admin', { ...admin, active: false });
  expect([await me(token), await me(key.key)]).toMatchObject([{ status: 401 }, { status: 401 }]);
  office.passMinutes(1);
  office.staff.people.set('admin', { ...admin, active: true, reactivatedAt: office.clock.now.toISOString() });
  expect([await me(token), await me(key.key)]).toMatchObject([{ status: 401 }, { status: 401 }]);
  expect(await office.refresh(refreshToken)).toMatchObject(refused);
  const { body: next } = await office.signIn(chosen);
  expect(await me(next.token)).toMatchObject({ status: 200 });
  expect(await me((await office.refresh(next.refreshToken)).body.token)).toMatchObject({ status: 200 });
});

it('ends with a new one-time password, unlike API keys, which can all be revoked at once', async () => {
  const { token } = await office.session();
  office.hire('li', 'sales');
  const issue = () => office.ask('POST', 'api-keys', token, { userId: 'li', name: 'Warehouse' });
  const keys = [(await issue()).body.key, (await issue()).body.key];
  expect(await office.ask('POST', 'users/li/one-time-password', token)).toMatchObject({ body: { apiKeys: 2 } });
  expect(await me(keys[0]!)).toMatchObject({ status: 200 });
  for (let count = 0; count < 2; count += 1)
    expect(await office.ask('DELETE', 'users/li/api-keys', token)).toMatchObject({ status: 204 });
  for (const key of keys) expect(await me(key)).toMatchObject({ status: 401 });
  expect(office.facts.told.filter((fact) => 'revoked' in fact)).toHaveLength(2);
  expect(await office.ask('POST', 'users/li/one-time-password', token)).toMatchObject({ body: { apiKeys: 0 } });
});

it('gives way to the 20 that came after it', async () => {
  const first = await office.session();
  for (let count = 0; count < 19; count += 1) await office.signIn(chosen);
  expect(await me(first.token)).toMatchObject({ status: 200 });
  await office.signIn(chosen);
  expect(await me(first.token)).toMatchObject({ status: 401 });
});

it('has nothing to refresh as long as the password has to be changed', async () => {
  expect(await office.signIn(office.oneTime)).toMatchObject({
    body: { mustChangePassword: true, refreshToken: null, refreshExpiresAt: null },
  });
});

it('is known after a restart, by what nobody can sign in with', async () => {
  const { refreshToken } = await office.session();
  const { id, secret } = parts('annr', refreshToken)!;
  const recorded = await office.recorded();
  expect(recorded).not.toContain(secret);
  expect(JSON.parse(recorded)).toMatchObject([{ body: { sessions: [{ id }] } }]);
});

it.each(['', 'x', 'annr_000000000000000000000000_', `annr_${'0'.repeat(24)}_${'A'.repeat(43)}`, 'ann_1_2'])(
  'is not refreshed by "%s"',
  async (refreshToken) => {
    await office.session();
    expect(await office.refresh(refreshToken)).toMatchObject(refused);
  },
);

it('ends with the user', async () => {
  office.hire('admin', 'sales');
  const { token, refreshToken } = await office.session();
  expect(await me(token)).toMatchObject({ status: 200, body: { name: 'admin.name', roles: ['sales'] } });
  office.staff.people.set('admin', { id: 'admin', name: 'admin', roles: ['sales'], active: false });
  expect(await me(token)).toMatchObject({ status: 401 });
  expect(await office.refresh(refreshToken)).toMatchObject(refused);
  expect(await office.signIn(chosen)).toMatchObject({ status: 403, body: { code: 'UserDeactivated' } });
  expect(await office.signIn('wrong')).toMatchObject({ status: 401, body: { code: 'WrongNameOrPassword' } });
});

it('keeps to what another process has written meanwhile', async () => {
  const { refreshToken } = await office.session();
  const elsewhere = new AccountStore(office.records);
  await elsewhere.change('admin', (account) => ({ ...account!, sessions: [] }));
  expect(await office.refresh(refreshToken)).toMatchObject(refused);
});
