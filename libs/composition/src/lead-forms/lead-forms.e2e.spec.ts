import { leadStream } from '@annals/contracts-leads';
import { pagesOf } from '../../test/form-pages.js';

const page = { origin: 'https://www.example.com' };
const key = (text: string) => ({ 'idempotency-key': text });
const { store, form, send, ask, captured } = pagesOf({
  LEAD_FORM_LIMIT_PER_MINUTE: '4',
  LEAD_FORM_LIMIT_PER_ADDRESS: '6',
});
const consent = { channel: 'email', purpose: 'marketing', wording: 'Please write to me.' };

it('captures what a page sends, without a session, as the form says and in its name', async () => {
  await form('f-1', { source: 'fair', campaignId: 'spring', consent, origins: [page.origin] });
  const sent = { name: '王芳', email: 'wang@example.com', need: 'Tea', consent: true, campaignId: 'autumn' };
  const answer = await send('f-1', sent, { ...page, ...key('k-1') });
  expect(answer).toMatchObject({ status: 202, body: { received: true }, headers: { vary: 'Origin' } });
  expect(answer.headers['access-control-allow-origin']).toBe(page.origin);
  expect(await captured('f-1')).toMatchObject([
    {
      ...{ type: 'LeadCaptured', actor: 'system:form/f-1', subject: '@leads' },
      data: {
        ...{ name: '王芳', emails: ['wang@example.com'], need: 'Tea', source: 'fair', channel: 'web', formId: 'f-1' },
        ...{ campaignId: 'autumn', consents: [{ ...consent, given: true }] },
      },
    },
  ]);
});

it('captures a lead once whose key is repeated, and refuses another lead under that key', async () => {
  await form('f-2');
  const [one, other] = [
    { name: 'Ann', submissionId: 's-1' },
    { name: 'Bob', submissionId: 's-1' },
  ];
  expect([(await send('f-2', one)).status, (await send('f-2', one)).status]).toEqual([202, 202]);
  expect(await send('f-2', other)).toMatchObject({ status: 422, body: { code: 'IdempotencyKeyReused' } });
  expect(await captured('f-2')).toHaveLength(1);
});

it('captures a lead once whose answer was lost, and one that was not stored when it is sent again', async () => {
  await form('f-3');
  for (const fails of ['after', 'before'] as const) {
    store.fails = fails;
    expect((await send('f-3', { name: fails }, key(fails))).status).toBe(500);
    expect((await send('f-3', { name: fails }, key(fails))).status).toBe(202);
  }
  expect((await captured('f-3')).map(({ data }) => data['name'])).toEqual(['after', 'before']);
});

it('answers a bot that fills the hidden field like a person, and captures nothing', async () => {
  await form('f-4');
  expect(await send('f-4', { name: 'Bot', homepage: 'https://spam.example' })).toMatchObject({
    ...{ status: 202, body: { received: true } },
  });
  expect(await captured('f-4')).toEqual([]);
});

it('takes a plain HTML form, and sends the browser only to the page that the form says', async () => {
  await form('f-5', { redirectTo: 'https://www.example.com/thanks', consent, origins: [page.origin] });
  const fields = 'name=Ann+B&products=Chai&products=&products=Chang&consent=on&email=&homepage=';
  const html = { ...page, 'content-type': 'application/x-www-form-urlencoded' };
  expect(await send('f-5', fields, html)).toMatchObject({
    ...{ status: 303, headers: { location: 'https://www.example.com/thanks' } },
  });
  expect((await captured('f-5')).map(({ data }) => data)).toMatchObject([
    { name: 'Ann B', products: ['Chai', 'Chang'], consents: [{ given: true }] },
  ]);
  const other = await send('f-5', `${fields}&redirectTo=https://evil.example`, html);
  expect(other).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
  expect(await send('f-5', Buffer.from([0x6e, 0x3d, 0xff]), html)).toMatchObject({ body: { code: 'BodyNotUtf8' } });
});

it('refuses unknown forms, those that are switched off, and pages of other sites', async () => {
  await form('f-6', { origins: [page.origin] });
  expect(await send('f-9', { name: 'Ann' })).toMatchObject({ status: 404, body: { code: 'LeadFormNotFound' } });
  const other = await send('f-6', { name: 'Ann' }, { origin: 'https://evil.example' });
  expect(other).toMatchObject({ status: 403, body: { code: 'OriginNotAllowed' } });
  expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  await ask('/v1/lead-forms/f-6/switch-off', { reason: 'over' });
  expect(await send('f-6', { name: 'Ann' }, page)).toMatchObject({
    ...{ status: 409, body: { code: 'LeadFormOff' }, headers: { 'access-control-allow-origin': page.origin } },
  });
  expect(await captured('f-6')).toEqual([]);
});

it('lets pages of allowed origins ask what they may send, and no others', async () => {
  await form('f-7', { origins: [page.origin] });
  expect(await send('f-7', undefined, page, 'OPTIONS')).toMatchObject({
    ...{ status: 204, headers: { 'access-control-allow-methods': 'POST', 'access-control-allow-origin': page.origin } },
  });
  expect(await send('f-7', undefined, { origin: 'https://evil.example' }, 'OPTIONS')).toMatchObject({ status: 403 });
});

it('limits the leads of one form, and the requests of one address', async () => {
  await form('f-8');
  const statuses = async (count: number, from: (index: number) => string) => {
    const sent = Array.from({ length: count }, (_, index) =>
      send('f-8', { name: 'A' }, { 'x-forwarded-for': from(index) }),
    );
    return (await Promise.all(sent)).map(({ status }) => status);
  };
  expect(await statuses(6, (index) => `192.0.2.${index}`)).toEqual([202, 202, 202, 202, 429, 429]);
  expect(await captured('f-8')).toHaveLength(4);
  const flood = Array.from({ length: 7 }, () => send('f-none', {}, { 'x-forwarded-for': '192.0.2.99' }));
  const last = (await Promise.all(flood)).at(-1)!;
  expect(last).toMatchObject({ status: 429, body: { code: 'TooManyRequests' } });
  expect(last.headers).toHaveProperty('retry-after');
});

it.each([
  ['a field that there is not', { name: 'Ann', owner: { id: 'chen' } }, 400, 'ValidationFailed'],
  ['an address that is none', { email: 'secret at home' }, 400, 'ValidationFailed'],
  ['a text that is too long', { need: 'secret'.repeat(2_000) }, 400, 'ValidationFailed'],
  ['a lead without any name', { need: 'secret' }, 409, 'LeadNotNamed'],
  ['a body that is too large', { need: 'secret'.repeat(20_000) }, 413, 'BodyTooLarge'],
])('refuses %s, and repeats nothing of it', async (_, body, status, code) => {
  await form('f-10');
  const answer = await send('f-10', body);
  expect(answer).toMatchObject({ status, body: { code } });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

it('takes HTML forms at no other route', async () =>
  expect(
    await ask('/v1/lead-forms', 'formId=f-11&name=x', { 'content-type': 'application/x-www-form-urlencoded' }),
  ).toMatchObject({ status: 415 }));

it('names leads so that they cannot be captured by another form', async () => {
  await form('f-12');
  await form('f-13');
  await send('f-12', { name: 'Ann' }, key('k'));
  await send('f-13', { name: 'Ann' }, key('k'));
  const ids = (await store.all()).filter(({ type }) => type === 'LeadCaptured').map(({ stream }) => stream);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((stream) => stream.startsWith(leadStream('')))).toBe(true);
});
