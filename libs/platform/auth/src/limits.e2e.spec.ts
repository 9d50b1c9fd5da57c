import { Office } from '../test/office.js';

let office: Office;
afterEach(() => office.close());

const from = (address: string) => ({ 'x-forwarded-for': address });
const knock = (address: string) => office.send('POST', 'session', from(address), { name: 'nobody', password: 'guess' });

it('tells every caller where he or she stands, and refuses those who ask too often', async () => {
  office = await Office.open({ rateLimit: 3 });
  const token = await office.signedIn();
  const me = () => office.ask('GET', 'me', token);
  expect((await me()).headers).toMatchObject({
    'ratelimit-policy': '"requests";q=3;w=60',
    ratelimit: '"requests";r=1;t=60',
  });
  await me();
  expect(await me()).toMatchObject({
    status: 429,
    body: { code: 'TooManyRequests' },
    headers: { 'retry-after': '60', ratelimit: '"requests";r=0;t=60' },
  });
  expect(await office.ask('GET', 'door')).toMatchObject({ status: 200 });
  office.passMinutes(1);
  expect(await me()).toMatchObject({ status: 200 });
});

it('counts a key apart from its user', async () => {
  office = await Office.open({ rateLimit: 4 });
  office.hire('admin');
  const token = await office.signedIn();
  const { body } = await office.ask('POST', 'api-keys', token, { userId: 'admin', name: 'Till' });
  for (const credential of [body.key, body.key, body.key, body.key, token, token])
    expect(await office.ask('GET', 'me', credential)).toMatchObject({ status: 200 });
  for (const credential of [body.key, token])
    expect(await office.ask('GET', 'me', credential)).toMatchObject({ status: 429 });
});

it('counts unknown callers by address, and checks no more of their tokens', async () => {
  office = await Office.open({ rateLimit: 2 });
  const token = await office.signedIn();
  const guess = (address: string, guessed = 'guess') =>
    office.send('GET', 'me', { ...from(address), authorization: `Bearer ${guessed}` });
  expect([await guess('192.0.2.1'), await guess('192.0.2.1'), await guess('192.0.2.1', token)]).toMatchObject([
    { status: 401, headers: { ratelimit: '"requests";r=1;t=60' } },
    { status: 401 },
    { status: 429 },
  ]);
  expect(await guess('192.0.2.2', token)).toMatchObject({ status: 200 });
});

it('lets nobody try many sign-ins from one address', async () => {
  office = await Office.open({ signInLimit: 2 });
  expect([await knock('192.0.2.1'), await knock('192.0.2.1'), await knock('192.0.2.1')]).toMatchObject([
    { status: 401, headers: { 'ratelimit-policy': '"sign-in";q=2;w=60' } },
    { status: 401 },
    { status: 429, body: { code: 'TooManyRequests' } },
  ]);
  expect(await office.send('POST', 'session/refresh', from('192.0.2.1'), { refreshToken: 'x' })).toMatchObject({
    status: 429,
  });
  expect(await knock('192.0.2.2')).toMatchObject({ status: 401 });
});
