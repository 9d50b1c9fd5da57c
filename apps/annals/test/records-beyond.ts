const by = { contactedBy: { id: 'outsider' } };
const money = { amount: '440.00', currency: 'CNY' };

/** Commands of an administrator that make a customer of a user who is nowhere, with a record of each kind of the same id, and two others that are merged into it, one after the other. */
export const recordsOf = (id: string): readonly (readonly [url: string, body: object])[] => {
  const about = { customerId: id };
  const file = { kind: 'organisation', name: 'Beyond Ltd', roles: ['prospect'], phone: '+43 1 5550000' };
  const [merged, first] = [`${id}-merged`, `${id}-first`];
  return [
    ['/v1/users', { userId: 'outsider', name: 'outsider', displayName: 'Out Sider' }],
    ['/v1/customers', { ...about, ...file }],
    ['/v1/customers', { ...file, customerId: merged }],
    ['/v1/customers', { ...file, customerId: first }],
    ...[id, merged, first].map(
      (each) => [`/v1/customers/${each}/assign-owner`, { owner: { id: 'outsider' } }] as const,
    ),
    [`/v1/customers/${id}/contact-persons`, { personId: `${id}:p1`, name: 'Li' }],
    [`/v1/customers/${id}/needs`, { needId: id, description: 'More power.', duration: 'lasting' }],
    [
      `/v1/customers/${id}/contacts`,
      {
        contactId: id,
        channel: 'phone',
        direction: 'inbound',
        purpose: 'service',
        summary: 'A question',
        ...by,
        outcome: 'reached',
      },
    ],
    ['/v1/deals', { ...about, dealId: id, title: 'Tea', value: money }],
    [
      '/v1/complaints',
      {
        ...about,
        complaintId: id,
        channel: 'phone',
        category: 'billing',
        severity: 'high',
        subject: 'Bill',
        text: 'Late.',
      },
    ],
    ['/v1/orders', { ...about, orderId: id, value: money }],
    [`/v1/orders/${id}/deliveries`, { ...about, deliveryId: id, complete: false }],
    ['/v1/invoices', { ...about, invoiceId: id, amount: money, issuedOn: '2026-01-05', dueOn: '2026-02-04' }],
    ['/v1/payments', { ...about, paymentId: id, invoiceId: id, amount: money }],
    [
      `/v1/meters/${id}/usage`,
      { ...about, from: '2025-12-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z', quantity: '9', unit: 'kWh' },
    ],
    [
      '/v1/callers',
      { callerId: id, channel: 'phone', purpose: 'service', summary: 'Asked.', ...by, phone: '+43 1 5550000' },
    ],
    [`/v1/callers/${id}/identify`, about],
    [`/v1/customers/${merged}/merge`, { mergedId: first, reason: 'Registered twice.' }],
    [`/v1/customers/${id}/merge`, { mergedId: merged, reason: 'Registered twice.' }],
  ];
};
