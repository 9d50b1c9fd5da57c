import { openStaffedDesk, sorted } from '../../test/staffed-desk.js';
import type { ComplaintPage, DealPage } from '../../test/pages.js';
import type { PipelineSummary, StepConversions } from '../index.js';
import type { Report } from '@annals/reading';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
beforeAll(async () => (desk = await openStaffedDesk()));
afterAll(() => desk.close());

describe('deals', () => {
  it.each([
    ['ann', ['d-ann', 'd-north', 'd-won']],
    ['cid', ['d-cid', 'd-far']],
    ['max', ['d-ann', 'd-cid', 'd-far', 'd-north', 'd-won']],
    ['sue', ['d-cid']],
    ['lea', ['d-ann', 'd-cid', 'd-far', 'd-north', 'd-won']],
  ])('of customers in scope, and one’s own, are what %s sees', async (id, visible) => {
    const opened = visible.filter((dealId) => !['d-won', 'd-far'].includes(dealId));
    const { body } = await desk.getAs<DealPage>(id, '/v1/deals');
    expect(sorted(body.items.map(({ dealId }) => dealId))).toEqual(opened);
    for (const dealId of ['d-ann', 'd-cid', 'd-north', 'd-nothing'])
      for (const moment of ['', '?asOf=9999'])
        expect((await desk.getAs(id, `/v1/deals/${dealId}${moment}`)).status).toBe(opened.includes(dealId) ? 200 : 404);
    const past = await desk.getAs<DealPage>(id, '/v1/deals?customer=u-ann&asOf=9999');
    expect(past.body.items?.map(({ dealId }) => dealId)).toEqual(['cid', 'sue'].includes(id) ? undefined : ['d-ann']);
    const pipeline = await desk.getAs<PipelineSummary>(id, '/v1/deals/pipeline');
    expect(pipeline.body.total.deals).toBe(opened.length);
  });

  it.each([
    ['ann', 2, '15.00'],
    ['cid', 1, '10.00'],
    ['max', 3, '25.00'],
  ])('make up the pipeline of %s', async (id, deals, amount) =>
    expect((await desk.getAs<PipelineSummary>(id, '/v1/deals/pipeline')).body.total).toMatchObject({
      ...{ deals, value: [{ amount, currency: 'EUR' }] },
    }),
  );

  it.each([
    ['ann', 2, 1],
    ['cid', 1, 1],
    ['max', 3, 2],
  ])(
    'make up conversion and forecast of %s, of the past those of customers whose history they may see',
    async (id, ...open) => {
      for (const [index, moment] of ['', '?asOf=9999'].entries()) {
        const { body } = await desk.getAs<StepConversions>(id, `/v1/deals/conversion${moment}`);
        expect(Math.max(...body.steps.map((each) => each.open))).toBe(open[index]);
        const { totals } = (await desk.getAs<Report>(id, `/v1/reports/deals${moment}`)).body;
        expect(totals.map(({ measures }) => measures['open'])).toEqual([open[index]].filter(Boolean));
      }
    },
  );

  it.each([
    ['ann', 'u-bob', '100.00'],
    ['cid', 'u-north', '7.00'],
    ['max', 'u-bob,u-north', '107.00'],
  ])('make up the sales report of %s', async (id, customers, net) => {
    const { body } = await desk.getAs<Report>(id, '/v1/reports/sales?by=customer');
    expect(body.rows.map(({ key }) => key['customer']).join()).toBe(customers);
    expect(body.totals).toMatchObject([{ measures: { net } }]);
    const records = await desk.getAs<{ items: { customerId: string }[] }>(id, '/v1/reports/sales/records?outcome=won');
    expect(sorted(records.body.items.map(({ customerId }) => customerId)).join()).toBe(customers);
  });

  it('add up to nothing for a user who sees none', async () => {
    const { body } = await desk.getAs<Report>('sue', '/v1/reports/sales?by=customer');
    expect(body).toMatchObject({ rows: [], totals: [] });
  });
});

describe('complaints', () => {
  it.each([
    ['ann', ['c-ann'], 1],
    ['sue', ['c-cid', 'c-north'], 1],
    ['aud', ['c-ann', 'c-cid', 'c-north'], 3],
  ])('of customers in scope, and those to resolve, are what %s sees', async (id, visible, reported) => {
    const { body } = await desk.getAs<ComplaintPage>(id, '/v1/complaints');
    expect(sorted(body.items.map(({ complaintId }) => complaintId))).toEqual(visible);
    for (const complaintId of ['c-ann', 'c-cid', 'c-north'])
      expect((await desk.getAs(id, `/v1/complaints/${complaintId}`)).status).toBe(
        visible.includes(complaintId) ? 200 : 404,
      );
    const report = await desk.getAs<Report>(id, '/v1/reports/complaints');
    expect(report.body.totals).toMatchObject([{ measures: { complaints: reported } }]);
  });
});
