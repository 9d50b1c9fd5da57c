import { SignJWT } from 'jose';
import { Issuer } from '../test/issuer.js';
import { Office } from '../test/office.js';

type Claims = Readonly<Record<string, unknown>>;

const at = (seconds: number) => Date.parse('2026-01-05T09:00:00Z') / 1000 + seconds;

let issuer: Issuer;
let office: Office;
beforeEach(async () => {
  issuer = await Issuer.open();
  await issuer.adds('one');
  const claims = { user: 'sub', name: 'name', roles: 'realm.roles' };
  office = await Office.open({ oidc: { issuer: issuer.url, audience: 'annals', keys: undefined, claims } });
});
afterEach(async () => {
  await office.close();
  await issuer.close();
});

const claims = (more: Claims = {}): Claims => ({
  ...{ iss: issuer.url, aud: ['annals', 'other'], sub: 'u-7', exp: at(60), name: 'Li Na', realm: { roles: ['sales'] } },
  ...more,
});
const me = (token: string) => office.ask('GET', 'me', token);
const ask = async (more: Claims = {}, kid = 'one') => me(await issuer.token(claims(more), kid));

it('lets in whom the issuer knows, with the roles of the token', async () => {
  expect(await ask()).toMatchObject({ status: 200, body: { id: 'u-7', name: 'Li Na', roles: ['sales'] } });
});

it('takes the word of the organisation before that of the issuer', async () => {
  office.hire('u-7', 'auditor');
  expect(await ask()).toMatchObject({ body: { id: 'u-7', roles: ['auditor'] } });
  office.staff.people.set('u-7', { id: 'u-7', name: 'u-7', roles: ['auditor'], active: false });
  expect(await ask()).toMatchObject({ status: 401 });
});

it.each(['RS256', 'ES256', 'EdDSA'])('takes signatures by %s', async (alg) => {
  await issuer.adds('other', alg);
  expect(await ask({}, 'other')).toMatchObject({ status: 200 });
});

it.each<[string, Claims]>([
  ['for somebody else', { aud: 'other' }],
  ['for nobody', { aud: undefined }],
  ['of another issuer', { iss: 'https://id.example.com' }],
  ['that is over', { exp: at(-31) }],
  ['that does not end', { exp: undefined }],
  ['that has not begun', { nbf: at(31) }],
  ['of nobody', { sub: undefined }],
  ['of an empty name', { sub: '' }],
  ['of a list', { sub: ['u-7'] }],
])('refuses a token %s', async (_, more) => {
  expect(await ask(more)).toMatchObject({ status: 401, body: { code: 'NotAuthenticated' } });
});

it.each<[string, Claims]>([
  ['is just over', { exp: at(-29) }],
  ['has not quite begun', { nbf: at(29) }],
])('allows for clocks that differ a little: a token that %s', async (_, more) => {
  expect(await ask(more)).toMatchObject({ status: 200 });
});

it('refuses other ways of signing, and keys that are not published', async () => {
  await issuer.adds('weak', 'PS256');
  expect(await ask({}, 'weak')).toMatchObject({ status: 401 });
  const shared = new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'one' });
  expect(await me(await shared.sign(Buffer.alloc(32, 1)))).toMatchObject({ status: 401 });
  const token = await issuer.token(claims(), 'one');
  issuer.removes('one');
  await issuer.adds('one');
  expect(await me(token)).toMatchObject({ status: 401 });
});

it('asks for the keys once, and again when it meets a new one, but not for every guess', async () => {
  for (let count = 0; count < 3; count += 1) await ask();
  expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  await issuer.adds('two');
  expect(await ask({}, 'two')).toMatchObject({ status: 401 });
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000);
  expect(await ask({}, 'two')).toMatchObject({ status: 200 });
  later.mockRestore();
  expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys', '/keys']);
});

it('says that the issuer cannot be reached, and recovers', async () => {
  issuer.outage = 500;
  const unreachable = { status: 503, body: { code: 'IssuerUnreachable' }, headers: { 'retry-after': '5' } };
  expect(await ask()).toMatchObject(unreachable);
  issuer.outage = undefined;
  expect(await ask()).toMatchObject({ status: 200 });
});

it.each([
  ['auth0|5f7c8ec7c33c6c004bbafe82', /^[0-9a-f]{8}-[0-9a-f]{4}-5/],
  ['李娜', /^[0-9a-f]{8}-/],
  ['system:start', /^[0-9a-f]{8}-/],
  ['anonymous', /^[0-9a-f]{8}-/],
  ['x'.repeat(101), /^[0-9a-f]{8}-/],
  ['li.na:7', /^li\.na:7$/],
])('calls %s by an id that events can have, always the same', async (sub, id) => {
  const [one, other] = [await ask({ sub }), await ask({ sub })];
  expect(one.body).toMatchObject({ id: expect.stringMatching(id) as string });
  expect(other.body).toEqual(one.body);
});

it('goes on to take its own tokens', async () => {
  expect(await me(await office.signedIn())).toMatchObject({ status: 200, body: { id: 'admin' } });
  expect(issuer.asked).toEqual([]);
});

it('needs no discovery where the keys are known to be', async () => {
  const keys = `${issuer.url}/keys`;
  const names = { user: 'employee', name: 'full.name', roles: 'roles' };
  const other = await Office.open({
    oidc: { issuer: 'https://id.example.com', audience: 'annals', keys, claims: names },
  });
  const mine = { iss: 'https://id.example.com', employee: 'e-1', 'full.name': 'Wang', roles: 'auditor' };
  const token = await issuer.token(claims(mine), 'one');
  expect(await other.ask('GET', 'me', token)).toMatchObject({ body: { id: 'e-1', name: 'Wang', roles: ['auditor'] } });
  expect(issuer.asked).toEqual(['/keys']);
  await other.close();
});
