import { SignJWT, UnsecuredJWT } from 'jose';
import { Office, tokenKey } from '../test/office.js';

let office: Office;
beforeEach(async () => (office = await Office.open()));
afterEach(() => office.close());

it('refuses a token after its time', async () => {
  const token = await office.signedIn();
  office.passMinutes(16);
  expect(await office.ask('GET', 'me', token)).toMatchObject({ status: 401, body: { code: 'NotAuthenticated' } });
});

const claimed = { generation: 2, sub: 'admin', iss: 'annals', aud: 'annals', exp: 1_999_999_999 };
const signed = (claims: object, key: Uint8Array = tokenKey, alg = 'HS256') =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg }).sign(key);

it.each<[string, (good: string) => string | Promise<string>]>([
  ['nonsense', () => 'nonsense'],
  ['without a signature', () => new UnsecuredJWT(claimed).encode()],
  ['signed with another key', () => signed(claimed, Buffer.alloc(32, 8))],
  ['signed in another way', () => signed(claimed, Buffer.alloc(64, 7), 'HS512')],
  ['without an end', () => signed({ ...claimed, exp: undefined })],
  ['from somebody else', () => signed({ ...claimed, iss: 'other' })],
  ['of nobody', () => signed({ ...claimed, sub: 'nobody' })],
  ['of a session that there is not', () => signed({ ...claimed, sid: '0'.repeat(24) })],
  ['of no generation', () => signed({ ...claimed, generation: undefined })],
  [
    'with other claims',
    (good) => good.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify(claimed)).toString('base64url')}.`),
  ],
])('refuses a token %s', async (_, forged) => {
  const good = await office.signedIn();
  expect((await office.ask('GET', 'me', await signed(claimed))).status).toBe(200);
  expect(await office.ask('GET', 'me', await forged(good))).toMatchObject({
    status: 401,
    body: { code: 'NotAuthenticated' },
  });
});
