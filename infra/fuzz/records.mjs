/** The ids of records, by path parameter. */
export const IDS = {
  customerId: 'c1',
  dealId: 'd1',
  complaintId: 'k1',
  orderId: 'o1',
  invoiceId: 'i1',
  meterId: 'm1',
  userId: 'u1',
  departmentId: 'dep1',
  regionId: 'r1',
  teamId: 't1',
  positionId: 'p1',
  keyId: '0123456789abcdef01234567',
  projection: 'pipeline',
  name: 'sales',
  number: '5551234',
  key: 'd1',
};

const { customerId, dealId, complaintId, orderId, invoiceId, userId, departmentId, regionId, teamId, positionId } = IDS;

const RECORDS = [
  ['customers', { customerId, kind: 'organisation', name: 'Acme 有限公司', roles: ['prospect'], phone: '5551234' }],
  ['deals', { dealId, customerId, title: 'Meters', value: { amount: '1200.50', currency: 'EUR' } }],
  [
    'complaints',
    {
      ...{ complaintId, customerId, channel: 'phone', category: 'billing', severity: 'high' },
      ...{ subject: 'Wrong bill', text: 'Twice the amount.' },
    },
  ],
  ['orders', { orderId, customerId, value: { amount: '1200.50', currency: 'EUR' } }],
  [
    'invoices',
    {
      ...{ invoiceId, customerId, orderId, amount: { amount: '1200.50', currency: 'EUR' } },
      ...{ issuedOn: '2026-01-05', dueOn: '2026-02-04' },
    },
  ],
  ['users', { userId, name: 'li', displayName: 'Li Na' }],
  ['organisation/departments', { departmentId, name: 'Sales' }],
  ['organisation/regions', { regionId, name: 'North' }],
  ['organisation/teams', { teamId, name: 'Key accounts', departmentId }],
  ['organisation/positions', { positionId, name: 'Account manager' }],
];

/** Creates a record for every path, and an API key that stays valid whatever happens to sessions and passwords. */
export const prepare = async (server) => {
  for (const [path, body] of RECORDS) await server.post(`/v1/${path}`, body);
  const { key } = await server.post('/v1/api-keys', { userId: 'admin', name: 'Fuzzing' });
  server.token = key;
};
