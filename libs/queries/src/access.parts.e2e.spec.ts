import { caller, complaint, customer, deal, hire, own } from '../test/staff.js';
import { openStaffedDesk } from '../test/staffed-desk.js';
import type { CustomerView } from './index.js';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
beforeAll(async () => {
  desk = await openStaffedDesk();
  await desk.record(
    ...hire('mia', ['marketing', 'sales']),
    ...[customer('u-mia', 'Mia’s own'), own('u-mia', 'mia'), deal('d-mia', 'u-mia', 'mia')],
    ...complaint('c-mia', 'u-mia'),
  );
});
afterAll(() => desk.close());

const partsFor = async (id: string, roles: readonly string[], customerId: string, query = '') => {
  const { status, body } = await desk.get<CustomerView>(`/v1/customers/${customerId}${query}`, caller(id, ...roles));
  expect(status).toBe(200);
  const types = new Set(body.events.map(({ type }) => type));
  const parts = { deals: body.deals !== null, complaints: body.complaints !== null };
  expect({ deals: types.has('DealOpened'), complaints: types.has('ComplaintFiled') }).toEqual(parts);
  expect(types).toContain('CustomerRegistered');
  return parts;
};

describe('deals and complaints, with their events, are on the page of a customer', () => {
  it.each([
    ['ann', [], true, true],
    ['an analyst', ['analyst'], true, true],
    ['a marketer', ['marketing'], true, false],
    ['an integration', ['integration'], false, false],
  ])('for %s %j: %s, %s', async (id, roles, deals, complaints) =>
    expect(await partsFor(id, roles, 'u-ann')).toEqual({ deals, complaints }),
  );

  it('as of a moment, too', async () =>
    expect(await partsFor('aud', [], 'u-ann', '?asOf=9999')).toEqual({ deals: true, complaints: true }));

  it.each([
    ['u-mia', true],
    ['u-ann', false],
  ])('for whoever has several roles where one of them allows it: %s, complaints %s', async (customerId, complaints) => {
    expect(await partsFor('mia', [], customerId)).toEqual({ deals: true, complaints });
  });
});
