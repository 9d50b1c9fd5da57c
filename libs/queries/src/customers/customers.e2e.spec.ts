import { ContactMade } from '@annals/contracts-contacts';
import { CustomerDataChanged, CustomerLost, CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { openDesk, type Told } from '../../test/desk.js';
import type { CustomerPage } from '../../test/pages.js';

const register = (customerId: string, name: string, parts: object = {}, occurredAt = '2020-01-01T00:00:00.000Z') => ({
  ...CustomerRegistered.event({
    customerId,
    profile: { kind: 'organisation', name, roles: ['end-customer'], ...parts },
  }),
  ...{ occurredAt, subject: customerId },
});
const about = (event: Told, subject: string, occurredAt: string) => ({ ...event, subject, occurredAt });

const phoneChanged = CustomerDataChanged.event({
  customerId: 'u-1',
  changes: [{ field: 'phone', before: '030-0074321', after: '030-0079999' }],
  ...{ reason: 'moved', source: null, effectiveDate: '2021-01-01' },
});
const contact = ContactMade.event({
  ...{ contactId: 't-1', customerId: 'u-2', channel: 'phone', direction: 'inbound', purpose: 'service', summary: '' },
  ...{ outcome: 'reached', response: 'none', contactedAt: '2022-01-01T00:00:00.000Z', contactedBy: { id: 'nancy' } },
});
const assigned = OwnerAssigned.event({ customerId: 'u-1', owner: { id: 'nancy', name: 'Nancy' }, previous: null });
const lost = CustomerLost.event({ customerId: 'u-3', reason: 'closed down' });

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    register('u-1', 'Alfreds Futterkiste', {
      ...{ code: 'ALFKI', region: 'west', phone: '030-0074321', department: 'key' },
      geographic: { country: 'Germany', city: 'Berlin', climate: 'temperate' },
      demographic: { ageBand: '30-39', employees: 250 },
      psychographic: { interests: ['hiking', 'music'] },
      value: { loyalty: 'strong' },
    }),
    register('u-2', '华东电力设备', { region: 'east', email: 'li@example.com' }, '2020-02-01T00:00:00.000Z'),
    register('u-3', 'Blauer See', { roles: ['partner'], phone: '+49 621 08460' }, '2020-03-01T00:00:00.000Z'),
    about(phoneChanged, 'u-1', '2021-01-01T00:00:00.000Z'),
    about(assigned, 'u-1', '2021-01-02T00:00:00.000Z'),
    about(contact, 'u-2', '2022-01-01T00:00:00.000Z'),
    about(lost, 'u-3', '2022-02-01T00:00:00.000Z'),
  );
});
afterAll(() => desk.close());

const idsIn = async (url: string) => {
  const { body } = await desk.get<CustomerPage>(url);
  return body.items.map(({ customerId }) => customerId);
};

describe('the list of customers', () => {
  it.each([
    ['', ['u-1', 'u-3', 'u-2']],
    ['?sort=-name', ['u-2', 'u-3', 'u-1']],
    ['?sort=registeredAt', ['u-1', 'u-2', 'u-3']],
    ['?sort=-lastContactAt', ['u-2', 'u-3', 'u-1']],
    ['?q=futter', ['u-1']],
    ['?q=alf%20futter', ['u-1']],
    ['?q=alf%20see', []],
    [`?q=${encodeURIComponent('电力')}`, ['u-2']],
    ['?q=li@example', ['u-2']],
    ['?q=alfki', ['u-1']],
    ['?q=007%209999', ['u-1']],
    ['?q=%20', ['u-1', 'u-3', 'u-2']],
    ['?q=!!', []],
    ['?customer=u-3&customer=u-1&customer=u-9', ['u-1', 'u-3']],
    ['?region=east', ['u-2']],
    ['?region=east&region=west', ['u-1', 'u-2']],
    ['?owner=nancy', ['u-1']],
    ['?role=partner', ['u-3']],
    ['?state=lost', ['u-3']],
    ['?country=germany', ['u-1']],
    ['?city=Berlin&city=Mannheim', ['u-1']],
    ['?country=France', []],
    ['?kind=organisation&country=Germany', ['u-1']],
    ['?geographic.climate=temperate', ['u-1']],
    ['?demographic.ageBand=30-39&demographic.employees=250', ['u-1']],
    ['?demographic.employees=251', []],
    ['?psychographic.interests=music', ['u-1']],
    ['?value.loyalty=strong&value.loyalty=absolute', ['u-1']],
    ['?department=key', ['u-1']],
    ['?registeredAt.from=2020-02-01&registeredAt.to=2020-03-01', ['u-2']],
    ['?updatedSince=2999-01-01', []],
    ['?state=initial&role=end-customer&region=west', ['u-1']],
  ])('holds, by %s, what is asked for', async (query, expected) => {
    expect(await idsIn(`/v1/customers${query}`)).toEqual(expected);
  });

  it('shows what people look for', async () => {
    const { body } = await desk.get<CustomerPage>('/v1/customers?owner=nancy');
    expect(body.items[0]).toMatchObject({
      ...{ customerId: 'u-1', name: 'Alfreds Futterkiste', code: 'ALFKI', phone: '030-0079999', email: null },
      ...{ owner: { id: 'nancy', name: 'Nancy' }, state: 'initial', registeredAt: '2020-01-01T00:00:00.000Z' },
    });
  });

  it('comes in pages that together hold each customer once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const url: string = `/v1/customers?sort=-lastContactAt&limit=1${next && `&cursor=${next}`}`;
      const { body } = await desk.get<CustomerPage>(url);
      seen.push(...body.items.map(({ customerId }) => customerId));
      next = body.next;
    }
    expect(seen).toEqual(['u-2', 'u-3', 'u-1']);
  });

  it.each([
    '?limit=201',
    '?limit=0',
    '?limit=x',
    '?state=asleep',
    '?role=king',
    '?sort=phone',
    '?colour=red',
    '?value.loyalty=some',
    '?demographic.employees=many',
  ])('refuses %s', async (query) => {
    expect(await desk.get(`/v1/customers${query}`)).toMatchObject({
      status: 400,
      body: { code: 'ValidationFailed' },
    });
  });

  it('tells how many there are', async () =>
    expect(await desk.get('/v1/customers?role=end-customer&limit=1&total=true')).toMatchObject({
      body: { items: [{ customerId: 'u-1' }], total: { count: 2, more: false } },
    }));

  it('refuses a cursor that it has not made', async () => {
    expect(await desk.get('/v1/customers?cursor=abc')).toMatchObject({ status: 400, body: { code: 'CursorInvalid' } });
  });
});
