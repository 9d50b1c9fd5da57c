import { ProjectionRunner } from '@annals/projecting';
import { PATIENCE } from '@annals/testing';
import { openStaffed } from './staffed.js';

type Body = Readonly<Record<string, never>>;

export const [kept, other] = ['/v1/customers/kept', '/v1/customers/other'];
export const call = {
  ...{ channel: 'phone', direction: 'inbound', purpose: 'service', summary: 'A question', outcome: 'reached' },
};
export const eur = (amount: string) => ({ amount, currency: 'EUR' });
export const order = (orderId: string, customerId: string) => ({ orderId, customerId, value: eur('10.00') });

/** All of Annals with two customers who are one, each with some records. `before` is the position before a merge. */
export const openPair = async () => {
  const annals = await openStaffed(['administrator']);
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const { positions, projections } = annals.app.get(ProjectionRunner);
    const head = await annals.log.head();
    await Promise.all(projections.map(({ name }) => positions.passed(name, head, PATIENCE)));
    const { status, headers: sent, body } = await annals.ask('administrator', 'GET', url, {}, headers);
    return { status, headers: sent, body: body as unknown as Body };
  };
  const see = async (url: string) => (await get(url)).body;
  const post = (url: string, body: object, headers: Record<string, string> = {}) =>
    annals.ask('administrator', 'POST', url, body, headers);
  const told = async (url: string, body: object) => {
    const reply = await post(url, body);
    if (reply.status >= 300) throw new Error(`${url}: ${JSON.stringify(reply.body)}`);
    return reply;
  };

  const file = { kind: 'organisation', roles: ['prospect'] };
  await told('/v1/customers', {
    ...{ customerId: 'kept', ...file, name: 'Acme 有限公司', phone: '+43 1 1111111', email: 'info@acme.example' },
    contactPersons: [{ name: 'Ann', primary: true }],
  });
  await told('/v1/customers', {
    ...{
      customerId: 'other',
      ...file,
      name: 'Akme Handels GmbH',
      phone: '+43 1 2222222',
      website: 'https://akme.example',
    },
    ...{ email: 'office@akme.example', code: 'AK-7', taxNumber: 'ATU12345675' },
    contactPersons: [{ name: 'Bob', primary: true }],
  });
  for (const [id, path] of [
    ['kept', kept],
    ['other', other],
  ] as const) {
    await told(`${path}/contacts`, { ...call, contactId: 't-1' });
    await told('/v1/deals', { dealId: `d-${id}`, customerId: id, title: 'Meters', value: eur('100.00') });
    await told('/v1/complaints', {
      ...{ complaintId: `c-${id}`, customerId: id, subject: 'Late', category: 'delivery', severity: 'low' },
      ...{ channel: 'phone', text: 'It came late.' },
    });
    await told('/v1/orders', order(`o-${id}`, id));
    await told('/v1/invoices', {
      ...{ invoiceId: `i-${id}`, customerId: id, amount: eur('50.00'), issuedOn: '2026-01-05', dueOn: '2026-02-05' },
    });
  }
  await told(`${other}/needs`, { needId: 'n-1', description: 'More power.', duration: 'lasting' });
  await told(`${other}/consents/withdraw`, { channel: 'phone', purpose: 'sales' });
  await told(`${kept}/consents`, { channel: 'phone', purpose: 'sales' });
  await told(`${other}/consents`, { channel: 'email', purpose: 'marketing' });
  const last = await told(`${other}/change-data`, { changes: { industry: 'trade' } });
  const before = (last.body as never as { readonly position: number }).position;
  return { annals, get, see, post, told, before };
};
