import { Rights } from '@annals/access';
import { CustomersFoundDifferent } from '@annals/contracts-duplicates';
import { openDesk, type Told } from '../../test/desk.js';
import { caller, customer, own, staff } from '../../test/staff.js';
import type { DuplicatePairs, DuplicatesOfCustomer } from '../index.js';

const found = (customerId: string, otherId: string, evidence: readonly string[]): Told => ({
  ...CustomersFoundDifferent.event({ customerId, otherId, reason: 'Two companies', evidence: [...evidence] }),
  ...{ subject: customerId },
});

const [phone, code] = [{ phone: '0755-28780808' }, { organisationCode: 'duns:150483782' }];

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    customer('u-1', '华为技术有限公司', phone),
    own('u-1', 'ann'),
    customer('u-2', 'Huawei Technologies Co., Ltd.', {
      contactPersons: [{ personId: 'u-2:p1', name: 'Li', ...phone }],
    }),
    own('u-2', 'bob'),
    customer('u-3', '深圳市华为技术有限公司'),
    own('u-3', 'cid'),
    customer('u-4', 'Acme Ltd', { ...code, region: 'east' }),
    customer('u-5', 'Acme International', { businessLicence: '150483782', region: 'east' }),
    customer('u-6', 'Blauer See', { phone: '+49 621 08460' }),
    ...Array.from({ length: 60 }, (_, at) => customer(`v-${at}`, `Shop ${at}`, { phone: '+49 711 1234567' })),
    ...staff,
  );
});
afterAll(() => desk.close());

const of = async (id: string, who?: string) =>
  (await desk.get<DuplicatesOfCustomer>(`/v1/customers/${id}/duplicates`, who === undefined ? undefined : caller(who)))
    .body.items;
const idsOf = async (id: string, who?: string) => (await of(id, who)).map((each) => each.customer.customerId);

it('finds the duplicates of a customer, the most probable first, and says why', async () => {
  const items = await of('u-1');
  expect(items.map(({ customer: { customerId, name }, verdict }) => [customerId, name, verdict])).toEqual([
    ['u-2', 'Huawei Technologies Co., Ltd.', 'same'],
    ['u-3', '深圳市华为技术有限公司', 'probable'],
  ]);
  expect(items[0]!.evidence).toEqual([
    { code: 'name-translated', weight: 9, detail: 'The names are the same in different scripts' },
    { code: 'phone-same', weight: 9, detail: 'A telephone number is the same' },
  ]);
});

it('speaks the language of the caller', async () => {
  const url = '/v1/customers/u-1/duplicates';
  const { headers, body } = await desk.app.inject({ url, headers: { 'accept-language': 'zh' } });
  expect([headers['content-language'], body]).toEqual(['zh', expect.stringContaining('电话号码相同')]);
});

it('finds nothing by what very many have', async () => expect(await of('v-1')).toEqual([]));

it('shows no customer out of reach', async () => {
  expect(await idsOf('u-1', 'ann')).toEqual(['u-2']);
  expect(await desk.get('/v1/customers/u-3/duplicates', caller('ann'))).toMatchObject({ status: 404 });
  expect(await desk.get('/v1/customers/u-1/duplicates', caller('lea'))).toMatchObject({ status: 403 });
  expect(await desk.get('/v1/customers/u-9/duplicates')).toMatchObject({
    status: 404,
    body: { code: 'CustomerNotFound' },
  });
});

describe('the list of pairs', () => {
  const pairs = async (query = '', who?: string) =>
    (await desk.get<DuplicatePairs>(`/v1/duplicates${query}`, who === undefined ? undefined : caller(who))).body;
  const idsIn = ({ items }: DuplicatePairs) =>
    items.map(({ customer, other }) => [customer.customerId, other.customerId]);

  it('has each pair once', async () => {
    const { items, next } = await pairs();
    expect([idsIn({ items, next, thresholds: { probable: 0, same: 0 } }), next]).toEqual([
      [
        ['u-1', 'u-2'],
        ['u-1', 'u-3'],
        ['u-4', 'u-5'],
      ],
      null,
    ]);
  });

  it('is filtered by verdict', async () => {
    expect(idsIn(await pairs('?verdict=probable'))).toEqual([['u-1', 'u-3']]);
    expect(await desk.get('/v1/duplicates?verdict=different')).toMatchObject({ status: 400 });
  });

  it('goes on where the page before ended', async () => {
    const first = await pairs('?limit=1');
    expect(idsIn(first)).toEqual([
      ['u-1', 'u-2'],
      ['u-1', 'u-3'],
    ]);
    const second = await pairs(`?limit=1&cursor=${first.next}`);
    expect(idsIn(second)).toEqual([['u-4', 'u-5']]);
  });

  it('has only pairs of which the caller sees both', async () => {
    expect(idsIn(await pairs('', 'ann'))).toEqual([['u-1', 'u-2']]);
    expect(idsIn(await pairs('', 'sue'))).toEqual([['u-4', 'u-5']]);
    expect(idsIn(await pairs('', 'lea'))).toEqual([]);
  });
});

it('leaves out a pair that was found different, until something new speaks for one customer', async () => {
  await desk.record(
    found('u-4', 'u-5', ['code-same', 'name-similar']),
    found('u-5', 'u-4', ['code-same', 'name-similar']),
  );
  expect(await of('u-4')).toEqual([]);
  await desk.record(found('u-1', 'u-2', ['name-translated']), found('u-2', 'u-1', ['name-translated']));
  expect(await idsOf('u-1')).toEqual(['u-2', 'u-3']);
});

it('names the other customer in the history only to those who see both', async () => {
  await desk.record(found('u-1', 'u-3', ['name-similar']), found('u-3', 'u-1', ['name-similar']));
  const told = async (url: string, who = caller('admin', 'administrator')) =>
    JSON.stringify(await desk.get(`/v1/customers/${url}`, who));
  for (const answer of ['/history', '/replay', '/diff?from=0', '', '?asOf=2999-01-01', '/duplicates']) {
    const seen = await told(`u-1${answer}`, caller('ann'));
    expect([answer, seen.includes('u-1'), seen.includes('u-3')]).toEqual([answer, true, false]);
  }
  for (const url of ['u-1/history', 'u-1/replay']) {
    expect(await told(url, caller('ann'))).toMatch(/"otherId":"u-2".*"otherId":"•••"/);
    expect(await told(url)).toContain('"otherId":"u-3"');
  }
});

it('takes nothing that is masked for the caller as evidence, and masks what it shows', async () => {
  const blind = await openDesk(new Rights('mia', new Map([['duplicates.read', 'all']])));
  await blind.record(
    customer('u-1', '华为技术有限公司', phone),
    customer('u-2', '华为技术有限公司', phone),
    customer('u-3', 'Acme', code),
    customer('u-4', 'Acme', { businessLicence: '150483782', ...phone }),
  );
  const { body } = await blind.get<DuplicatePairs>('/v1/duplicates');
  expect(body.items).toEqual([
    expect.objectContaining({
      customer: expect.objectContaining({ customerId: 'u-3', name: '•••' }) as object,
      evidence: [expect.objectContaining({ code: 'code-same' })],
    }),
  ]);
  await blind.close();
});
