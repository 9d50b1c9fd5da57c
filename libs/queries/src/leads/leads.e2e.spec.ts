import { LeadCaptured, LeadConverted, LeadDisqualified, LEADS } from '@annals/contracts-leads';
import { openDesk, type Told } from '../../test/desk.js';
import { caller, customer, own, staff } from '../../test/staff.js';
import type { DuplicatesOfLead, LeadProbability } from '../index.js';

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

describe('the probability of a conversion', () => {
  const probabilityOf = (id: string) => desk.get<LeadProbability>(`/v1/leads/${id}/probability`);
  const ended = (leadId: string, source: string, isWon: boolean): Told => {
    const facts = { source, known: ['company'], contacted: isWon };
    return isWon
      ? {
          ...LeadConverted.event({ leadId, customerId: 'u-2', consents: [], owner: null, facts }),
          ...{ subject: 'u-2' },
        }
      : { ...LeadDisqualified.event({ leadId, reason: 'spam', facts }), ...{ subject: LEADS } };
  };

  it('is unknown before a lead was converted and another one disqualified', async () => {
    expect((await probabilityOf('le-1')).body).toEqual({
      ...{ leadId: 'le-1', probability: null, converted: 0, disqualified: 0, evidence: [] },
    });
    await desk.record(ended('x-1', 'web-form', true));
    expect((await probabilityOf('le-1')).body).toMatchObject({ probability: null, converted: 1 });
  });

  it('follows from what became of leads with the same values, which it counts', async () => {
    await desk.record(ended('x-2', 'web-form', true), ended('x-3', 'phone', false), ended('x-4', 'web-form', false));
    const { body } = await probabilityOf('le-1');
    expect(body).toMatchObject({ converted: 2, disqualified: 2 });
    expect(body.probability).toBeGreaterThan(0);
    expect(body.probability).toBeLessThan(1);
    expect(body.evidence).toContainEqual({
      ...{ field: 'source', value: 'web-form', converted: 2, disqualified: 1 },
      ratio: expect.closeTo(2.1 / 2.2 / (1.1 / 2.2), 4) as number,
    });
    expect(await probabilityOf('le-9')).toMatchObject({ status: 404 });
  });
});
