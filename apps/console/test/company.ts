import type { Client } from '../../annals/test/client.js';

const done = async (client: Client, path: string, body: object) => {
  const { status, body: answer } = await client.post(path, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
};

/** Two customers with a story of some months, of which one does not want to be called for marketing. */
export const foundCompany = async (client: Client): Promise<void> => {
  const customer = (customerId: string, name: string, more: object = {}) =>
    done(client, '/v1/customers', { customerId, kind: 'organisation', name, roles: ['end-customer'], ...more });
  await customer('qiantang', '杭州钱塘智能装备制造有限公司', {
    ...{ code: 'C-20381', phone: '057186550142', region: 'east', occurredAt: '2025-12-18T01:42:00Z' },
    contactPersons: [{ name: '周晓岚', title: '采购部经理', phone: '13805710142', primary: true }],
  });
  await customer('alfreds', 'Alfreds Futterkiste', { code: 'ALFKI', occurredAt: '2026-01-05T09:00:00Z' });
  await done(client, '/v1/customers/qiantang/consents/withdraw', { channel: 'phone', purpose: 'marketing' });
  await done(client, '/v1/customers/qiantang/contacts', {
    ...{
      channel: 'phone',
      direction: 'inbound',
      purpose: 'service',
      summary: 'Asked about the meter.',
      outcome: 'reached',
    },
    occurredAt: '2026-02-03T02:00:00Z',
  });
  await done(client, '/v1/deals', {
    ...{
      dealId: 'chargers',
      customerId: 'qiantang',
      title: 'Ten chargers',
      value: { amount: '540000.00', currency: 'CNY' },
    },
    occurredAt: '2026-02-10T02:00:00Z',
  });
  await done(client, '/v1/customers/qiantang/change-data', {
    ...{ changes: { phone: '057186550199' }, reason: 'The company has moved.', occurredAt: '2026-03-01T02:00:00Z' },
  });
};
