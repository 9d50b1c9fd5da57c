import { Client } from './client.js';
import { comes } from './apart/patience.js';
import { hired } from './hired.js';
import { stage } from './stage.js';
import { Talk } from './talk.js';

const { open } = stage();
const PASSWORD = 'correct horse battery staple';

let admin: Client;
let visitor: Client;
let anna: Client;
let talk: Talk;
beforeAll(async () => {
  const { client, server } = await open();
  admin = client;
  visitor = new Client(server.url);
  anna = await hired(admin, { userId: 'anna', displayName: 'Anna', roles: ['sales'] }, PASSWORD);
  talk = new Talk(anna);
});

type Items = { readonly items: readonly Readonly<Record<string, unknown>>[] };

/** What the administrator sets up. */
const set = async (path: string, body: object) => {
  const reply = await admin.post(path, body);
  expect([path, reply]).toMatchObject([path, { status: 201 }]);
};

/** The first record of a list that Anna sees, when there is one for which `holds` is true. */
const first = async (path: string, holds: (record: Items['items'][number]) => boolean = () => true) => {
  let found: Items['items'][number] | undefined;
  await comes(path, async () => {
    const { body } = await anna.get(path);
    found = (body as Items).items.find(holds);
    return found !== undefined;
  });
  return found!;
};
const status = async (path: string, body: object) => (await talk.tell(path, body)).status;

it('leads from the form of a web site to the order of an accepted quote, by the work of the salesperson whom the rule chose', async () => {
  const consent = { channel: 'email', purpose: 'marketing', wording: 'Please write to me.' };
  await set('/v1/lead-forms', { formId: 'tea', name: 'Tea for offices', source: 'web-form', consent });
  const members = [{ userId: 'anna', capacity: 1, awayUntil: null }];
  await set('/v1/lead-rules', { ruleId: 'web', name: 'Web', sources: ['web-form'], members });

  const sent = { name: '王芳', company: '东方茶业有限公司', email: 'wang@example.com', country: 'CN', consent: true };
  const received = await visitor.post('/v1/lead-forms/tea/leads', { ...sent, need: 'Tea', submissionId: 's-1' });
  expect(received).toMatchObject({ status: 202, body: { received: true } });

  const { leadId } = await first('/v1/leads?form=tea', ({ owner }) => owner !== null);
  expect((await anna.get(`/v1/leads/${String(leadId)}`)).body).toMatchObject({
    ...{ name: '王芳', owner: { id: 'anna' }, formId: 'tea', assignment: { ruleId: 'web' } },
  });
  const contacted = { contactId: 'call-1', channel: 'phone', reached: true };
  expect(await status(`/v1/leads/${String(leadId)}/contact`, contacted)).toBe(200);
  const deal = { title: 'Tea for the office', value: { amount: '98.00', currency: 'CNY' } };
  expect(await status(`/v1/leads/${String(leadId)}/convert`, { deal })).toBe(200);

  const { dealId, customerId } = await first('/v1/deals?status=open');
  const lines = [{ product: 'Chai', quantity: '10', unitPrice: '9.80' }];
  const quote = { quoteId: 'q-1', customerId, dealId, validUntil: '2999-12-31', currency: 'CNY', lines };
  expect(await status('/v1/quotes', quote)).toBe(201);
  expect(await status('/v1/quotes/q-1/send', {})).toBe(200);
  expect(await status('/v1/quotes/q-1/accept', { acceptedBy: '王芳' })).toBe(200);

  await first('/v1/deals?status=open', ({ step }) => step === 'trading');
  const page = await talk.see(`/v1/customers/${String(customerId)}`);
  expect(page).toMatchObject({
    profile: { name: '东方茶业有限公司', contactPersons: [{ name: '王芳', email: 'wang@example.com' }] },
    logistics: { openOrders: [{ orderId: 'quote:q-1', status: 'open', value: { amount: '110.74', currency: 'CNY' } }] },
  });
});
