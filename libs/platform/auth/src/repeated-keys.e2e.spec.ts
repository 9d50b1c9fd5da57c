import { Office } from '../test/office.js';

let office: Office;
let admin: string;
beforeEach(async () => {
  office = await Office.open();
  admin = await office.signedIn();
  office.hire('li', 'sales');
});
afterEach(() => office.close());

const wanted = { userId: 'li', name: 'Warehouse' };
const again = (more: object = {}, key = 'click-1') =>
  office.send('POST', 'api-keys', { authorization: `Bearer ${admin}`, 'idempotency-key': key }, { ...wanted, ...more });

it('issues the same API key for the same Idempotency-Key, also at once', async () => {
  const [first, ...others] = await Promise.all([again(), again(), again()]);
  for (const { status, body } of others) expect({ status, body }).toEqual({ status: 201, body: first.body });
  expect((await office.ask('GET', 'api-keys', admin)).body.items).toHaveLength(1);
  expect(await office.send('GET', 'me', { 'x-api-key': first.body.key })).toMatchObject({
    status: 200,
    body: { id: 'li' },
  });
  expect((await again({}, 'click-2')).body.keyId).not.toBe(first.body.keyId);
});

it('refuses an Idempotency-Key with other content, and one with spaces', async () => {
  await again();
  const reused = { status: 422, body: { code: 'IdempotencyKeyReused' } };
  expect(await again({ name: 'Office' })).toMatchObject(reused);
  expect(await again({ expiresAt: '2027-01-01T00:00:00Z' })).toMatchObject(reused);
  expect(await again({}, 'with space')).toMatchObject({ status: 400, body: { code: 'IdempotencyKeyInvalid' } });
});
