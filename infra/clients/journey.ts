// The README's calls with the client of openapi-typescript and openapi-fetch. Arguments: URL, one-time password.
import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';

const [baseUrl = '', oneTime = ''] = process.argv.slice(2);
const newPassword = 'choose your own words';
const client = createClient<paths, 'application/json'>({ baseUrl });

/** The body of a response. Throws its problem. */
const body = <T>({ data, error }: { data?: T; error?: unknown }): T => {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
};

const first = body(await client.POST('/v1/session', { body: { name: 'admin', password: oneTime } }));
const { token } = body(
  await client.POST('/v1/session/password', {
    headers: { authorization: `Bearer ${first.token}` },
    body: { currentPassword: oneTime, newPassword },
  }),
);
client.use({
  onRequest: ({ request }) => {
    request.headers.set('authorization', `Bearer ${token}`);
  },
});

const customerId = 'acme';
const params = { path: { customerId } };
body(
  await client.POST('/v1/customers', {
    body: { customerId, kind: 'organisation', name: 'Acme 有限公司', roles: ['prospect'] },
  }),
);
body(
  await client.POST('/v1/customers/{customerId}/change-data', {
    params,
    body: { changes: { phone: '+43 1 234567' }, reason: 'The customer called.' },
  }),
);
const { consistencyToken } = body(
  await client.POST('/v1/customers/{customerId}/contacts', {
    params,
    body: {
      channel: 'phone',
      direction: 'inbound',
      purpose: 'sales',
      summary: 'Asked for a quote.',
      outcome: 'reached',
    },
  }),
);
const seen = { ...params, header: { 'Consistency-Token': consistencyToken } };
const { profile, contacts } = body(await client.GET('/v1/customers/{customerId}', { params: seen }));
const history = body(await client.GET('/v1/customers/{customerId}/history', { params: seen }));
const report = body(
  await client.GET('/v1/reports/{name}', {
    params: { path: { name: 'sales' }, query: { by: ['year', 'country'], country: ['DE', 'AT'] } },
  }),
);
const { events } = body(await client.GET('/v1/events', { params: { query: { types: ['ContactMade'] } } }));
const summaries = events.map((event) => (event.type === 'ContactMade' ? event.data.summary : ''));
console.log(
  JSON.stringify([
    profile.phone,
    contacts.last?.channel,
    history.items.map(({ type }) => type),
    report.rows.length,
    summaries,
  ]),
);
