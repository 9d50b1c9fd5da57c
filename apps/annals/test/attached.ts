import type { Client } from './client.js';

export const CONTRACT = '%PDF-1.7 contract';

/** Attaches `CONTRACT` to a new customer. Returns the path of its content. */
export const attach = async (client: Client): Promise<string> => {
  const customer = { customerId: 'with-contract', kind: 'person', name: '李明', roles: ['prospect'] };
  expect(await client.post('/v1/customers', customer)).toMatchObject({ status: 201 });
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="a.pdf"' };
  const path = '/v1/attachments?customerId=with-contract&kind=contract';
  const { status, body } = await client.send('POST', path, headers, CONTRACT);
  expect({ status, body }).toMatchObject({ status: 201 });
  return `/v1/attachments/${(body as { readonly id: string }).id}/content`;
};
