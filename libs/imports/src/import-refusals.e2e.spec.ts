import type { ImportEntry } from './imports.js';
import { openDesk } from '../test/desk.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk({ IMPORT_FILE_LIMIT: '10000' });
});
afterAll(() => desk.close());

const CUSTOMERS = 'No,Company,E-mail,City\nA-1,Acme,info@acme.example,Berlin\nA-2,Brandt,no address,Kiel\n';

const sent = async (content: string) => (await desk.upload(content)).body.fileId;

const A_MAPPING = {
  name: 'm',
  files: { rows: {} },
  steps: [{ name: 's', file: 'rows', command: 'RegisterCustomer', key: 'No', fields: {} }],
};
const withFields = (fields: object, more: object = {}) => ({
  ...A_MAPPING,
  steps: [{ ...A_MAPPING.steps[0], fields, ...more }],
});

it.each([
  ['a mapping without steps', { mapping: { ...A_MAPPING, steps: [] } }, 'mapping.steps'],
  ['a command that there is not', { mapping: withFields({}, { command: 'Register' }) }, 'mapping.steps.0.command'],
  ['a file that the mapping does not name', { mapping: withFields({}, { file: 'other' }) }, 'mapping.steps.0.file'],
  ['a field that is missing', { mapping: A_MAPPING }, 'mapping.steps.0.fields'],
  [
    'a pattern, which may take for ever',
    { mapping: withFields({ name: { column: 'No', transform: { replace: '(a+)+$', with: '' } } }) },
    'mapping.steps.0.fields.name.transform.replace',
  ],
  ['no file', { mapping: withFields({ customerId: 'No', kind: 'K', roles: 'R', name: 'N' }), files: {} }, 'files.rows'],
])('refuses %s, naming the field', async (_, form, field) => {
  const { status, body } = await desk.post('/v1/imports', { files: { rows: await sent(CUSTOMERS) }, ...form });
  expect({ status, code: body['code'] }).toEqual({ status: 400, code: 'ValidationFailed' });
  expect((body['errors'] as readonly { readonly field: string }[]).map((error) => error.field)).toContain(field);
});

it('says of a mapping that does not fit its file why it cannot be run', async () => {
  const files = { rows: await sent(CUSTOMERS) };
  const mapping = withFields({ customerId: 'No', kind: 'K', roles: 'R', name: 'N' });
  const { body } = await desk.post<ImportEntry>('/v1/imports', { files, mapping });
  const { task } = await desk.settled(body.importId);
  expect(task).toMatchObject({ state: 'failed', problem: { code: 'ImportMappingInvalid' } });
  expect(task!.problem!.detail).toContain('"rows" has no column "K"');
});

const UNKNOWN = '/v1/import-files/5c0f1a2b-3d4e-4f60-8a71-92b3c4d5e6f7';

it.each([
  ['an empty file', () => desk.upload(''), 400, 'UploadEmpty'],
  ['a file that is too large', () => desk.upload('x'.repeat(10_001)), 413, 'UploadTooLarge'],
  ['JSON in the place of a file', () => desk.post('/v1/import-files'), 415, 'UnsupportedMediaType'],
  [
    'a file in the place of JSON',
    () => desk.send('POST', '/v1/imports', { headers: { 'content-type': 'text/csv' }, payload: 'x' }),
    415,
    'UnsupportedMediaType',
  ],
  ['the preview of an unknown file', () => desk.post(`${UNKNOWN}/preview`), 404, 'UploadNotFound'],
  ['the removal of an unknown file', () => desk.send('DELETE', UNKNOWN), 404, 'UploadNotFound'],
  ['an unknown import', () => desk.get('/v1/imports/other'), 404, 'ImportNotFound'],
  ['the run of an unknown import', () => desk.post('/v1/imports/other/run'), 404, 'ImportNotFound'],
  ['the pause of an unknown import', () => desk.post('/v1/imports/other/pause'), 404, 'ImportNotFound'],
  ['the undo of an unknown import', () => desk.post('/v1/imports/other/undo'), 404, 'ImportNotFound'],
])('refuses %s', async (_, ask, status, code) => {
  expect(await ask()).toMatchObject({ status, body: { code } });
});

it.each([
  ['what is no text', Buffer.from([0x25, 0x50, 0, 1, 2, 3, 0xff]), {}, 'file'],
  ['an encoding that there is not', 'a,b\n1,2\n', { format: { encoding: 'klingon' } }, 'format.encoding'],
  ['a column that there is not', 'a,b\n1,2\n', { columns: [{ column: 'c', target: 'name' }] }, 'columns.0.column'],
  ['a target that there is not', 'a,b\n1,2\n', { columns: [{ column: 'a', target: 'nam' }] }, 'columns.0.target'],
  ['a constant that does not fit', 'a,b\n1,2\n', { constants: { kind: 'robot' } }, 'constants.kind'],
  ['a constant that no row needs', 'a,b\n1,2\n', { constants: { phone: '1' } }, 'constants.phone'],
])('refuses to preview %s, naming the field', async (_, content, form, field) => {
  const { fileId } = (await desk.upload(content)).body;
  const { status, body } = await desk.post(`/v1/import-files/${fileId}/preview`, form);
  expect({ status, body }).toMatchObject({ status: 400, body: { code: 'ValidationFailed', errors: [{ field }] } });
});

it('removes a file, unless an import reads it', async () => {
  const fileId = await sent(CUSTOMERS);
  expect((await desk.send('DELETE', `/v1/import-files/${fileId}`)).status).toBe(204);
  expect((await desk.send('DELETE', `/v1/import-files/${fileId}`)).status).toBe(404);
});
