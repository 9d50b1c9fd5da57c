import { Office } from '../../test/office.js';
import type { FormDraft } from './drafts.js';

const draftForms = new Map([
  ['MakeContact', ['customerId', 'channel', 'summary', 'reason']],
  ['RegisterCustomer', ['name']],
]);

let office: Office;
let token: string;
beforeEach(async () => {
  office = await Office.open({ draftForms, bodyLimit: 100_000 });
  token = await office.signedIn();
});
afterEach(() => office.close());

type Read = { readonly draft: FormDraft | null };
type Refused = { readonly code: string; readonly errors?: readonly { readonly field: string }[] };

const FORM = 'MakeContact~c-1001';
const at = (form: string) => `me/drafts/${form}`;
const read = async (form = FORM, by = token) => (await office.ask('GET', at(form), by)).body as unknown as Read;
const save = (body: object, form = FORM, by = token) => office.ask('PUT', at(form), by, body);

const hired = async (userId: string) => {
  office.hire(userId, 'sales');
  const { body } = await office.ask('POST', `users/${userId}/one-time-password`, token);
  const { body: once } = await office.signIn(body.oneTimePassword, `${userId}.name`);
  return (await office.change(once.token, body.oneTimePassword, 'seven quiet otters row')).body.token;
};

it('keeps what was entered until it is discarded', async () => {
  expect(await read()).toEqual({ draft: null });
  const { status, body } = await save({ values: { channel: 'phone', summary: 'Asked for a quo' }, revision: 3 });
  expect({ status, body }).toMatchObject({ status: 200, body: { form: FORM, savedAt: '2026-01-05T09:00:00.000Z' } });
  expect(await read()).toMatchObject({ draft: { values: { summary: 'Asked for a quo' }, revision: 3 } });
  expect(await office.ask('DELETE', at(FORM), token)).toMatchObject({ status: 204 });
  expect(await office.ask('DELETE', at(FORM), token)).toMatchObject({ status: 204 });
  expect(await read()).toEqual({ draft: null });
});

it('is there in another session of the user, and not for other users', async () => {
  await save({ values: { summary: 'mine' } });
  const other = await hired('li');
  expect(await read(FORM, other)).toEqual({ draft: null });
  await save({ values: { summary: 'hers' } }, FORM, other);
  await office.ask('DELETE', at(FORM), other);
  const { body } = await office.signIn('correct horse battery');
  expect(await read(FORM, body.token)).toMatchObject({ draft: { values: { summary: 'mine' }, revision: null } });
});

it('returns values that no rule would accept', async () => {
  const values = { channel: '', summary: ' ', reason: { nested: [null, 1, 'x'] } };
  await save({ values });
  expect((await read()).draft!.values).toEqual(values);
});

it.each([
  'MakeCall',
  'MakeContact~',
  '~c-1',
  'MakeContact~a~b~c~d',
  'MakeContact~a%20b',
  'MakeContact%2Fa',
  'constructor',
])('has no draft of %s', async (form) => {
  for (const method of ['GET', 'PUT', 'DELETE'] as const)
    expect(await office.ask(method, at(form), token, method === 'PUT' ? { values: {} } : undefined)).toMatchObject({
      ...{ status: 404, body: { code: 'DraftFormNotFound' } },
    });
});

it.each<[string, object, string]>([
  ['a field that the form does not have', { values: { sumary: 'x' } }, 'values.sumary'],
  ['no values', {}, 'values'],
  ['values that are a list', { values: ['x'] }, 'values'],
  ['values that are no object', { values: 'x' }, 'values'],
  ['a revision that is no number', { values: {}, revision: '3' }, 'revision'],
  ['a revision below 0', { values: {}, revision: -1 }, 'revision'],
  ['what is no part of a draft', { values: {}, userId: 'li' }, 'userId'],
  ['a text that is not well formed', { values: { summary: '\uD800' } }, 'values.summary'],
  [
    'more fields than a form has',
    { values: Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, 1])) },
    'values',
  ],
])('refuses %s, naming the field', async (_, body, field) => {
  const { status, body: answer } = await save(body);
  const { code, errors } = answer as unknown as Refused;
  expect({ status, code }).toEqual({ status: 400, code: 'ValidationFailed' });
  expect(errors!.map((error) => error.field)).toContain(field);
  expect(await read()).toEqual({ draft: null });
});

it('refuses a draft that is too large, and keeps the one before', async () => {
  await save({ values: { summary: 'before' } });
  const texts = Array.from({ length: 9 }, () => 'ä'.repeat(4_000));
  expect(await save({ values: { summary: texts } })).toMatchObject({ status: 413, body: { code: 'DraftTooLarge' } });
  expect(await save({ values: { summary: texts.slice(1) } })).toMatchObject({ status: 200 });
});

it('has drafts for users who are signed in only', async () => {
  expect(await office.ask('GET', at(FORM))).toMatchObject({ status: 401, body: { code: 'NotAuthenticated' } });
});
