import { chosen, Office } from '../test/office.js';

let office: Office;
beforeEach(async () => (office = await Office.open()));
afterEach(() => office.close());

it('returns a token for name and password that is valid for a quarter of an hour', async () => {
  const token = await office.signedIn();
  expect(await office.signIn(chosen, ' Admin')).toMatchObject({
    status: 200,
    body: {
      expiresAt: '2026-01-05T09:15:00.000Z',
      refreshExpiresAt: '2026-02-04T09:00:00.000Z',
      user: { id: 'admin', name: 'admin', roles: ['administrator'] },
      mustChangePassword: false,
    },
  });
  expect(await office.ask('GET', 'me', token)).toMatchObject({
    status: 200,
    body: { id: 'admin', roles: ['administrator'] },
  });
});

it('lets nobody in without a token, unless the route is public', async () => {
  const refused = await office.ask('GET', 'me');
  expect(refused).toMatchObject({ status: 401, body: { code: 'NotAuthenticated' } });
  expect(refused.headers['www-authenticate']).toBe('Bearer realm="annals"');
  expect(await office.ask('GET', 'door')).toMatchObject({ status: 200 });
});

it('asks the policy for every route', async () => {
  const token = await office.signedIn();
  expect(await office.ask('GET', 'vault/top', token)).toMatchObject({ status: 403, body: { code: 'NotAllowed' } });
  expect(await office.ask('GET', 'vault/bottom', token)).toMatchObject({ status: 200 });
});

it('takes a one-time password for its own change only', async () => {
  const { body } = await office.signIn(office.oneTime);
  expect(body).toMatchObject({ mustChangePassword: true });
  expect(await office.ask('GET', 'me', body.token)).toMatchObject({
    status: 403,
    body: { code: 'PasswordChangeRequired' },
  });
  expect(await office.change(body.token, office.oneTime, chosen)).toMatchObject({
    status: 200,
    body: { mustChangePassword: false },
  });
});

it('ends what was signed in with the old password', async () => {
  const token = await office.signedIn();
  await office.change(token, chosen, `${chosen} staple`);
  expect(await office.ask('GET', 'me', token)).toMatchObject({ status: 401 });
  expect(await office.signIn(office.oneTime)).toMatchObject({ status: 401 });
});

it.each([
  ['a wrong one', 'wrong password', chosen, 401, 'WrongNameOrPassword'],
  ['the same one again', '', '', 409, 'PasswordNotNew'],
  ['a short new one', '', 'short', 400, 'ValidationFailed'],
])('does not change a password for %s', async (_, current, next, status, code) => {
  const { body } = await office.signIn(office.oneTime);
  expect(await office.change(body.token, current || office.oneTime, next || office.oneTime)).toMatchObject({
    status,
    body: { code },
  });
});

it('answers a wrong password as it does an unknown name', async () => {
  const [wrong, unknown] = [await office.signIn('wrong'), await office.signIn('wrong', 'nobody')];
  expect(wrong).toMatchObject({ status: 401, body: { code: 'WrongNameOrPassword' } });
  expect({ ...unknown.body, instance: wrong.body.instance }).toEqual(wrong.body);
});

it.each(['admin', 'nobody'])('locks %s after ten wrong passwords, for five minutes', async (name) => {
  for (let count = 0; count < 10; count += 1) expect((await office.signIn('wrong', name)).status).toBe(401);
  const locked = await office.signIn(office.oneTime, name);
  expect(locked).toMatchObject({ status: 429, body: { code: 'TooManyAttempts' }, headers: { 'retry-after': '300' } });
  office.passMinutes(5);
  expect((await office.signIn(office.oneTime, name)).status).toBe(name === 'admin' ? 200 : 401);
});

it('does not let more passwords be tried at the same time', async () => {
  const tries = await Promise.all(Array.from({ length: 14 }, () => office.signIn('wrong')));
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(4);
});

it('forgets wrong passwords once the right one comes', async () => {
  for (let count = 0; count < 9; count += 1) await office.signIn('wrong');
  await office.signIn(office.oneTime);
  expect((await office.signIn('wrong')).status).toBe(401);
  expect((await office.signIn(office.oneTime)).status).toBe(200);
});
