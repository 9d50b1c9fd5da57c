import { LeadCaptured, LEADS } from '@annals/contracts-leads';
import { openDesk, type Told } from '../../test/desk.js';
import { caller, customer, own, staff } from '../../test/staff.js';
import type { DuplicatesOfLead } from '../index.js';

const captured = (leadId: string, details: object): Told => ({
  ...LeadCaptured.event({ leadId, source: 'web-form', ...details }),
  ...{ subject: LEADS },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    customer('u-1', '华为技术有限公司', { phone: '0755-28780808' }),
    own('u-1', 'ann'),
    customer('u-2', 'Blauer See', { phone: '+49 621 08460' }),
    captured('le-1', {
      ...{ company: '华为技术', name: '王芳', phones: ['1', '0755 2878 0808'], emails: ['w@example.com'] },
      ...{ city: '深圳', country: 'CN' },
    }),
    captured('le-2', { name: '李娜' }),
    captured('le-3', { emails: ['x@example.com'], company: 'X' }),
    ...staff,
  );
});
afterAll(() => desk.close());

const of = (id: string, who?: string) =>
  desk.get<DuplicatesOfLead>(`/v1/leads/${id}/duplicates`, who === undefined ? undefined : caller(who));

it('finds the customers that a lead probably is, by any of its numbers, and says why', async () => {
  const { body } = await of('le-1');
  expect(body).toMatchObject({
    leadId: 'le-1',
    items: [{ customer: { customerId: 'u-1', name: '华为技术有限公司' }, verdict: 'same' }],
  });
  expect(body.items[0]!.evidence.map(({ code }) => code)).toContain('phone-same');
  expect((await of('le-2')).body.items).toEqual([]);
  expect((await of('le-3')).body.items).toEqual([]);
});

it('shows no customer out of reach, and no lead that there is not', async () => {
  expect((await of('le-1', 'ann')).body.items).toHaveLength(1);
  expect((await of('le-1', 'cid')).body.items).toEqual([]);
  expect(await of('le-9')).toMatchObject({ status: 404, body: { code: 'LeadNotFound' } });
  expect(await of('le-1', 'lea')).toMatchObject({ status: 403 });
});
