import { Cookies, cookieIn, HTTPS, OWN, setIn } from '../test/cookies.js';
import { chosen, Office, withOtherSecret } from '../test/office.js';

let office: Office;
let cookies: Cookies;
beforeEach(async () => {
  office = await Office.open();
  cookies = new Cookies(office);
});
afterEach(() => office.close());

it('keeps the credential in a cookie that scripts and other sites cannot use, and out of the answer', async () => {
  await cookies.opened();
  const reply = await cookies.signIn(chosen);
  expect(reply).toMatchObject({
    status: 200,
    body: { user: { id: 'admin', name: 'admin', roles: ['administrator'] }, mustChangePassword: false },
  });
  expect(setIn(reply)).toMatch(/^annals=annc_\w+_[\w-]+; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Strict$/);
  expect(JSON.stringify(reply.body)).not.toContain('annc_');
  expect(await cookies.me(cookieIn(reply))).toMatchObject({ status: 200, body: { id: 'admin' } });
});

it('is sent over HTTPS only, and cannot be set by another host, where the page came over HTTPS', async () => {
  const reply = await cookies.signIn(office.oneTime, { ...OWN, ...HTTPS });
  expect(setIn(reply)).toMatch(/^__Host-annals=[\w.-]+; Path=\/; Max-Age=900; HttpOnly; SameSite=Strict; Secure$/);
  const other = cookieIn(reply).replace('__Host-', '');
  expect(await office.send('GET', 'session', { cookie: other, ...HTTPS })).toMatchObject({ status: 401 });
  expect(await office.send('GET', 'session', { cookie: cookieIn(reply), ...HTTPS })).toMatchObject({ status: 200 });
});

it('is for choosing a password only, after a one-time password', async () => {
  const reply = await cookies.signIn(office.oneTime);
  const cookie = cookieIn(reply);
  expect(reply.body).toMatchObject({ mustChangePassword: true });
  expect(await cookies.me(cookie)).toMatchObject({ status: 403, body: { code: 'PasswordChangeRequired' } });
  expect(await office.send('GET', 'session', { cookie })).toMatchObject({ body: { mustChangePassword: true } });
  office.passMinutes(15);
  expect(await office.send('GET', 'session', { cookie })).toMatchObject({ status: 401 });
});

describe('a request that changes something is refused', () => {
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another host of the site', { 'sec-fetch-site': 'same-site' }],
    ['of an older browser from another site', { origin: 'https://evil.example' }],
    ['of an older browser from another port', { origin: 'http://localhost:81' }],
    ['of an opaque origin', { origin: 'null' }],
    ['that does not say where it comes from', {}],
  ])('%s', async (_, headers: Record<string, string>) => {
    const cookie = await cookies.opened();
    const refused = { status: 403, body: { code: 'CrossSiteRequest' } };
    expect(await office.send('DELETE', 'session', { cookie, ...headers })).toMatchObject(refused);
    expect(await cookies.choose(cookie, chosen, 'another quiet otter', headers)).toMatchObject(refused);
    expect(await cookies.signIn(chosen, headers)).toMatchObject(refused);
    expect(await cookies.me(cookie)).toMatchObject({ status: 200 });
  });
});

it('takes a request of an older browser from the same origin', async () => {
  const cookie = await cookies.opened();
  expect(await office.send('DELETE', 'session', { cookie, origin: 'http://localhost' })).toMatchObject({ status: 204 });
});

it('needs no origin for a request with a token, which no browser adds by itself', async () => {
  const cookie = await cookies.opened();
  const { body } = await office.signIn(chosen);
  const headers = { cookie, authorization: `Bearer ${body.token}` };
  expect(await office.send('DELETE', 'session', headers)).toMatchObject({ status: 204 });
  expect(await cookies.me(cookie)).toMatchObject({ status: 200 });
});

it('does not take the place of a token that is invalid', async () => {
  const cookie = await cookies.opened();
  expect(await cookies.me(cookie, { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
});

it.each([
  ['a wrong secret', withOtherSecret],
  ['no cookie of ours', () => 'annals=anything'],
  ['an empty one', () => 'annals='],
  ['another cookie', () => 'theme=dark; annalsx=1'],
])('is not valid with %s', async (_, altered) => {
  const cookie = await cookies.opened();
  expect(await cookies.me(altered(cookie))).toMatchObject({ status: 401, body: { code: 'NotAuthenticated' } });
});

it('is not exchanged for tokens', async () => {
  const cookie = await cookies.opened();
  const refreshToken = cookie.replace('annals=annc_', 'annr_');
  expect(await office.refresh(refreshToken)).toMatchObject({ status: 401, body: { code: 'RefreshTokenNotGood' } });
  expect(await cookies.me(cookie)).toMatchObject({ status: 200 });
});

it('is listed among the sessions of the user', async () => {
  const cookie = await cookies.opened();
  expect(await office.send('GET', 'me/sessions', { cookie })).toMatchObject({ body: { items: [{ current: true }] } });
});

it('counts wrong passwords as other sign-ins do', async () => {
  for (let count = 0; count < 10; count += 1) expect((await cookies.signIn('wrong')).status).toBe(401);
  expect(await cookies.signIn('wrong')).toMatchObject({ status: 429, body: { code: 'TooManyAttempts' } });
});
