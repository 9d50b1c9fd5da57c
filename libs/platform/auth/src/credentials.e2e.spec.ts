import { chosen, Office, withOtherSecret } from '../test/office.js';
import { resetPassword } from './index.js';

let office: Office;
let admin: string;
beforeEach(async () => {
  office = await Office.open();
  admin = await office.signedIn();
  office.hire('li', 'sales');
});
afterEach(() => office.close());

const give = (userId: string) => office.ask('POST', `users/${userId}/one-time-password`, admin);
const issue = (more: object = {}) =>
  office.ask('POST', 'api-keys', admin, { userId: 'li', name: 'Warehouse', ...more });
const me = (headers: Record<string, string>) => office.send('GET', 'me', headers);

describe('a one-time password', () => {
  it('lets a user of the organisation in, who has to change it first', async () => {
    const { status, body } = await give('li');
    expect({ status, body }).toMatchObject({ status: 200, body: { userId: 'li', name: 'li.name' } });
    const { body: session } = await office.signIn(body.oneTimePassword, 'Li.Name');
    expect(session).toMatchObject({ mustChangePassword: true, user: { id: 'li', roles: ['sales'] } });
    const { body: next } = await office.change(session.token, body.oneTimePassword, chosen);
    expect(await office.ask('GET', 'me', next.token)).toMatchObject({ body: { id: 'li', roles: ['sales'] } });
  });

  it('takes the place of the password before, with everything that was signed in', async () => {
    const { body: first } = await give('li');
    const { body: session } = await office.signIn(first.oneTimePassword, 'li.name');
    const { body: open } = await office.change(session.token, first.oneTimePassword, chosen);
    const { body: second } = await give('li');
    expect(await office.signIn(chosen, 'li.name')).toMatchObject({ status: 401 });
    expect(await office.ask('GET', 'me', open.token)).toMatchObject({ status: 401 });
    expect(await office.refresh(open.refreshToken)).toMatchObject({ status: 401 });
    expect(await office.signIn(second.oneTimePassword, 'li.name')).toMatchObject({ status: 200 });
  });

  it('is for users that there are, and that are active', async () => {
    expect(await give('nobody')).toMatchObject({ status: 404, body: { code: 'UserNotFound' } });
    office.staff.people.set('wang', { id: 'wang', name: 'wang', roles: [], active: false });
    expect(await give('wang')).toMatchObject({ status: 409, body: { code: 'UserNotActive' } });
    office.staff.people.set('chen', { id: 'chen', name: 'admin', roles: [], active: true });
    expect(await give('chen')).toMatchObject({ status: 409, body: { code: 'NameTaken' } });
  });

  it('can be reset by a user with access to the accounts', async () => {
    const password = await resetPassword(office.accounts, 'Admin', { cost: { N: 2, r: 1, p: 1 } });
    expect(await office.ask('GET', 'me', admin)).toMatchObject({ status: 401 });
    expect(await office.signIn(password)).toMatchObject({ status: 200, body: { mustChangePassword: true } });
    await expect(resetPassword(office.accounts, 'nobody')).rejects.toThrow('There is no account "nobody".');
  });
});

describe('an API key', () => {
  it('lets a program act as a user, by either header', async () => {
    const { status, body } = await issue();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { userId: 'li', name: 'Warehouse', issuedAt: '2026-01-05T09:00:00.000Z', expiresAt: null, revokedAt: null },
    });
    expect(body.key).toMatch(new RegExp(`^ann_${body.keyId}_[\\w-]{43}$`));
    const asLi = { status: 200, body: { id: 'li', name: 'li.name', roles: ['sales'] } };
    expect(await me({ authorization: `Bearer ${body.key}` })).toMatchObject(asLi);
    expect(await me({ 'x-api-key': body.key })).toMatchObject(asLi);
  });

  it('is nowhere to be read again', async () => {
    const { key, ...shown } = (await issue()).body;
    const { body } = await office.ask('GET', 'api-keys', admin);
    expect(body).toEqual({ items: [shown] });
    expect(`${JSON.stringify(office.facts.told)} ${await office.recorded()}`).not.toContain(
      key.split('_').slice(2).join('_'),
    );
  });

  it('is void once it is revoked, which may be repeated', async () => {
    const { key, keyId } = (await issue()).body;
    const other = (await issue()).body;
    for (let count = 0; count < 2; count += 1)
      expect(await office.ask('DELETE', `api-keys/${keyId}`, admin)).toMatchObject({ status: 204 });
    expect(await me({ 'x-api-key': key })).toMatchObject({ status: 401 });
    expect(await me({ 'x-api-key': other.key })).toMatchObject({ status: 200 });
    expect((await office.ask('GET', 'api-keys', admin)).body.items).toMatchObject([
      { keyId, revokedAt: '2026-01-05T09:00:00.000Z' },
      { keyId: other.keyId, revokedAt: null },
    ]);
    expect(await office.ask('DELETE', 'api-keys/nothing', admin)).toMatchObject({
      status: 404,
      body: { code: 'ApiKeyNotFound' },
    });
  });

  it('is written down when it is issued and when it is revoked, and by whom', async () => {
    const { keyId } = (await issue()).body;
    await office.ask('DELETE', `api-keys/${keyId}`, admin);
    expect(office.facts.told).toEqual([
      { issued: { keyId, userId: 'li', name: 'Warehouse', expiresAt: null }, by: 'admin' },
      { revoked: keyId, by: 'admin' },
    ]);
  });

  it('ends at its time', async () => {
    const { key } = (await issue({ expiresAt: '2026-01-05T09:10:00.000Z' })).body;
    expect(await me({ 'x-api-key': key })).toMatchObject({ status: 200 });
    office.passMinutes(10);
    expect(await me({ 'x-api-key': key })).toMatchObject({ status: 401 });
    expect(await issue({ expiresAt: '2026-01-05T09:10:00.000Z' })).toMatchObject({ body: { code: 'ApiKeyExpired' } });
  });

  it('is good as long as its user is, and outlives a password', async () => {
    const { key } = (await issue()).body;
    await give('li');
    expect(await me({ 'x-api-key': key })).toMatchObject({ status: 200 });
    office.staff.people.set('li', { id: 'li', name: 'li', roles: [], active: false });
    expect(await me({ 'x-api-key': key })).toMatchObject({ status: 401 });
    expect(await issue()).toMatchObject({ status: 409, body: { code: 'UserNotActive' } });
    expect(await issue({ userId: 'nobody' })).toMatchObject({ status: 422, body: { code: 'UserUnknown' } });
  });

  it.each<[string, (key: string) => string]>([
    ['with another secret', withOtherSecret],
    ['with another id', (key) => key.replace(/[0-9a-f]{24}/, '0'.repeat(24))],
    ['cut short', (key) => key.slice(0, -1)],
    ['that is a refresh token', (key) => key.replace('ann_', 'annr_')],
  ])('is not good %s', async (_, forged) => {
    const { key } = (await issue()).body;
    expect(await me({ 'x-api-key': forged(key) })).toMatchObject({ status: 401 });
  });

  it('is one of at most a hundred', async () => {
    for (let count = 0; count < 100; count += 1) expect((await issue()).status).toBe(201);
    expect(await issue()).toMatchObject({ status: 409, body: { code: 'TooManyApiKeys' } });
    const [first] = (await office.ask('GET', 'api-keys', admin)).body.items;
    await office.ask('DELETE', `api-keys/${first!.keyId}`, admin);
    expect((await issue()).status).toBe(201);
  });

  it('has neither a session nor a password', async () => {
    const { key } = (await issue()).body;
    expect(await office.ask('DELETE', 'session', key)).toMatchObject({ status: 204 });
    expect(await office.change(key, chosen, `${chosen} staple`)).toMatchObject({ status: 401 });
    expect(await me({ 'x-api-key': key })).toMatchObject({ status: 200 });
  });
});
